import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '../../../shared/kit/time.ts'
import { allServicesOf } from '../../../shared/queue/steps/planning.ts'
import { ticketsOf } from '../../../shared/queue/day.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../../shared/office/defaults.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { OfficeChange } from '../../../shared/office/structure/change.ts'
import {
  counterPath,
  MORNING,
  testApp,
  TICKETS,
  type Answer,
  type TestApp,
  type Visitor,
} from '../../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const [TODAY, TOMORROW, THURSDAY] = ['2026-06-09', '2026-06-10', '2026-06-11'] as const
const EACH = 30
const ROUNDS = Array.from({ length: EACH }, (_, i) => i)
type Way = keyof typeof ACTS | 'transfer' | 'part' | 'sit' | 'stranded'
const BOOKED = { ...DEFAULT_SERVICE_BOOKING, dailyQuota: 100 }
const DRAWN = { ...BOOKED, release: { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 } }

let app: TestApp
let admin: Visitor
let kiosk: Visitor
let officer: Visitor
let small: OfficeInfo
beforeAll(async () => {
  app = await testApp()
  ;[admin, kiosk, officer] = [await app.as('admin'), await app.device('kiosk'), await app.as('petugas1')]
  const { booking } = app.offices.get('samarinda')
  await change({
    booking: { ...booking, proof: 'never', heldBackMinutes: 0, priorityShare: 0 },
    agencies: [{ id: 'ras', code: 'R', name: ['Badan Contoh', 'Sample Agency'] }],
    counters: [{ id: 'ras', name: 'Loket 100' }],
    lifeEvents: [{ id: 'ras', name: ['Peristiwa', 'Event'], parts: [] }],
  })
  expect((await officer.post(counterPath('1', 'open'))).status).toBe(200)
  small = app.offices.get('samarinda')
})
// A large office takes longer to change.
afterEach(async () => {
  await app.offices.replace(small, { who: 'system', what: 'office.file' }, [])
  await app.days.replan('samarinda')
})
afterAll(() => app.close())

/** What the next rounds need, ten at a time. */
async function prepared(way: Way, round: number): Promise<void> {
  if (round % 10 > 0) return
  const ids = Array.from({ length: 11 }, (_, i) => `${way}-${round + i}`)
  if (way === 'sit') return change({ counters: ids.map(id => ({ id, name: `Loket ${id}` })) })
  const booking = way === 'entry' ? DRAWN : way === 'booking' || way === 'wish' ? BOOKED : null
  const services = ids.map(id => ({
    id,
    letter: 'R',
    agency: 'ras',
    name: [`Layanan ${id}`, `Service ${id}`],
    booking,
  }))
  await change({
    services,
    // Nobody gives places for what is only wished for.
    ...(way === 'wish' ? {} : { counters: [{ id: 'ras', services: ids }] }),
    ...(way === 'part' ? { lifeEvents: [{ id: 'ras', parts: partsOf(round) }] } : {}),
  })
}

const partsOf = (round: number) =>
  ['ktp-el', `part-${round}`].map(serviceId => ({ serviceId, caseId: null, optional: false }))
async function change(wanted: object): Promise<void> {
  const answer = await admin.patch(`${OFFICE}/settings`, { ...wanted, foreseen: 1_000 })
  expect([answer.status, answer.body.error?.data]).toEqual([200, undefined])
}
const phone = (round: number) => ({ phone: `0800-0004-${String(round).padStart(4, '0')}` })
const removal =
  (list: 'services' | 'counters' | 'agencies', id: string, more: OfficeChange = {}) =>
  () =>
    admin.patch(`${OFFICE}/settings`, { [list]: [{ id, removed: true }], ...more, foreseen: 1_000 })

/** Requests are some way further with each turn of the event loop. */
const after = async <T>(turns: number, act: () => Promise<T>): Promise<T> => {
  for (let i = 0; i < turns; i++) await new Promise(go => setImmediate(go))
  return act()
}

/**
 * Lets a removal meet an act, again and again: of both only one may be acknowledged, the other one says why not. Whichever came
 * first comes later the next time, so that they meet closer and closer, however long each takes.
 */
