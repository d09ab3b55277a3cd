import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stepsOf } from '../../server/store/applications.ts'
import { atClock } from '../../shared/kit/time.ts'
import { ticketRow } from '../helpers/entries.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const LIST = '/api/offices/samarinda/applications'
const FIGURES = '/api/offices/samarinda/application-figures'

let app: TestApp
let officer: Visitor
beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function take(serviceId = 'ktp-el') {
  const { body } = await officer.post(TICKETS, { serviceId })
  return body as { ticket: { id: string; number: string }; token: string }
}

/** Takes a number, serves it and finishes it. */
async function served(serviceId = 'ktp-el', finish: object = {}) {
  const taken = await take(serviceId)
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  expect((await officer.post(counterPath('1', 'finish'), finish)).status).toBe(200)
  await app.settled()
  return taken
}

const list = async (query = '') => (await officer.get(LIST + query)).body
const advance = (id: string, body: object, by = officer, key: string = randomUUID()) =>
  by.post(`${LIST}/${id}/advance`, body, { 'idempotency-key': key })
/** Every step of an application: whereto, and where from. */
const onRecord = async (id: string) => (await stepsOf(app.db, id)).map(s => [s.to_state, s.from_state])
const ofHolder = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body.application

let copied = 0
/** So many documents more, like this one but for what is said. */
async function copies(id: string, n: number, but: object) {
  const { kysely } = app.db
  const row = await kysely.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const values = Array.from({ length: n }, () => {
    const no = (copied += 1)
    return { ...row, number: `B-${no}`, ...but, id: `copy-${no}`, ticket_id: `ticket-${no}`, part_key: `${no}` }
  })
  const tickets = values.map(({ ticket_id }) => ({ ...ticketRow(5_000 + (copied += 1)), id: ticket_id }))
  await kysely.insertInto('tickets').values(tickets).execute()
  await kysely.insertInto('applications').values(values).execute()
}

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
    app.clock.now = atClock('2026-06-12', '09:00', 'WITA')
    officer = await app.as('petugas1')
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

describe('the steps of an application', () => {
  it('are taken once by a repeated command and by two people at once [P7]', async () => {
    await served()
    const { id } = (await list()).applications[0]
    const key = randomUUID()
    const second = await app.as('petugas2')
    const [once, again, other] = await Promise.all([
      advance(id, { to: 'processing' }, officer, key),
      advance(id, { to: 'processing' }, officer, key),
      advance(id, { to: 'processing' }, second),
    ])
    // Whoever was first: a command and its repetition are answered alike, and of two people one has taken the step.
    expect(again.status).toBe(once.status)
    expect([once.status, other.status].sort()).toEqual([200, 409])
    expect((await stepsOf(app.db, id)).map(s => [s.who, s.to_state])).toEqual([
      ['staff:p1', 'received'],
      [once.status === 200 ? 'staff:p1' : 'staff:p2', 'processing'],
    ])
  })

  it('answer a command again as they did, and refuse its id for anything else and to anybody else [P7]', async () => {
    await served()
    const { id } = (await list()).applications[0]
    const key = randomUUID()
    const second = await app.as('petugas2')
    await advance(id, { to: 'processing' }, officer, key)
    expect((await advance(id, { to: 'processing' }, officer, key)).body.application.state).toBe('processing')
    expect((await advance(id, { to: 'ready' }, officer, key)).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await advance(id, { to: 'processing' }, second, key)).body.error.code).toBe('COMMAND_ID_REUSED')
    expect(await stepsOf(app.db, id)).toHaveLength(2)
    const back = (reason: string) => advance(id, { to: 'returned', reason }, officer, 'sent-back')
    expect((await back('unreadable')).status).toBe(200)
    expect((await back('missingPaper')).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await back('unreadable')).status).toBe(200)
  })

  it('are taken with one document by one command, also where it is sent for several at once [P7]', async () => {
    for (let n = 0; n < 4; n += 1) await served()
    const ids = (await list()).applications.map((a: { id: string }) => a.id)
    const answers = await Promise.all(
      ids.map((id: string) => advance(id, { to: 'processing' }, officer, 'one-for-all')),
    )
    expect(answers.map(a => a.body.error?.code ?? a.status).sort()).toEqual([
      200,
      'COMMAND_ID_REUSED',
      'COMMAND_ID_REUSED',
      'COMMAND_ID_REUSED',
    ])
    expect((await list()).counts).toMatchObject({ received: 3, processing: 1 })
  })

  it('are counted as they are looked for, each state by itself whichever is shown [P14]', async () => {
    await served()
    await served()
    const [first] = (await list()).applications
    await advance(first.id, { to: 'processing' })
    const counts = async (query: string) => (await list(query)).counts
    expect(await counts('')).toMatchObject({ received: 1, processing: 1 })
    expect(await counts(`?q=${first.number}`)).toMatchObject({ received: 0, processing: 1 })
    expect(await counts(`?q=${first.number}&state=received`)).toMatchObject({ received: 0, processing: 1 })
    expect(await counts(`?date=${first.visitedOn}`)).toMatchObject({ received: 1, processing: 1 })
    for (const nothing of ['date=2026-01-02', 'late=yes', 'service=kartu-keluarga'])
      expect(await counts(`?${nothing}`)).toMatchObject({ received: 0, processing: 0 })
  })

  it('can be taken back, and the way back is on record [P7]', async () => {
    await served()
    const { id } = (await list()).applications[0]
    await advance(id, { to: 'processing' })
    expect((await advance(id, { to: 'received' })).body.application.state).toBe('received')
    expect((await onRecord(id)).at(-1)).toEqual(['received', 'processing'])
    expect(await stepsOf(app.db, id)).toMatchObject([
      { to_state: 'received' },
      { from_state: 'received', to_state: 'processing', who: 'staff:p1' },
      { from_state: 'processing', to_state: 'received', who: 'staff:p1' },
    ])
  })

  it('are refused for an unknown application and for a jump', async () => {
    await served()
    const { id } = (await list()).applications[0]
    expect((await advance('none', { to: 'processing' })).body.error.code).toBe('APPLICATION_UNKNOWN')
    const jump = await advance(id, { to: 'handedOver' })
    expect([jump.status, jump.body.error.data]).toEqual([409, { state: 'received' }])
  })
})

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
    app.clock.now = atClock('2026-06-10', '09:00', 'WITA')
    officer = await app.as('petugas1')
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
    app.clock.now = atClock('2026-06-09', '23:40', 'WITA')
    officer = await app.as('petugas1')
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
    app.clock.now = atClock('2026-07-15', '09:00', 'WITA')
    officer = await app.as('petugas1')
    const late = (await list('?late=yes')).applications
    expect(late.map((a: { number: string; settled: boolean }) => [a.number, a.settled])).toEqual([['A-001', false]])
  })

  it('shows what is late however much that is settled was promised before it, and says when there is more [P14]', async () => {
    await served()
    const [{ id }] = (await list()).applications
    app.clock.now = atClock('2026-07-15', '09:00', 'WITA')
    officer = await app.as('petugas1')
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
    app.clock.now = atClock('2026-07-19', '09:00', 'WITA')
    officer = await app.as('petugas1')
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
