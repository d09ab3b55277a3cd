import { addDays, atClock } from '../../shared/kit/time.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import type { PlannedOffice } from '../../shared/roster/coverage.ts'
import { findingsOn } from '../../shared/roster/findings.ts'
import type { Leave, Person, Shift, Turn } from '../../shared/roster/roster.ts'
import { fc } from './property.ts'

/** The Monday of the weeks in these tests; Tuesday is the ninth of June. */
export const MONDAY = '2026-06-08'
export const TUESDAY = '2026-06-09'

/** Three counters, a service at each: 1 and 2 share `ktp-el`; doors from eight to three without a break. */
export function plannedOffice(over: Partial<PlannedOffice['rules']> = {}): PlannedOffice {
  const hours = demoOffice.hours.map(h => h && { ...h, breaks: [] })
  const services = demoOffice.services.filter(s => ['ktp-el', 'kartu-identitas-anak', 'kartu-keluarga'].includes(s.id))
  return {
    ...demoOffice,
    ...{ hours, services, holidays: [], specialHours: [] },
    counters: [
      { id: '1', name: 'Loket 1', services: ['ktp-el'], ...PLAIN_COUNTER },
      { id: '2', name: 'Loket 2', services: ['ktp-el', 'kartu-identitas-anak'], ...PLAIN_COUNTER },
      { id: '3', name: 'Loket 3', services: ['kartu-keluarga'], ...PLAIN_COUNTER },
    ],
    rules: { ...demoOffice.rules, ...over },
  }
}

export const PEOPLE: readonly Person[] = ['p1', 'p2', 'p3', 'p4'].map(id => ({
  ...{ id, name: `Petugas ${id} (contoh)`, active: true, counter: true, front: id === 'p4', agency: null },
}))

export function shift(
  staffId: string,
  counterId: string | null,
  from: string,
  to: string,
  of: Partial<Shift> = {},
): Shift {
  return { staffId, counterId, from, to, date: TUESDAY, rest: null, insteadOf: null, ...of }
}

export function leave(staffId: string, of: Partial<Leave> = {}): Leave {
  return { id: `l-${staffId}`, staffId, kind: 'annual', from: TUESDAY, to: TUESDAY, part: null, ...of }
}

/** The hall of these tests, and its three counters, each attended all day. */
export const office = plannedOffice()
export const whole = [
  shift('p1', '1', '08:00', '15:00'),
  shift('p2', '2', '08:00', '15:00'),
  shift('p3', '3', '08:00', '15:00'),
]
export const at = (clock: string) => atClock(TUESDAY, clock, office.zone)
/** What does not fit in a plan, each finding as its kind, times, people and services. */
export const found = (of: Parameters<typeof findingsOn>[0], at = office, date = TUESDAY) =>
  findingsOn(of, at, date, PEOPLE).map(f => [f.kind, f.from, f.to, f.staffIds.join(), f.serviceIds.join()])

const quarter = fc.integer({ min: 28, max: 64 })
const clock = (n: number) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`
/** A stretch of a day, in quarters of an hour. */
export const aTurn: fc.Arbitrary<Turn> = fc
  .tuple(quarter, quarter)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }))
const aDate = fc.integer({ min: 0, max: 6 }).map(n => addDays(MONDAY, n))
const who = fc.constantFrom('p1', 'p2', 'p3', 'p4')

/** Any shift of the week, also one that fits nowhere. */
export const aShift: fc.Arbitrary<Shift> = fc
  .record({
    ...{ staffId: who, date: aDate, counterId: fc.constantFrom('1', '2', '3', null), turn: aTurn },
    insteadOf: fc.constant(null),
  })
  .map(({ turn, ...rest }) => ({ ...rest, ...turn, rest: null }))

export const aLeave: fc.Arbitrary<Leave> = fc
  .record({ id: fc.uuid(), staffId: who, from: aDate, days: fc.integer({ min: 0, max: 3 }), part: fc.option(aTurn) })
  .map(({ days, ...l }) => ({ ...l, to: addDays(l.from, days), kind: 'annual' as const }))

export const aRoster = fc.record({
  shifts: fc.array(aShift, { maxLength: 14 }),
  leaves: fc.array(aLeave, { maxLength: 3 }),
})
