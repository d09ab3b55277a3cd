import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counterPath, testApp, TICKETS, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let officer: Visitor
let assessor: Visitor
beforeAll(async () => {
  app = await testApp()
  officer = await app.as('petugas3')
  assessor = await app.as('atasan')
  const body = { officerId: 'p3', assessorId: 'atasan', from: '2026-06-05', to: null }
  await (await app.as('admin')).post('/api/offices/samarinda/supervisions', body)
})
afterAll(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const month = async () => (await officer.get('/api/me/calendar/2026-06')).body
const day = async (date: string) => (await month()).days.find((d: { date: string }) => d.date === date)
const wanted = { kind: 'annual', from: '2026-06-11', to: '2026-06-12', part: null }

describe('the calendar of an officer', () => {
  it('says served by itself as soon as somebody was served [O145]', async () => {
    expect((await month()).days).toHaveLength(30)
    expect((await day('2026-06-09')).state).toBe(null)
    expect((await day('2026-06-08')).state).toBe('absent')
    await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })
    for (const act of ['open', 'call-next', 'start', 'finish']) await officer.post(counterPath('3', act))
    expect(await day('2026-06-09')).toMatchObject({ state: 'served', served: 1 })
    expect((await (await app.as('petugas4')).get('/api/me/calendar/2026-06')).text).not.toContain('served":1')
  })

  it('has leave once its assessor agrees, the same that the plan of the week has [O146]', async () => {
    const key = { 'idempotency-key': 'cuti-1' }
    const { absence } = (await officer.post('/api/me/absences', wanted, key)).body
    expect((await officer.post('/api/me/absences', wanted, key)).body.absence.id).toBe(absence.id)
    expect(said(await officer.post('/api/me/absences', { ...wanted, kind: 'sick' }, key))).toEqual([
      409,
      'COMMAND_ID_REUSED',
    ])
    expect(said(await officer.post('/api/me/absences', wanted))).toEqual([409, 'ABSENCE_OVERLAP'])
    expect(await day('2026-06-11')).toMatchObject({ state: null, asked: 'leave' })
    const path = `/api/me/team/absences/${absence.id}/decide`
    for (const name of ['manajer', 'petugas3', 'petugas4', 'admin'])
      expect(said(await (await app.as(name)).post(path, { agree: true, text: '' })), name).toEqual([404, 'NOT_FOUND'])
    expect((await assessor.get('/api/me/team/absences')).body.absences).toMatchObject([{ id: absence.id }])
    expect(said(await assessor.post(path, { agree: false, text: '' }))).toEqual([400, 'BAD_REQUEST'])
    expect((await assessor.post(path, { agree: true, text: '' })).status).toBe(200)
    expect(said(await assessor.post(path, { agree: false, text: 'Tidak' }))).toEqual([409, 'ABSENCE_DECIDED'])
    expect(await day('2026-06-11')).toMatchObject({ state: 'leave', asked: null })
    const { leaves } = (await officer.get('/api/me/roster')).body
    expect(leaves).toMatchObject([{ id: absence.id, kind: 'annual', from: '2026-06-11', to: '2026-06-12' }])
    const audit = await app.db.kysely.selectFrom('audit').selectAll().where('what', 'like', 'absence.%').execute()
    expect(audit.map(a => a.what)).toEqual(['absence.ask', 'absence.agree'])
    expect(JSON.stringify(audit)).not.toContain('annual')
  })

  it('loses it where it is taken back before its first day, also from the plan [O147]', async () => {
    const [{ id }] = (await month()).absences
    expect(said(await (await app.as('petugas4')).post(`/api/me/absences/${id}/withdraw`))).toEqual([404, 'NOT_FOUND'])
    expect((await officer.post(`/api/me/absences/${id}/withdraw`)).status).toBe(200)
    expect((await day('2026-06-11')).state).toBe(null)
    expect((await officer.get('/api/me/roster')).body.leaves).toEqual([])
    expect((await officer.post('/api/me/absences', wanted)).status).toBe(200)
  })

  it('is read by its assessor on the days alone on which they assess, and its officer is told [O148 O162]', async () => {
    const { days } = (await assessor.get('/api/me/team/calendar/p3/2026-06')).body
    expect([days[0].date, days.length]).toEqual(['2026-06-05', 26])
    const { readings } = (await officer.get('/api/me/readings')).body
    expect(readings).toMatchObject([{ reader: 'Kepala Seksi (contoh)', what: 'calendar', period: '2026-06' }])
    expect(said(await assessor.get('/api/me/team/calendar/p3/2026-05'))).toEqual([404, 'NOT_FOUND'])
    expect(said(await (await app.as('manajer')).get('/api/me/team/calendar/p3/2026-06'))).toEqual([404, 'NOT_FOUND'])
    expect(said(await officer.get('/api/me/calendar/2026-13'))).toEqual([400, 'BAD_REQUEST'])
  })
})
