import { describe, expect, it } from 'vitest'
import { ticketAt, ticketsOf, type QueueDay } from '../../shared/queue/day.ts'
import { UNUSED, slotKey } from '../../shared/queue/slots.ts'
import { bookable, freePlaces, mayBook, usedOf } from '../../shared/queue/places.ts'
import { countsInQuota } from '../../shared/queue/states.ts'
import { histories, type History, type Moment } from '../helpers/histories.ts'
import { fc, runs } from '../helpers/property.ts'
import { SERVICES, SLOTS } from '../helpers/random-plans.ts'

const RUNS = runs(200)

/** Checks a sentence about every history. */
function always(sentence: string, holds: (history: History) => void): void {
  it(sentence, () => fc.assert(fc.property(histories, holds), { numRuns: RUNS }))
}

/** Checks a sentence about every day that any history passes through. */
function everyDay(sentence: string, holds: (day: QueueDay) => void): void {
  always(sentence, ({ moments }) => moments.forEach(m => holds(m.after)))
}

describe('the places of every history of an office', () => {
  always('are never more than the plan has: nothing is given out beyond them [B1]', ({ moments }) => {
    for (const { before, after, now } of moments)
      for (const key of Object.keys(after.slots)) {
        if (after.slots[key] === before.slots[key]) continue
        const used = usedOf(after.slots[key]!, now)
        // A plan with fewer places takes nothing away, but gives nothing more.
        const most = Math.max(placesOf(after, key), usedOf(before.slots[key] ?? UNUSED, now))
        if (used > most) expect.fail(`${used} of ${placesOf(after, key)} places of ${key} are used`)
      }
  })

  always('that are counted as taken are those of the tickets that have them', h => {
    const holders = placeHolders(h)
    const keys = [...Object.keys(h.day.slots), ...holders.values()]
    for (const key of keys) {
      const nos = [...holders].filter(([, at]) => at === key).map(([no]) => no)
      const { taken, priority } = h.day.slots[key] ?? UNUSED
      expect([key, taken, priority]).toEqual([key, nos.length, nos.filter(no => ticketAt(h.day, no)!.priority).length])
    }
  })

  always('of people who did not come are offered once each, until somebody takes them [W8]', h => {
    const left = new Map<string, number>(SERVICES.map(s => [s, 0]))
    for (const { before, events } of h.moments)
      for (const e of events ?? []) {
        const t = 'no' in e ? ticketAt(before, e.no) : undefined
        const add = (by: number) => left.set(t!.serviceId, left.get(t!.serviceId)! + by)
        if (e.type === 'ticketReleased') add(1)
        if (e.type === 'placeOffered' && e.unclaimed) add(-1)
        const back = e.type === 'ticketRescheduled' || (e.type === 'ticketCancelled' && awaits(t!.state))
        if (back && t!.unclaimed) add(1)
        if ([...left.values()].some(n => n < 0)) expect.fail('a place was offered that nobody had left')
      }
    for (const [serviceId, n] of left) expect([serviceId, h.day.unclaimed[serviceId] ?? 0]).toEqual([serviceId, n])
  })

  everyDay(
    'and the numbers that count against a quota are those of its tickets, of many steps where they began [K5]',
    day => {
      const counting = [...ticketsOf(day)].flatMap(t => {
        const began = t.been?.[0]?.parts[0]?.serviceId
        return began ?? (countsInQuota(t.state) ? t.serviceId : [])
      })
      for (const s of SERVICES) {
        const n = counting.filter(serviceId => serviceId === s).length
        if ((day.counted[s] ?? 0) !== n) expect.fail(`${day.counted[s]} are counted of ${s}, and it has ${n}`)
      }
    },
  )

  always('never leave more walk-ins than a quota allows [K3]', ({ moments }) => {
    for (const { command, before, after } of moments) {
      if (command.verb !== 'takeTicket' || after === before) continue
      const quota = after.plan!.services.find(s => s.id === command.serviceId)!.quota ?? Infinity
      expect(after.counted[command.serviceId]).toBeLessThanOrEqual(quota)
    }
  })

  everyDay('are waited for exactly by the tickets on the waitlists, in the order of joining [W2]', day => {
    const waiting = [...ticketsOf(day)].filter(t => t.state === 'waitlisted')
    for (const s of SERVICES)
      expect(day.waitlist[s] ?? []).toEqual(waiting.filter(t => t.serviceId === s).map(t => t.no))
  })

  always('are waited for by nobody who could have one at once [W10]', ({ moments }) => {
    for (const { command, before, events, now } of moments) {
      if (command.verb !== 'joinWaitlist' || !events) continue
      const { serviceId, priority } = command
      const free = freePlaces(before, bookable(before, serviceId), now, { priority })
      if (free.some(n => n > 0)) expect.fail(`${free.join(' ')} are free`)
    }
  })

  always('are free to everybody, but for one for each of those who wait [W3 W10]', ({ moments }) => {
    for (const { after, now } of moments)
      for (const s of after.plan!.services) {
        const it = mayBook(after, s.id)
        const line = after.waitlist[s.id] ?? []
        if (!it || line.length === 0) continue
        const sum = (day: QueueDay) => freePlaces(day, it, now, { priority: true }).reduce((a, n) => a + n, 0)
        const without = sum({ ...after, waitlist: {} })
        if (sum(after) < without - line.length)
          expect.fail(`${line.length} wait, and ${sum(after)} of ${without} are free`)
      }
  })

  everyDay('are offered to whoever has a slot and an end of the offer, once at a time', day => {
    for (const t of ticketsOf(day)) {
      if (t.state === 'offered' && !(t.slot && t.offeredUntil! < t.slot.start))
        expect.fail(`${t.number}: offered what?`)
      if (t.state === 'booked' && (!t.slot || t.offeredUntil !== undefined)) expect.fail(`${t.number}: booked what?`)
    }
  })
})

