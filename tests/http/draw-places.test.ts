import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { HOUR } from '../../shared/kit/time.ts'
import type { Release } from '../../shared/office/office.ts'
import {
  changeOffice,
  CLOSES,
  drawPath,
  FRIDAY,
  isComputedAgain,
  LOTS,
  OFFICE,
  OPENS,
  releasedBy,
  SERVICE,
  type Published,
} from '../helpers/drawn.ts'
import { WAYS } from '../helpers/ways.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DRAW = drawPath()
const BEFORE = OPENS - HOUR

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const { booking } = app.offices.get('samarinda')
  await set({ booking: { ...booking, proof: 'never', priorityShare: 0, perDevice: 9 } })
})
afterEach(() => app.close())

const set = (change: object) => changeOffice(app, change)
const released = (release: Release, change: object = {}, places = 10) =>
  set({ services: [{ ...releasedBy(release, places), ...change }], foreseen: 9 })
const phone = (n: number) => `0800-0003-${String(n).padStart(4, '0')}`
const at = (time: string, date = FRIDAY) => ({ serviceId: SERVICE, slotId: `${date}T${time}` })
const enter = (n: number, wishes = ['09:00'], anySlot = true) =>
  app.visitor().post(`${DRAW}/entries`, {
    wishes: wishes.map(time => `${FRIDAY}T${time}`),
    anySlot,
    contact: { phone: phone(n) },
  })
const book = (n: number, time = '09:00', date = FRIDAY) =>
  app.visitor().post(`${OFFICE}/bookings`, { ...at(time, date), contact: { phone: phone(n) } })
const stateOf = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body.ticket.state as string

/** What each way to a place answers: the code of its refusal, or its status. */
async function everyWay(n: number, moving: string): Promise<Record<string, string | number>> {
  const ask = { app, place: at('09:00'), contact: { phone: phone(n) }, moving }
  const answers: Record<string, string | number> = {}
  for (const [way, by] of Object.entries(WAYS)) {
    const { status, body } = await by(ask)
    answers[way] = body?.error?.code ?? status
  }
  return answers
}

const record = async () => (await app.visitor().get(DRAW)).body.drawn as Published | null

/** Does this once, when the stroke is about to be written. */
function atStroke(act: () => Promise<void>): void {
  const { append } = app.db.journal
  const hooked: Journal['append'] = async entries => {
    if (entries.some(({ events }) => events.some(e => e.type === 'drawHeld'))) {
      Object.assign(app.db.journal, { append })
      await act()
    }
    return append(entries)
  }
  Object.assign(app.db.journal, { append: hooked })
}

/** Fails once, as a disk does, when the entries are about to stand still, or the stroke or its record to be written. */
function failing(write: 'entries' | 'stroke' | 'record'): void {
  const full = () => Promise.reject(new Error('disk full'))
  if (write === 'stroke') return atStroke(full)
  const { atomic } = app.db
  const once: typeof atomic = queries => {
    if (write === 'record' && queries.length === 1) return atomic(queries)
    Object.assign(app.db, { atomic })
    return full()
  }
  Object.assign(app.db, { atomic: once })
}