function meetings(refusals: readonly string[], kept = 'STRUCTURE_UNSOUND') {
  const ends: string[] = []
  let [lead, step] = [0, 1]
  const said = ({ status, body }: Answer) => (status < 300 ? 'done' : body.error.code)
  return {
    ends,
    async meet(remove: () => Promise<Answer>, act: () => Promise<Answer>): Promise<boolean> {
      const [removed, acted] = await Promise.all([after(-lead, remove), after(lead, act)])
      const both = [said(removed), said(acted)]
      expect([...refusals.map(code => ['done', code]), [kept, 'done']]).toContainEqual(both)
      step = Math.max(1, both[0] === ends.at(-1) ? step * 2 : Math.floor(step / 2))
      lead += both[0] === 'done' ? -step : step
      ends.push(both[0])
      return both[0] === 'done'
    },
  }
}

/** Both ways to end were met. */
const metBoth = (ends: readonly string[]) => expect([...new Set(ends)].sort()).toEqual(['STRUCTURE_UNSOUND', 'done'])

const ACTS = {
  number: (serviceId: string) => kiosk.post(TICKETS, { serviceId }),
  booking: (serviceId: string, n: number) =>
    app.visitor().post(`${OFFICE}/bookings`, { serviceId, slotId: `${TOMORROW}T10:00`, contact: phone(n) }),
  wish: (serviceId: string, n: number) =>
    app.visitor().post(`${OFFICE}/services/${serviceId}/waitlist`, { date: TOMORROW, contact: phone(100 + n) }),
  entry: (serviceId: string, n: number) =>
    app.visitor().post(`${OFFICE}/services/${serviceId}/draws/${THURSDAY}/entries`, {
      ...{ wishes: [`${THURSDAY}T10:00`], anySlot: true, contact: phone(200 + n) },
    }),
}

