import { describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { counterPath } from '../helpers/test-app.ts'
import {
  advance,
  app,
  backAt,
  copies,
  LIST,
  list,
  officer,
  ofHolder,
  served,
  take,
  withDocumentDesk,
} from '../helpers/document-desk.ts'

withDocumentDesk()

describe('the list of applications', () => {
  it('is searched by number in every state, and refuses what is no number', async () => {
    await served()
    await served()
    const { id } = (await list()).applications[0]
    for (const to of ['processing', 'ready', 'handedOver']) await advance(id, { to })
    const numbers = async (query: string) => (await list(query)).applications.map((a: { number: string }) => a.number)
    expect(await numbers('?q=001')).toEqual(['A-001'])
    expect(await numbers('?q=a-00')).toEqual(['A-001', 'A-002'])
    expect(await numbers('?q=a-00&state=received')).toEqual(['A-002'])
    expect((await officer.get(`${LIST}?q=%25`)).status).toBe(400)
  })

  it('is searched by service and by the day of the visit, for numbers repeat every day, in every state [P14]', async () => {
    await served('ktp-el')
    await served('ktp-el')
    const [ktp] = (await list('?service=ktp-el')).applications
    expect((await list('?service=kartu-keluarga')).applications).toEqual([])
    for (const to of ['processing', 'ready', 'handedOver']) await advance(ktp.id, { to })
    await backAt(atClock('2026-06-10', '09:00', 'WITA'))
    await officer.post(counterPath('1', 'open'))
    await served('ktp-el')
    const found = async (query: string) =>
      (await list(query)).applications.map((a: { number: string; state: string }) => [a.number, a.state])
    expect((await found('?date=2026-06-09&service=ktp-el')).sort()).toEqual([
      ['A-001', 'handedOver'],
      ['A-002', 'received'],
    ])
    expect(await found('?date=2026-06-10')).toEqual([['A-001', 'received']])
    expect(await found('?date=2026-06-09&state=received')).toEqual([['A-002', 'received']])
    expect((await found('?q=A-001')).length).toBe(2)
    for (const query of ['?date=2026-02-30', '?late=no', '?service='])
      expect((await officer.get(LIST + query)).status).toBe(400)
  })

  it('finds a visit that midnight overtook by its own day [P14]', async () => {
    await backAt(atClock('2026-06-09', '23:40', 'WITA'))
    await officer.post(counterPath('1', 'open'))
    await take()
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'start'))
    app.clock.now = atClock('2026-06-10', '00:20', 'WITA')
    await app.endDays()
    expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
    await app.settled()
    expect((await list('?date=2026-06-09')).applications).toMatchObject([{ number: 'A-001', visitedOn: '2026-06-09' }])
    expect((await list('?date=2026-06-10')).applications).toEqual([])
  })

  it('shows alone what is owed and past its promise [P14]', async () => {
    await served('ktp-el')
    await served('ktp-el')
    const { applications } = await list()
    const ready = applications.find((a: { number: string }) => a.number === 'A-002')
    expect((await list('?late=yes')).applications).toEqual([])
    for (const to of ['processing', 'ready']) await advance(ready.id, { to })
    await backAt(atClock('2026-07-15', '09:00', 'WITA'))
    const late = (await list('?late=yes')).applications
    expect(late.map((a: { number: string; settled: boolean }) => [a.number, a.settled])).toEqual([['A-001', false]])
  })

  it('shows what is late however much that is settled was promised before it, and says when there is more [P14]', async () => {
    await served()
    const [{ id }] = (await list()).applications
    await backAt(atClock('2026-07-15', '09:00', 'WITA'))
    await copies(id, 210, {
      state: 'ready',
      ready_at: atClock('2026-06-10', '09:00', 'WITA'),
      promised_on: '2026-05-04',
    })
    await copies(id, 3, { state: 'returned', promised_on: '2026-05-04' })
    const numbers = async (query = '?late=yes') => {
      const { applications, more } = await list(query)
      return [applications.map((a: { number: string }) => a.number), more]
    }
    expect(await numbers()).toEqual([['A-001'], false])
    // Promised for a Saturday, on Sunday nothing is late: the next working day is to come.
    await backAt(atClock('2026-07-19', '09:00', 'WITA'))
    await copies(id, 1, { state: 'processing', promised_on: '2026-07-17', number: 'A-901' })
    await copies(id, 1, { state: 'processing', promised_on: '2026-07-16', number: 'A-902' })
    expect(await numbers()).toEqual([['A-001', 'A-902'], false])
    await copies(id, 230, { state: 'received', promised_on: '2026-07-01' })
    const [shown, more] = await numbers()
    expect([(shown as string[]).length, more]).toEqual([200, true])
  })

  it('is taken along with every row, however many are open [O19]', async () => {
    await served()
    const [{ id }] = (await list()).applications
    await copies(id, 320, { state: 'ready', ready_at: app.clock.now })
    const manager = await app.as('manajer')
    const asked = { table: 'applications', format: 'csv', lang: 'id' }
    const { body } = await manager.post('/api/offices/samarinda/tables', asked)
    expect(Buffer.from(body.content, 'base64').toString().trimEnd().split('\r\n')).toHaveLength(1 + 321)
  })

  it('holds nothing about people [P11]', async () => {
    const { ticket, token } = await served()
    const text = (await officer.get(LIST)).text + JSON.stringify(await ofHolder(token))
    expect(text).not.toContain(ticket.id)
    // An id is made of random letters, which may spell anything.
    expect(text.replace(/"id":"[^"]*"/g, '')).not.toMatch(/officer|petugas|"p1"|name|phone|nik/i)
  })
})
