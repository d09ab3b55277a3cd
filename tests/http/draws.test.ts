import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

const OFFICE = '/api/offices/samarinda'
const FRIDAY = '2026-06-12'
const DRAW = `${OFFICE}/services/pindah-datang/draws/${FRIDAY}`
const OPENS = atClock('2026-06-09', '19:00', 'WITA')
const CLOSES = atClock('2026-06-11', '19:00', 'WITA')

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const { booking } = app.offices.get('samarinda')
  const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }
  await (
    await app.as('admin')
  ).patch(`${OFFICE}/settings`, {
    booking: { ...booking, proof: 'never', priorityShare: 0 },
    services: [{ id: 'pindah-datang', booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota: 10, files: false } }],
  })
})
afterEach(() => app.close())

const enter = (n: number, contact: object = { phone: `0800-0003-${String(n).padStart(4, '0')}` }) =>
  app.visitor().post(`${DRAW}/entries`, { wishes: [`${FRIDAY}T09:00`], anySlot: true, contact })

describe('an entry in a draw', () => {
  it('is taken from the opening of the window until just before its closing, and can be taken back until then [U6 U7]', async () => {
    app.clock.now = OPENS - 1
    expect((await enter(1)).body.error.code).toBe('DRAW_CLOSED')
    app.clock.now = OPENS
    const first = await enter(1)
    expect(first.status).toBe(201)
    expect(first.body.code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/)
    app.clock.now = CLOSES - 1
    const second = await enter(2)
    expect(second.status).toBe(201)
    expect((await app.visitor().post(`/api/tickets/${first.body.token}/cancel`)).body.state).toBe('cancelled')
    expect((await app.visitor().get(DRAW)).body.entries).toBe(1)
    app.clock.now = CLOSES
    expect((await enter(3)).body.error.code).toBe('DRAW_CLOSED')
    await app.visitor().post(`/api/tickets/${second.body.token}/cancel`)
    expect((await app.visitor().get(DRAW)).body.entries).toBe(1)
  })

  it('keeps what it is for, before the draw and on the ticket that it becomes [B22]', async () => {
    app.clock.now = OPENS
    const body = { wishes: [`${FRIDAY}T09:00`], anySlot: true, contact: { phone: '0800-0003-0001' }, case: 'keluar' }
    const entered = await app.visitor().post(`${DRAW}/entries`, body)
    const kept = async () => (await app.visitor().get(`/api/tickets/${entered.body.token}`)).body.ticket
    expect(await kept()).toMatchObject({ state: 'waitlisted', case: 'keluar' })
    app.clock.now = CLOSES
    await app.draws.holdDue()
    expect(await kept()).toMatchObject({ state: 'booked', case: 'keluar' })
  })

  it('is refused where the day was closed or the service paused meanwhile: no draw will give it a place [U7 A42]', async () => {
    app.clock.now = OPENS
    expect((await enter(1)).status).toBe(201)
    const admin = await app.as('admin')
    const set = (change: object) => admin.patch(`${OFFICE}/settings`, { ...change, foreseen: 9 })
    const { holidays } = app.offices.get('samarinda')
    const refusals = []
    for (const [change, back] of [
      [{ holidays: [...holidays, FRIDAY] }, { holidays }],
      [{ services: [{ id: 'pindah-datang', open: false }] }, { services: [{ id: 'pindah-datang', open: true }] }],
    ] as const) {
      expect((await set(change)).status).toBe(200)
      refusals.push((await enter(2)).body.error?.code)
      expect((await set(back)).status).toBe(200)
    }
    expect(refusals).toEqual(['DATE_CLOSED', 'SERVICE_CLOSED'])
    expect((await enter(2)).status).toBe(201)
  })

  it('that was withdrawn is not drawn [U7]', async () => {
    app.clock.now = OPENS
    const [gone, stays] = [(await enter(1)).body, (await enter(2)).body]
    await app.visitor().post(`/api/tickets/${gone.token}/cancel`)
    app.clock.now = CLOSES
    await app.draws.holdDue()
    const { drawn } = (await app.visitor().get(DRAW)).body as { drawn: { entries: { code: string }[] } }
    expect(drawn.entries.map(e => e.code)).toEqual([stays.code])
  })

  it('is promised a seed before anybody enters, the same to whoever looks, and looking writes nothing [U2 R10]', async () => {
    const rows = async () => (await app.db.kysely.selectFrom('draws').select(['date', 'commitment']).execute()).length
    const { commitment } = (await app.visitor().get(DRAW)).body
    await app.visitor().get(DRAW.replace(FRIDAY, '2099-01-02'))
    app.clock.now = OPENS
    expect((await app.visitor().get(DRAW)).body.commitment).toBe(commitment)
    expect(await rows()).toBe(0)
    expect((await enter(1)).status).toBe(201)
    expect((await app.visitor().get(DRAW)).body.commitment).toBe(commitment)
  })

  it('need not come: a draw that nobody entered is held and published all the same [U2 U8]', async () => {
    app.clock.now = OPENS
    expect(await app.draws.holdDue()).toBe(0)
    app.clock.now = CLOSES
    // This one, and that of the day before, whose window was open as well.
    expect(await app.draws.holdDue()).toBe(2)
    const { commitment, drawn } = (await app.visitor().get(DRAW)).body
    expect(drawn.entries).toEqual([])
    expect(createHash('sha256').update(drawn.seed).digest('hex')).toBe(commitment)
  })

  it('tapped twice at once, or asked again after a lost answer, is one entry with one code [B10 U6]', async () => {
    app.clock.now = OPENS
    const wish = { wishes: [`${FRIDAY}T09:00`], anySlot: true, contact: { phone: '0800-0003-0001' } }
    const tap = (path = DRAW) => app.visitor().post(`${path}/entries`, wish, { 'idempotency-key': 'one-entry' })
    const taps = await Promise.all([tap(), tap(), tap()])
    expect(taps.map(a => a.status)).toEqual([201, 201, 201])
    expect(new Set([...taps, await tap()].map(a => a.text)).size).toBe(1)
    const other = await tap(DRAW.replace(FRIDAY, '2026-06-11'))
    expect(other.status).toBeGreaterThanOrEqual(400)
    expect(other.text).not.toContain(taps[0]!.body.code)
    expect((await app.visitor().get(DRAW)).body.entries).toBe(1)
    app.clock.now = CLOSES
    expect((await tap()).text).toBe(taps[0]!.text)
  })

  it('is one of its command: for another day, wish or person the id is refused, also at the same moment [J3]', async () => {
    app.clock.now = OPENS
    const wish = { wishes: [`${FRIDAY}T09:00`], anySlot: true, contact: { phone: '0800-0003-0001' } }
    const others = [
      { ...wish, contact: { phone: '0800-0003-0002' } },
      { ...wish, wishes: [`${FRIDAY}T10:00`] },
      { ...wish, anySlot: false },
    ]
    const tap = (body: object, path = DRAW) =>
      app.visitor().post(`${path}/entries`, body, { 'idempotency-key': 'one-entry' })
    const first = await tap(wish)
    expect(first.status).toBe(201)
    const answers = [
      ...(await Promise.all(others.map(other => tap(other)))),
      await tap(wish, DRAW.replace('-12', '-11')),
    ]
    expect(answers.map(a => a.body.error?.code)).toEqual(answers.map(() => 'COMMAND_ID_REUSED'))
    expect((await tap(wish)).text).toBe(first.text)
    const phone = async (n: number) => {
      const who = app.visitor()
      await who.get(`/b/samarinda/pindah-datang/data?draw=${FRIDAY}&wish=${FRIDAY}T09:00`)
      const contact = { phone: `0800-0003-010${n}` }
      return who.post(`${DRAW}/entries`, { ...wish, contact }, { 'idempotency-key': 'of-two-phones' })
    }
    const ends = await Promise.all([phone(1), phone(2), phone(3)])
    expect(ends.map(a => a.status).sort()).toEqual([201, 409, 409])
    expect((await app.visitor().get(DRAW)).body.entries).toBe(2)
    // Whoever was refused has no entry by that, and enters by an act of their own.
    const refused = ends.findIndex(a => a.status === 409)
    expect((await enter(100 + 1 + refused)).status).toBe(201)
  })

  it('taken back twice, at once or later, is taken back [J3 U7]', async () => {
    app.clock.now = OPENS
    const { token } = (await enter(1)).body
    const cancel = () => app.visitor().post(`/api/tickets/${token}/cancel`, {}, { 'idempotency-key': 'taken-back' })
    for (const answer of [...(await Promise.all([cancel(), cancel()])), await cancel()])
      expect([answer.status, answer.body]).toEqual([200, { state: 'cancelled' }])
    app.clock.now = CLOSES
    await app.draws.holdDue()
    expect((await cancel()).body).toEqual({ state: 'cancelled' })
  })

  it('is not withdrawn by the family link, which only looks [B16]', async () => {
    app.clock.now = OPENS
    const { token } = (await enter(1)).body
    const { sharePath } = (await app.visitor().get(`/api/tickets/${token}`)).body
    const answer = await app.visitor().post(`/api/tickets/${sharePath.slice(3)}/cancel`)
    expect(answer.body.error?.code).toBe('TICKET_UNKNOWN')
    expect((await app.visitor().get(DRAW)).body.entries).toBe(1)
  })

  it('needs a phone number or a NIK, and is one for each person [U6]', async () => {
    app.clock.now = OPENS
    expect((await enter(1, {})).body.error.code).toBe('CONTACT_NEEDED')
    expect((await enter(1, { nik: '0000000000000001' })).status).toBe(201)
    expect((await enter(1, { nik: '0000000000000001' })).body.error.code).toBe('ALREADY_BOOKED')
  })
})