describe('the places of a draw', () => {
  it('are open to everybody when it is given up and nobody had entered, and are left to it once somebody has [U10]', async () => {
    await released(LOTS)
    app.clock.now = OPENS
    await app.draws.holdDue()
    await released({ kind: 'open' })
    expect((await book(1)).body.error?.code).toBe('DRAW_PENDING')
    await app.draws.holdDue()
    expect((await book(1)).status).toBe(201)
    expect((await enter(2)).status).toBe(409)
    await released(LOTS)
    await app.draws.holdDue()
    expect((await book(3, '10:00')).status).toBe(201)
  })

  it.each([
    ['before its window opens', BEFORE],
    ['while it takes entries', OPENS + 1],
    ['between its close and its result', CLOSES + 1],
  ])('are open to no other way %s [U9]', async (_, moment) => {
    await released({ kind: 'open' })
    const moving = (await book(1, '10:00', '2026-06-15')).body.token as string
    await released({ ...LOTS })
    app.clock.now = OPENS
    await app.draws.holdDue()
    app.clock.now = moment
    expect(await everyWay(2, moving)).toEqual({
      book: 'DRAW_PENDING',
      hold: 'DRAW_PENDING',
      priority: 'DRAW_PENDING',
      helped: 'DRAW_PENDING',
      group: 'DRAW_PENDING',
      waitlist: 'DRAW_PENDING',
      move: 'DRAW_PENDING',
    })
    const schedule = (await app.visitor().get(`${OFFICE}/services/${SERVICE}/slots?from=${FRIDAY}&days=1`)).body
    expect(schedule.slots.every((s: { free: number }) => s.free === 0)).toBe(true)
  })

  it('that it left over are open to everybody with the result, and so is the waitlist [U8 U9]', async () => {
    await released({ kind: 'open' })
    const moving = (await book(1, '10:00', '2026-06-15')).body.token as string
    await released(LOTS, {}, 200)
    app.clock.now = OPENS
    expect((await enter(9)).status).toBe(201)
    app.clock.now = CLOSES
    await app.draws.holdDue()
    const answers = await everyWay(2, moving)
    expect(answers).toMatchObject({ book: 201, hold: 201, helped: 201, group: 201, move: 200 })
    expect(answers['waitlist']).not.toBe('DRAW_PENDING')
  })

  it('are those that nobody had before: who booked under an earlier rule keeps the place [U9]', async () => {
    await released({ kind: 'open' })
    expect((await book(1)).status).toBe(201)
    await released(LOTS)
    app.clock.now = OPENS
    const entries = await Promise.all(Array.from({ length: 12 }, (_, n) => enter(10 + n)))
    app.clock.now = CLOSES
    await app.draws.holdDue()
    const drawn = (await record())!
    const won = drawn.entries.filter(e => e.slotId !== null)
    const states = await Promise.all(entries.map(e => stateOf(e.body.token)))
    expect(states.filter(s => s === 'booked')).toHaveLength(won.length)
    expect(won).toHaveLength(drawn.places.reduce((sum, p) => sum + p.places, 0))
  })

  it('are none where its service is off: so says the record, and the office lets go who asked [U5 H12]', async () => {
    await released(LOTS)
    app.clock.now = OPENS
    const entries = await Promise.all([1, 2, 3].map(n => enter(n)))
    await released(LOTS, { open: false })
    app.clock.now = CLOSES
    await app.draws.holdDue()
    expect((await record())!.entries.map(e => e.slotId)).toEqual([null, null, null])
    await app.passOn()
    for (const { body } of entries)
      expect((await app.visitor().get(`/api/tickets/${body.token}`)).body.ticket).toMatchObject({
        ...{ state: 'cancelled', why: 'serviceOff' },
      })
  })
})

describe('the page of times', () => {
  it('takes no wishes between the close and the result, and says that the result is near [U7 U9]', async () => {
    await released(LOTS)
    const page = async () =>
      (await app.visitor().get(`/b/samarinda/${SERVICE}/jadwal?date=${FRIDAY}&from=${FRIDAY}`)).text
    app.clock.now = OPENS
    await app.draws.holdDue()
    expect(await page()).toContain('name="wish"')
    app.clock.now = CLOSES
    expect(await page()).not.toContain('name="wish"')
    expect(await page()).toContain('Hasil segera muncul')
    await app.draws.holdDue()
    expect(await page()).toContain('name="slot"')
  })
})