describe('removed in the very moment in which', () => {
  it.each([
    ['somebody takes a number', 'number'],
    ['somebody books it', 'booking'],
    ['somebody waits for a place', 'wish'],
    ['somebody enters its draw', 'entry'],
  ] as const)('%s: a service that goes has nobody, and who has it keeps it [A42]', async (_, way) => {
    const { ends, meet } = meetings(['SERVICE_UNKNOWN'])
    for (const round of ROUNDS) {
      const id = `${way}-${round}`
      await prepared(way, round)
      await meet(removal('services', id), () => ACTS[way](id, round))
    }
    metBoth(ends)
    await nobodyLost(way)
  })

  it('nobody enters its draw: a service that goes has no draw, and holds up no other [A42 U10]', async () => {
    await prepared('entry', 50)
    await app.draws.holdDue()
    expect((await removal('services', 'entry-50')()).status).toBe(200)
    app.clock.now += 2 * DAY
    await app.draws.holdDue()
    app.clock.now = MORNING
    expect((await admin.get(`${OFFICE}/services/entry-50/draws/${THURSDAY}`)).body.drawn).toBe(null)
    expect((await admin.get(`${OFFICE}/services/entry-51/draws/${THURSDAY}`)).body.drawn.entries).toEqual([])
  })

  it('an officer sends somebody on to it: a service that goes gets nobody [A42]', async () => {
    const { ends, meet } = meetings(['SERVICE_UNKNOWN'])
    let called = false
    for (const round of ROUNDS) {
      const id = `transfer-${round}`
      await prepared('transfer', round)
      if (!called) {
        await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
        for (const act of ['call-next', 'start']) expect((await officer.post(counterPath('1', act))).status).toBe(200)
      }
      const send = () => officer.post(counterPath('1', 'transfer'), { serviceId: id })
      called = await meet(removal('services', id), send)
    }
    metBoth(ends)
    await nobodyLost('transfer')
  })

  it('somebody comes for it as a later part: nobody is promised a part that goes [A42]', async () => {
    const { ends, meet } = meetings(['SERVICE_UNKNOWN', 'OTHER_PART'])
    for (const round of ROUNDS.slice(0, -1)) {
      await prepared('part', round)
      const next = { lifeEvents: [{ id: 'ras', parts: partsOf(round + 1) }] }
      const take = () => kiosk.post(TICKETS, { serviceId: 'ktp-el', lifeEvent: 'ras' })
      const others: string[] = []
      const remove = removal('services', `part-${round}`, next)
      // Whoever comes once the event has another part has that.
      const acted = async () => {
        const answer = await take()
        const day = await app.days.today('samarinda')
        const ticket = [...ticketsOf(day)].find(t => t.id === answer.body.ticket?.id)
        if (ticket && !allServicesOf(ticket).includes(`part-${round}`)) others.push(ticket.number)
        return others.length > 0 ? { ...answer, status: 409, body: { error: { code: 'OTHER_PART' } } } : answer
      }
      if (!(await meet(remove, acted))) await change(next)
    }
    metBoth(ends)
    await nobodyLost('part')
  })

  it('somebody takes a number: a service that loses its counter strands nobody of whom its maker was not told [A41]', async () => {
    const { ends, meet } = meetings(['done'], 'BOOKINGS_TOUCHED')
    for (const round of ROUNDS) {
      const id = `stranded-${round}`
      await prepared('stranded', round)
      const { services } = app.offices.get('samarinda').counters.find(c => c.id === 'ras')!
      const counters = [{ id: 'ras', services: services.filter(s => s !== id) }]
      const strip = () => admin.patch(`${OFFICE}/settings`, { counters, foreseen: 0 })
      const saved = await meet(strip, () => kiosk.post(TICKETS, { serviceId: id }))
      const events = await app.db.journal.read('samarinda', TODAY)
      const lastOf = (type: string) => events.filter(e => e.type === type).at(-1)!.seq
      // Whoever comes afterwards is told by the kiosk that no counter serves it.
      if (saved) expect(lastOf('dayPlanned')).toBeLessThan(lastOf('ticketTaken'))
    }
    expect([...new Set(ends)].sort()).toEqual(['BOOKINGS_TOUCHED', 'done'])
  })

  it('an officer sits down at it: a counter that goes has nobody [A43]', async () => {
    const { ends, meet } = meetings(['COUNTER_UNKNOWN'])
    const second = await app.as('petugas2')
    for (const round of ROUNDS) {
      await prepared('sit', round)
      const sit = () => second.post(counterPath(`sit-${round}`, 'open'))
      await meet(removal('counters', `sit-${round}`), sit)
    }
    metBoth(ends)
    await nobodyLost('sit')
  })

  it('somebody is invited into it: an agency that goes has nobody [A42]', async () => {
    const { ends, meet } = meetings(['BAD_REQUEST'])
    const letters = [...'abcdefghijklmnopq']
    await change({
      agencies: letters.map(l => ({ id: `b-${l}`, code: `X${l.toUpperCase()}`, name: [`Badan ${l}`, `Agency ${l}`] })),
    })
    for (const l of letters) {
      const person = { name: `Eko ${l}`, username: `eko${l}`, email: null, roles: ['officer'], agency: `b-${l}` }
      await meet(removal('agencies', `b-${l}`), () => admin.post(`${OFFICE}/people`, person))
    }
    metBoth(ends)
  })

  it('its officer sits down, a counter moves to another agency: nobody is at one that is not theirs [A43]', async () => {
    const { ends, meet } = meetings(['FORBIDDEN'])
    await change({ counters: [{ id: 'pindah', name: 'Loket pindah', agency: 'ras' }] })
    expect((await admin.post(`${OFFICE}/people/p3/agency`, { agency: 'ras' })).status).toBe(200)
    const third = await app.as('petugas3')
    const move = () =>
      admin.patch(`${OFFICE}/settings`, { counters: [{ id: 'pindah', agency: null }], foreseen: 1_000 })
    for (let i = 0; i < 20; i++)
      if (await meet(move, () => third.post(counterPath('pindah', 'open'))))
        await change({ counters: [{ id: 'pindah', agency: 'ras' }] })
      else expect((await third.post(counterPath('pindah', 'close'))).status).toBe(200)
    metBoth(ends)
  })
})

/** Whatever anybody has is something that the office has. */
async function nobodyLost(way: Way) {
  const { services, counters } = app.offices.get('samarinda')
  const had = new Set([...services, ...counters].map(one => one.id))
  const days = await Promise.all([app.days.today('samarinda'), app.days.day('samarinda', TOMORROW)])
  const named = days.flatMap(day => [
    ...[...ticketsOf(day)].flatMap(allServicesOf),
    ...Object.values(day.counters).flatMap(c => (c.state === 'closed' ? [] : [c.id])),
  ])
  const entered = await app.db.kysely.selectFrom('draw_entries').select('service_id').distinct().execute()
  const own = [...named, ...entered.map(e => e.service_id)].filter(id => id.startsWith(way))
  expect(own.filter(id => !had.has(id))).toEqual([])
  expect(app.failures).toEqual([])
}
