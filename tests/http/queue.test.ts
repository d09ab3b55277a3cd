import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { counterPath, surveyAt, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let kiosk: Visitor
let officer: Visitor
beforeEach(async () => {
  app = await testApp()
  kiosk = await app.device('kiosk')
  officer = await app.as('petugas1')
})
afterEach(() => app.close())

const take = (serviceId = 'ktp-el', more: object = {}, headers = {}) =>
  kiosk.post(TICKETS, { serviceId, ...more }, headers)

describe('the address of an act on a ticket', () => {
  it('leads to the ticket when it is opened or loaded anew', async () => {
    for (const act of ['batal', 'cancel', 'here']) {
      const answer = await app.visitor().get(`/t/abcdefghijklmnopqrstuvwx/${act}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/t/abcdefghijklmnopqrstuvwx?lang=id'])
    }
  })
})

describe('taking a number', () => {
  it('gives consecutive numbers of the service and a link that opens the ticket', async () => {
    const first = await take()
    const second = await take()
    expect(first.status).toBe(201)
    expect(first.body.ticket).toMatchObject({ number: 'A-001', serviceId: 'ktp-el', state: 'waiting' })
    expect(second.body.ticket.number).toBe('A-002')
    expect(second.body.ahead).toBe(1)
    const page = await app.visitor().get(`/api/tickets/${second.body.token}`)
    expect(page.body).toMatchObject({ ticket: { number: 'A-002', state: 'waiting' }, ahead: 1, over: false })
  })

  it('answers a repeated key with the very same ticket', async () => {
    const key = { 'idempotency-key': 'tap-1' }
    const once = await take('ktp-el', {}, key)
    const again = await take('ktp-el', {}, key)
    expect(again.status).toBe(201)
    expect(again.body).toEqual(once.body)
    expect((await take()).body.ticket.number).toBe('A-002')
  })

  it('answers a repeated key also once the office has taken away what the number is for [J3]', async () => {
    const key = { 'idempotency-key': 'tap-1' }
    const { requirements, cases } = app.offices.get('samarinda').services.find(s => s.id === 'ktp-el')!
    const once = await take('ktp-el', { case: cases[0]!.id }, key)
    expect(once.body.ticket.case).toBe(cases[0]!.id)
    const services = [{ id: 'ktp-el', asking: { requirements, cases: cases.slice(1) } }]
    expect((await (await app.as('admin')).patch('/api/offices/samarinda/settings', { services })).status).toBe(200)
    const again = await take('ktp-el', { case: cases[0]!.id }, key)
    expect([again.status, again.body]).toEqual([201, once.body])
    expect((await take('ktp-el', { case: cases[1]!.id }, key)).body.error.code).toBe('COMMAND_ID_REUSED')
  })

  it('refuses a key that somebody else used, and shows them nothing of that ticket [J3]', async () => {
    const key = { 'idempotency-key': 'tap-1' }
    const mine = await take('ktp-el', {}, key)
    const theirs = await officer.post(TICKETS, { serviceId: 'ktp-el' }, key)
    expect(theirs.status).toBe(409)
    expect(theirs.body.error.code).toBe('COMMAND_ID_REUSED')
    expect(theirs.text).not.toContain(mine.body.token)
  })

  it('gives 200 people who press at once 200 distinct consecutive numbers [N1]', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => take()))
    const numbers = all.map(a => a.body.ticket.number as string).sort()
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, i) => `A-${String(i + 1).padStart(3, '0')}`))
  })

  it('is closed to a phone at home [N9]', async () => {
    const answer = await app.visitor().post(TICKETS, { serviceId: 'ktp-el' })
    expect([answer.status, answer.body.error.code]).toEqual([401, 'NOT_SIGNED_IN'])
  })

  it.each([
    [{ serviceId: 'tidak-ada' }, 404, 'SERVICE_UNKNOWN'],
    [{}, 400, 'BAD_REQUEST'],
    [{ serviceId: 'ktp-el', nik: '0' }, 400, 'BAD_REQUEST'],
    ['{"serviceId":', 400, 'BAD_REQUEST'],
  ])('refuses %j [R8]', async (body, status, code) => {
    const answer = await kiosk.post(TICKETS, body)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  it('refuses a service that was closed a moment ago, and reopens with the setting', async () => {
    const admin = await app.as('admin')
    await admin.patch('/api/offices/samarinda/settings', { services: [{ id: 'ktp-el', open: false }] })
    expect((await take()).body.error.code).toBe('SERVICE_CLOSED')
    await admin.patch('/api/offices/samarinda/settings', { services: [{ id: 'ktp-el', open: true }] })
    expect((await take()).status).toBe(201)
  })

  it('follows the real hours once the doors no longer stand open around the clock', async () => {
    const admin = await app.as('admin')
    await admin.patch('/api/offices/samarinda/settings', { alwaysOpen: false })
    expect((await take()).status).toBe(201)
    app.clock.now += 8 * 60 * MINUTE
    expect((await take()).body.error.code).toBe('OFFICE_CLOSED')
  })
})

describe('the desk', () => {
  beforeEach(() => officer.post(counterPath('1', 'open')))
  const act = (name: string, body: object = {}) => officer.post(counterPath('1', name), body)

  it('calls, starts and finishes, and opens the survey of that visit', async () => {
    const { body: taken } = await take()
    const called = await act('call-next')
    expect(called.body.ticket).toMatchObject({ id: taken.ticket.id, state: 'called', counterId: '1' })
    expect(called.body.ticket.because).toMatchObject({ kind: 'walkIn', among: 1 })
    expect((await act('start')).body.ticket.state).toBe('serving')
    const finished = await act('finish')
    expect(finished.body.ticket.state).toBe('done')
    expect(await surveyAt(app, '1')).toMatch(/^\/api\/surveys\//)
    expect((await act('call-next')).body.error.code).toBe('QUEUE_EMPTY')
  })

  it('gives the same call to a repeated press and never passes a called ticket over', async () => {
    await take()
    await take()
    const key = { 'idempotency-key': 'space-1' }
    const once = await officer.post(counterPath('1', 'call-next'), {}, key)
    const again = await officer.post(counterPath('1', 'call-next'), {}, key)
    expect(again.body).toEqual(once.body)
    const other = await act('call-next')
    expect([other.status, other.body.error.code]).toEqual([409, 'COUNTER_BUSY'])
  })

  it('gives two officers who press at once two different tickets [C1]', async () => {
    const second = await app.as('petugas2')
    await second.post(counterPath('2', 'open'))
    for (let round = 0; round < 20; round++) {
      await take()
      await take()
      const [a, b] = await Promise.all([act('call-next'), second.post(counterPath('2', 'call-next'))])
      expect(a!.body.ticket.id).not.toBe(b!.body.ticket.id)
      await Promise.all([act('finish'), second.post(counterPath('2', 'finish'))])
    }
  })

  it('lets nobody act at somebody else’s counter [D3]', async () => {
    const second = await app.as('petugas2')
    const opened = await second.post(counterPath('1', 'open'))
    expect(opened.body.error.code).toBe('COUNTER_TAKEN')
    expect((await second.post(counterPath('1', 'call-next'))).body.error.code).toBe('NOT_YOUR_COUNTER')
  })

  it('calls out of order only with the right to pick, and keeps the reason [C6]', async () => {
    await take()
    const later = (await take()).body.ticket
    const pick = { pick: { ticketId: later.id, reason: 'emergency' } }
    expect((await act('call-next', pick)).body.error.code).toBe('FORBIDDEN')
    const chief = await app.as('atasan')
    await chief.post(counterPath('2', 'open'))
    const picked = await chief.post(counterPath('2', 'call-next'), pick)
    expect(picked.body.ticket.because).toMatchObject({ kind: 'picked', reason: 'emergency' })
  })

  it('parks, resumes, transfers, skips and takes back', async () => {
    const { id } = (await take()).body.ticket
    await act('call-next')
    expect((await act('park', { reason: 'documents' })).body.error.code).toBe('TICKET_STATE')
    await act('start')
    expect((await act('park', { reason: 'documents' })).body.ticket.state).toBe('parked')
    expect((await act('resume', { ticketId: id })).body.ticket.state).toBe('called')
    expect((await act('transfer', { serviceId: 'legalisir' })).body.ticket).toMatchObject({
      state: 'waiting',
      serviceId: 'legalisir',
      number: 'A-001',
    })
    expect((await act('call-next')).body.ticket.id).toBe(id)
    expect((await act('recall')).body.ticket.calls).toBe(2)
    app.clock.now += MINUTE
    expect((await act('skip')).body.ticket.state).toBe('missed')
    expect((await officer.post(`${TICKETS}/${id}/return`)).body.ticket.state).toBe('waiting')
    expect((await officer.post(`${TICKETS}/${id}/cancel`)).body.ticket.state).toBe('cancelled')
  })

  it('shows a break in the board until it ends [D6]', async () => {
    await act('break', { minutes: 15 })
    const board = await app.visitor().get('/api/offices/samarinda/board')
    expect(board.body.day.counters['1']).toMatchObject({ state: 'break', until: app.clock.now + 15 * MINUTE })
    expect((await act('call-next')).body.error.code).toBe('COUNTER_ON_BREAK')
    await act('open')
    expect((await act('close')).body.counter.state).toBe('closed')
  })
})

describe('a ticket’s link', () => {
  it('gives the number back once, and says so to a second try [N10]', async () => {
    const { token } = (await take()).body
    const holder = app.visitor()
    expect((await holder.post(`/api/tickets/${token}/cancel`)).body.state).toBe('cancelled')
    expect((await holder.post(`/api/tickets/${token}/cancel`)).body.error.code).toBe('TICKET_STATE')
  })

  it('cannot be guessed: another proof, another purpose or a bare id open nothing [A7]', async () => {
    const { token, ticket } = (await take()).body
    const other = (await take()).body.token as string
    const holder = app.visitor()
    const forged = `${ticket.id}.${other.split('.')[1]}`
    const [id, proof] = token.split('.')
    const near = `${id}.${proof[0] === 'A' ? 'B' : 'A'}${proof.slice(1)}`
    for (const guess of [forged, ticket.id + '.AAAAAAAAAAAAAAAAAAAAAA', near])
      expect((await holder.get(`/api/tickets/${guess}`)).status).toBe(404)
    expect((await holder.get(`/api/surveys/${token}`)).status).toBe(404)
  })

  it('still opens the next day, and says that the day is over [N10]', async () => {
    const { token } = (await take()).body
    app.clock.now += 24 * 60 * MINUTE
    const page = await app.visitor().get(`/api/tickets/${token}`)
    expect(page.body).toMatchObject({ over: true, range: null, ticket: { number: 'A-001' } })
    expect((await app.visitor().post(`/api/tickets/${token}/cancel`)).body.error.code).toBe('TICKET_STATE')
  })
})
