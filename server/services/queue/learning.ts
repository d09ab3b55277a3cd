import { addDays, HOUR, type LocalDate } from '../../../shared/kit/time.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import { learnedOf, UNLEARNED, type Learned } from '../../../shared/queue/estimate/learned.ts'
import type { PastVisit } from '../../../shared/queue/estimate/clock-pace.ts'
import { lessonOf } from '../../../shared/queue/estimate/lessons.ts'
import type { Database } from '../../store/open/database.ts'
import { taught, trackerOn } from '../../store/ranges/trackers.ts'
import { visitsBetween } from '../../store/visits.ts'
import type { Follower } from './followers.ts'

/** What the ranges of an office know from other days. */
export interface Learning {
  /** What is known now; until it has been read, what every office begins with. */
  of(day: Pick<QueueDay, 'office' | 'date'>): Learned
  /** Learns from each first call, once: what was learned is written with the position of the follower. */
  readonly follower: Follower
}

/** Days before this one whose visits are looked at: the last week, and the same weekday of three more. */
const DAYS_BACK = [1, 2, 3, 4, 5, 6, 7, 14, 21, 28]
/** A visit that lasted longer was not ended by whoever held it. */
const LONGEST = 2 * HOUR

export function createLearning(db: Database, failed: (error: unknown) => void): Learning {
  const known = new Map<string, { readonly date: LocalDate; learned: Learned }>()
  const reading = new Set<string>()

  async function read(office: string, date: LocalDate): Promise<void> {
    const visits: PastVisit[] = []
    // Day by day, so that others have their turn in between.
    for (const back of DAYS_BACK) visits.push(...(await pastVisits(db, office, addDays(date, -back))))
    const tracker = await trackerOn(db, office, date)
    known.set(office, { date, learned: learnedOf(visits, date, tracker) })
  }

  return {
    of({ office, date }) {
      const last = known.get(office)
      if (last?.date !== date && !reading.has(office)) {
        reading.add(office)
        read(office, date)
          .catch(failed)
          .finally(() => reading.delete(office))
      }
      return last?.learned ?? UNLEARNED
    },
    follower: {
      name: 'ranges',
      async follow(office, date, events, day) {
        const lessons = events.flatMap(event => lessonOf(day, event) ?? [])
        if (lessons.length === 0) return []
        const { tracker, rows } = await taught(db, office, date, lessons)
        const last = known.get(office)
        if (last?.date === date) last.learned = { ...last.learned, tracker }
        return rows
      },
    },
  }
}

async function pastVisits(db: Database, office: string, date: LocalDate): Promise<readonly PastVisit[]> {
  const visits = await visitsBetween(db, office, date, date)
  return visits
    .filter(v => !v.clock_wrong)
    .map(v => ({
      ...{ date, serviceId: v.service_id, counterId: v.counter_id, queuedAt: v.queued_at ?? v.called_at },
      ...{ calledAt: v.called_at, endedAt: v.ended_at, parts: v.parts ?? 1 },
    }))
    .filter(v => v.endedAt - v.calledAt < LONGEST)
}
