import type { Entry, TicketRow, VisitRow } from '../../../server/journal/journal.ts'
import type { Database } from '../../../server/store/open/database.ts'
import type { Random } from '../../../shared/kit/random.ts'
import { addDays, atClock, MINUTE, weekday, type LocalDate } from '../../../shared/kit/time.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import type { RatedOfficer } from './rated-offices.ts'

const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir', 'konsultasi']

/** The working days from one date to another, both included: Sunday and Saturday are none. */
export function workingDays(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) % 6 !== 0) days.push(day)
  return days
}

/** Days of counters: every officer at one of their own, so many visits each; a day in one transaction. Returns how many stays there were. */
export async function workOf(
  db: Database,
  officers: readonly RatedOfficer[],
  of: { readonly days: readonly LocalDate[]; readonly each: number; readonly random: Random },
): Promise<number> {
  let stays = 0
  for (const date of of.days) {
    const day = dayOf(officers, date, of.each, of.random)
    stays += day.visits.length
    await db.journal.append([day])
  }
  return stays
}

/** Whoever decides reads the record of each of these officers from a day on. */
export async function ledBy(
  db: Database,
  leader: RatedOfficer,
  officers: readonly RatedOfficer[],
  from: LocalDate,
): Promise<void> {
  await db.kysely
    .insertInto('supervisions')
    .values(
      officers.map(({ id, office }) => ({
        ...{ id: `led-${id}`, office, officer_id: id, assessor_id: leader.id },
        ...{ from_date: from, to_date: null, decided_by: 'system', decided_at: 0 },
      })),
    )
    .execute()
}

function dayOf(officers: readonly RatedOfficer[], date: LocalDate, each: number, random: Random): Entry {
  const [{ office }] = officers as readonly [RatedOfficer]
  const [events, tickets, visits] = [[] as DayEvent[], [] as TicketRow[], [] as VisitRow[]]
  const opens = atClock(date, '08:00', 'WITA')
  const add = (at: number, by: string, event: object) =>
    events.push({ seq: events.length + 1, at, by, ...event } as DayEvent)
  officers.forEach(({ id }, i) =>
    add(opens, `staff:${id}`, { type: 'counterOpened', counterId: `${i + 1}`, officerId: id, services: SERVICES }),
  )
  const last = opens + each * 15 * MINUTE
  officers.forEach(({ id }, i) => add(last, `staff:${id}`, { type: 'counterClosed', counterId: `${i + 1}` }))
  // What ended each stay is no event of a counter, so that it need not be written to be counted.
  let seq = events.length
  for (let n = 0; n < each; n += 1)
    for (let i = 0; i < officers.length; i += 1) {
      const no = tickets.length
      const service = SERVICES[Math.floor(random() * SERVICES.length)]!
      const called = opens + n * 15 * MINUTE
      const started = called + Math.round(random() * MINUTE)
      const ended = started + Math.round((1 + random() * 11) * MINUTE)
      const chance = random()
      const isMissed = chance < 0.04
      const where = { office, date, no, service_id: service, called_at: called, priority: random() < 0.1 ? 1 : 0 }
      const promised = { promised_from: null, promised_to: null }
      const stay = { ...where, ...promised, queued_at: opens, held_ms: 0, calls: 1, result: null, case_id: null }
      const at = (who: number, change: Partial<VisitRow>): void => {
        const place = { counter_id: `${who + 1}`, officer_id: officers[who]!.id }
        const times = { started_at: started, ended_at: ended, outcome: 'done' as const, parts: null }
        visits.push({ ...stay, ...place, ...times, seq: ++seq, ...change })
      }
      if (isMissed) at(i, { started_at: null, ended_at: called + 2 * MINUTE, outcome: 'missed' })
      else if (chance > 0.95) {
        at(i, { outcome: 'transferred' })
        at((i + 1) % officers.length, { called_at: ended, started_at: ended, ended_at: ended + 2 * MINUTE })
      } else at(i, chance > 0.93 ? { parts: 2 } : {})
      tickets.push({
        ...{ ...where, ...promised, id: `${office}.${date}.${no}`, number: `A-${no + 1}`, why: null, ahead: 0 },
        ...{
          state: isMissed ? 'missed' : 'done',
          taken_at: opens,
          queued_at: null,
          ended_at: ended,
          arrived_at: opens,
        },
        ...(random() < 0.3 ? { booked_at: opens, slot_start: called } : { booked_at: null, slot_start: null }),
      })
    }
  return { office, date, events, tickets, visits, invitations: [] }
}