describe('those histories themselves', () => {
  it('are full enough to prove something', () => {
    const moments = fc.sample(histories, { numRuns: 220, seed: 11 }).flatMap(h => h.moments)
    const made = (is: (m: Moment) => boolean) => moments.filter(is).length
    const happened = (type: string, is = (_: object) => true) =>
      made(m => m.events?.some(e => e.type === type && is(e)) ?? false)
    expect(made(m => m.command.verb === 'book' && !m.events)).toBeGreaterThan(30)
    expect(happened('ticketBooked', e => 'held' in e)).toBeGreaterThan(10)
    expect(happened('placeOffered', e => 'unclaimed' in e && e.unclaimed === true)).toBeGreaterThan(20)
    expect(happened('placeOffered', e => 'unclaimed' in e && e.unclaimed === false)).toBeGreaterThan(20)
    expect(happened('ticketCheckedIn', e => 'opens' in e)).toBeGreaterThan(50)
    expect(happened('ticketCheckedIn', e => 'late' in e && e.late === true)).toBeGreaterThan(20)
  })
})

/** Who has a place of which slot: booked or offered, and not given back before the check-in. */
function placeHolders({ moments }: History): ReadonlyMap<number, string> {
  const holders = new Map<number, string>()
  for (const { before, after, events } of moments)
    for (const e of events ?? []) {
      if (e.type === 'ticketBooked' || e.type === 'ticketRescheduled' || (e.type === 'placeOffered' && !e.unclaimed))
        holders.set(e.no, slotKey(ticketAt(after, e.no)!.serviceId, e.slot.start))
      if (e.type === 'ticketCancelled' && awaits(ticketAt(before, e.no)!.state)) holders.delete(e.no)
    }
  return holders
}

function awaits(state: string): boolean {
  return state === 'booked' || state === 'offered'
}

function placesOf(day: QueueDay, key: string): number {
  const [serviceId, start] = key.split('@')
  const service = day.plan!.services.find(s => s.id === serviceId)
  return service?.booking?.places[SLOTS.starts.indexOf(Number(start))] ?? 0
}