describe('the record of a draw', () => {
  it.each(['entries', 'stroke', 'record'] as const)(
    'is what the day holds, though the disk was full for the %s [U5]',
    async write => {
      await released(LOTS)
      app.clock.now = OPENS
      const entries = await Promise.all(Array.from({ length: 12 }, (_, n) => enter(n)))
      app.clock.now = CLOSES - 1
      await app.draws.holdDue()
      app.clock.now = CLOSES
      failing(write)
      await expect(app.draws.holdDue()).rejects.toThrow()
      expect((await book(50)).body.error?.code ?? 'open').toBe(write === 'record' ? 'SLOT_FULL' : 'DRAW_PENDING')
      await app.draws.holdDue()
      const drawn = (await record())!
      const states = await Promise.all(entries.map(e => stateOf(e.body.token)))
      expect(states.filter(s => s === 'booked')).toHaveLength(drawn.entries.filter(e => e.slotId !== null).length)
      expect(drawn.entries.filter(e => e.slotId !== null)).toHaveLength(
        drawn.places.reduce((sum, p) => sum + p.places, 0),
      )
      expect(states.filter(s => s === 'waitlisted')).toHaveLength(drawn.entries.filter(e => e.slotId === null).length)
      expect(isComputedAgain(drawn)).toBe(true)
    },
  )

  it('stays readable, and the draw goes on as it was promised, when the rule changes [U10]', async () => {
    await released(LOTS, {}, 40)
    app.clock.now = OPENS
    expect((await enter(1)).status).toBe(201)
    const promised = (await app.visitor().get(DRAW)).body
    await released({ kind: 'open' }, {}, 40)
    expect((await book(2)).body.error?.code).toBe('DRAW_PENDING')
    expect((await enter(3)).status).toBe(201)
    app.clock.now = CLOSES
    await app.draws.holdDue()
    const { drawn, ...view } = (await app.visitor().get(DRAW)).body
    expect(view).toEqual({ ...promised, drawn: undefined, entries: 2 })
    expect(drawn.entries).toHaveLength(2)
    expect((await book(2, '10:00')).status).toBe(201)
    await released({ kind: 'draw', opensDaysAhead: 9, closesDaysAhead: 0 })
    expect((await app.visitor().get(DRAW)).body).toEqual({ ...view, drawn })
  })

  it('is computed again by a stranger, also when a wished time is no longer a time of the day [U3]', async () => {
    await released(LOTS)
    app.clock.now = OPENS
    await Promise.all([enter(1, ['09:00', '08:00'], false), enter(2, ['08:00'], false), enter(3, ['08:30'], true)])
    await set({ hours: { 5: { open: '09:00', close: '15:00', breaks: [] } }, foreseen: 3 })
    app.clock.now = CLOSES
    await app.draws.holdDue()
    const drawn = (await record())!
    expect(isComputedAgain(drawn)).toBe(true)
  })
})

describe('an entry', () => {
  it('is refused by a code of its own once its draw was held, though the window is open by a later rule [U7]', async () => {
    await released(LOTS)
    app.clock.now = OPENS
    expect((await enter(1)).status).toBe(201)
    app.clock.now = CLOSES
    await app.draws.holdDue()
    await released({ kind: 'draw', opensDaysAhead: 5, closesDaysAhead: 0 })
    expect((await enter(2)).body.error?.code).toBe('DRAW_HELD')
    expect((await app.visitor().get(DRAW)).body.entries).toBe(1)
  })

  it('and its withdrawal, while the draw is being held, come in whole or are refused: nobody is lost or doubled [U7]', async () => {
    await released(LOTS, {}, 40)
    app.clock.now = OPENS
    const first = (await enter(1)).body
    app.clock.now = CLOSES
    const during: string[] = []
    atStroke(async () => {
      // Both looked at the clock a moment before the window closed.
      app.clock.now = CLOSES - 1
      during.push((await enter(2)).body.error?.code ?? 'entered')
      during.push((await app.visitor().post(`/api/tickets/${first.token}/cancel`)).body.error?.code ?? 'withdrawn')
      app.clock.now = CLOSES
    })
    await app.draws.holdDue()
    expect(during).toEqual(['DRAW_CLOSED', 'DRAW_CLOSED'])
    expect((await record())!.entries.map(e => e.code)).toEqual([first.code])
    expect((await app.visitor().get(DRAW)).body.entries).toBe(1)
    expect(await stateOf(first.token)).toBe('booked')
    // Whoever came too late has no claim on anything, and may take what is left.
    expect((await book(2, '10:00')).status).toBe(201)
  })

  it('is withdrawn once, however often it is asked [U7]', async () => {
    await released(LOTS)
    app.clock.now = OPENS
    const { token } = (await enter(1)).body
    for (const _ of [1, 2])
      expect((await app.visitor().post(`/api/tickets/${token}/cancel`)).body.state).toBe('cancelled')
  })
})
