import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../server/store/applications.ts'
import { atClock } from '../../shared/kit/time.ts'
import { counterPath, TICKETS, type Visitor } from '../helpers/test-app.ts'
import {
  advance,
  app,
  backAt,
  list,
  officer,
  ofHolder,
  onRecord,
  served,
  take,
  withDocumentDesk,
} from '../helpers/document-desk.ts'

const FIGURES = '/api/offices/samarinda/application-figures'

withDocumentDesk()

describe('a visit whose service yields a document', () => {
  it('opens an application that the citizen follows on the same link until it is handed over [P9]', async () => {
    const { token } = await served()
    expect(await ofHolder(token)).toMatchObject({ state: 'received', promisedOn: '2026-06-10', late: 0 })
    const { applications, counts } = await list()
    expect(applications).toMatchObject([{ number: 'A-001', serviceId: 'ktp-el', state: 'received', settled: false }])
    expect(counts).toEqual({ received: 1, processing: 0, ready: 0, handedOver: 0, returned: 0 })
    const { id } = applications[0]
    for (const to of ['processing', 'ready', 'handedOver']) {
      expect((await advance(id, { to })).body.application.state).toBe(to)
      expect((await ofHolder(token)).state).toBe(to)
    }
    expect(await onRecord(id)).toEqual([
      ['received', null],
      ['processing', 'received'],
      ['ready', 'processing'],
      ['handedOver', 'ready'],
    ])
    expect((await list()).applications).toEqual([])
    expect((await list('?state=handedOver')).applications).toHaveLength(1)
  })

  it('tells the citizen why it was returned, and starts a new promise when the papers are complete', async () => {
    const { token } = await served()
    const { id } = (await list()).applications[0]
    expect((await advance(id, { to: 'returned' })).status).toBe(400)
    expect((await advance(id, { to: 'returned', reason: 'unreadable' })).status).toBe(200)
    expect(await ofHolder(token)).toMatchObject({ state: 'returned', reason: 'unreadable' })
    await backAt(atClock('2026-06-12', '09:00', 'WITA'))
    await advance(id, { to: 'received' })
    expect(await ofHolder(token)).toMatchObject({ state: 'received', promisedOn: '2026-06-15' })
  })

  it('still shows the open application when the service day is over [P9]', async () => {
    const { token } = await served()
    app.clock.now = atClock('2026-06-15', '09:00', 'WITA')
    const page = (await app.visitor().get(`/t/${token}`)).text
    expect(page).toContain('terlambat')
    expect(await ofHolder(token)).toMatchObject({ state: 'received', late: 3 })
  })

  it('opens one also when the next number is called in the same act [P1]', async () => {
    const first = await take()
    await take()
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'start'))
    await officer.post(counterPath('1', 'call-next'))
    await app.settled()
    expect((await list()).applications.map((a: { number: string }) => a.number)).toEqual([first.ticket.number])
  })

  it('opens none where the visit itself was the service, or where the officer says so [P1]', async () => {
    await served('legalisir')
    const declined = await served('ktp-el', { document: false })
    expect((await list()).applications).toEqual([])
    expect(await ofHolder(declined.token)).toBeNull()
  })

  it('stays without one for whoever reads of the visit in the journal later', async () => {
    const finished = await served('ktp-el', { document: false })
    const passed = await take()
    await officer.post(counterPath('1', 'call-next'))
    await take()
    await officer.post(counterPath('1', 'start'))
    await officer.post(counterPath('1', 'call-next'), { document: false })
    const day = await app.days.today('samarinda')
    const events = await app.db.journal.read('samarinda', day.date)
    await app.applications.follower.follow('samarinda', day.date, events, day)
    for (const { token } of [finished, passed]) expect(await ofHolder(token)).toBeNull()
  })

  it('can have its application opened later, once [P1]', async () => {
    const { ticket } = await served('ktp-el', { document: false })
    const open = () => officer.post(`${TICKETS}/${ticket.id}/application`)
    const [one, two] = await Promise.all([open(), open()])
    expect(one.body.application.id).toBe(two.body.application.id)
    expect(one.body.application).toMatchObject({ state: 'received', promisedOn: '2026-06-10' })
    expect(await onRecord(one.body.application.id)).toEqual([['received', null]])
  })

  it('has its application opened by whoever served it or leads the hall, on record, and by nobody else [P1]', async () => {
    const { ticket } = await served('ktp-el', { document: false })
    const open = (by: Visitor) => by.post(`${TICKETS}/${ticket.id}/application`)
    const refused = await open(await app.as('petugas2'))
    expect([refused.status, refused.body.error.code]).toEqual([403, 'NOT_YOUR_VISIT'])
    expect((await list()).applications).toEqual([])
    const front = await open(await app.as('meja'))
    expect(front.status).toBe(200)
    const [first] = await stepsOf(app.db, front.body.application.id)
    expect(first!.who).toMatch(/^staff:/)
    expect(first!.who).not.toBe('staff:p1')
    const other = await served('ktp-el', { document: false })
    expect((await officer.post(`${TICKETS}/${other.ticket.id}/application`)).status).toBe(200)
    const third = await served('ktp-el', { document: false })
    expect((await (await app.as('atasan')).post(`${TICKETS}/${third.ticket.id}/application`)).status).toBe(200)
  })

  it('has none where it did not end complete, whoever asks for one [P1]', async () => {
    for (const result of [
      { kind: 'refused', reason: 'dataDiffers' },
      { kind: 'advice' },
      { kind: 'papersMissing', papers: ['kk'] },
    ]) {
      const { ticket, token } = await served('ktp-el', { result })
      for (const by of [officer, await app.as('meja')]) {
        const refused = await by.post(`${TICKETS}/${ticket.id}/application`)
        expect([refused.status, refused.body.error.code], result.kind).toEqual([409, 'VISIT_INCOMPLETE'])
      }
      expect(await ofHolder(token)).toBeNull()
    }
    expect((await list()).applications).toEqual([])
  })

  it('is opened by one act only, which is refused for another visit, also at once [J3]', async () => {
    const visits = [await served('ktp-el', { document: false }), await served('ktp-el', { document: false })]
    const open = (n: number, key: string) =>
      officer.post(`${TICKETS}/${visits[n]!.ticket.id}/application`, {}, { 'idempotency-key': key })
    const answers = await Promise.all([open(0, 'one-act'), open(1, 'one-act')])
    expect(answers.map(a => a.body.error?.code ?? a.status).sort()).toEqual([200, 'COMMAND_ID_REUSED'])
    const opened = answers.findIndex(a => a.status === 200)
    expect((await open(opened, 'one-act')).status).toBe(200)
    expect((await open(1 - opened, 'one-act')).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await list()).applications).toHaveLength(1)
    const [{ id }] = (await list()).applications
    expect((await advance(id, { to: 'processing' }, officer, 'one-act')).body.error.code).toBe('COMMAND_ID_REUSED')
    await advance(id, { to: 'processing' }, officer, 'a-step')
    expect((await open(opened, 'a-step')).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await open(1 - opened, 'a-step')).body.error.code).toBe('COMMAND_ID_REUSED')
  })

  it('has none before it is finished, and none without a document', async () => {
    const waiting = await take()
    expect((await officer.post(`${TICKETS}/${waiting.ticket.id}/application`)).body.error.code).toBe('TICKET_STATE')
    expect((await officer.post(`${TICKETS}/nobody/application`)).body.error.code).toBe('TICKET_UNKNOWN')
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'finish'))
    const advice = await served('legalisir')
    expect((await officer.post(`${TICKETS}/${advice.ticket.id}/application`)).body.error.code).toBe('APPLICATION_STATE')
  })
})

describe('the indicator', () => {
  it('counts promises per service and officer for a manager, and the own ones for an officer', async () => {
    await served()
    await served()
    const { id } = (await list()).applications[0]
    for (const to of ['processing', 'ready']) await advance(id, { to })
    app.clock.now = atClock('2026-06-11', '09:00', 'WITA')
    const manager = await app.as('manajer')
    const { body } = await manager.get(`${FIGURES}?from=2026-06-01&to=2026-06-11`)
    expect(body.all).toEqual({ n: 2, onTime: 1, medianDays: null, lateNow: 1, returned: 0 })
    expect(body.services).toMatchObject([{ id: 'ktp-el', n: 2, onTime: 1 }])
    expect(body.officers).toMatchObject([{ id: 'p1', name: 'Petugas 1 (contoh)', n: 2, onTime: 1, lateNow: 1 }])
    expect(JSON.stringify(body)).not.toMatch(/rating|score|mean/i)
    const own = async (username: string) => (await (await app.as(username)).get('/api/me/application-figures')).body
    expect(await own('petugas1')).toMatchObject({ n: 2, onTime: 1 })
    expect(await own('petugas2')).toMatchObject({ n: 0, medianDays: null })
  })
})
