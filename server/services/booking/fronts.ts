import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant } from '../../../shared/kit/time.ts'
import type { PhoneChannel } from '../../../shared/messages/message.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { isOpened } from '../../../shared/office/opened.ts'
import type { CloseReason, QueueDay } from '../../../shared/queue/day.ts'
import { isAttended } from '../../../shared/queue/leaving.ts'
import { freePlaces, mayBook } from '../../../shared/queue/places.ts'
import { waitingFor } from '../../../shared/queue/policy.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'

/** What of an office is closed now. */
export interface Today {
  readonly office: OfficeInfo
  readonly now: Instant
  /** Services closed for a while today, by id. */
  readonly closed: Readonly<Record<string, { readonly reason: CloseReason; readonly until: Instant | null }>>
  /** Whether somebody of the staff has closed the day. */
  readonly settled: boolean
}

/** An office as its booking pages show it. */
export interface Front extends Today {
  readonly demo: boolean
  /** By which channels this installation sends messages to a phone number. */
  readonly channels: readonly PhoneChannel[]
  /** The next free slot of a service, where it is known without much work. */
  readonly nearest: Readonly<Record<string, { readonly start: Instant; readonly free: number }>>
  /** Papers that are often missing, by service. */
  readonly often: Readonly<Record<string, readonly string[]>>
  /** People and counters in the hall now; `null` where nobody serves today. */
  readonly crowd: { readonly waiting: number; readonly counters: number } | null
}

export interface Fronts {
  /** Those that serve people. */
  offices(): readonly OfficeInfo[]
  /** Throws `NOT_FOUND`, and `OFFICE_PREPARING` for one that serves nobody yet. */
  of(office: string): Promise<Front>
  /** What is closed, and nothing that takes work. Throws as `of` does. */
  today(office: string): Promise<Today>
}

/** Days in which the next free place of every service is looked for. */
const LOOK_DAYS = 4

export function createFronts(deps: {
  offices: Offices
  days: QueueDays
  now: () => Instant
  demo: boolean
  channels: readonly PhoneChannel[]
  often: (office: string) => Promise<Front['often']>
}): Fronts {
  const { offices, days, now } = deps

  function nextFree(day: QueueDay, serviceId: string): { start: Instant; free: number } | undefined {
    const it = mayBook(day, serviceId)
    if (!it) return undefined
    const free = freePlaces(day, it, now(), { priority: false })
    const i = free.findIndex(n => n > 0)
    return i === -1 ? undefined : { start: it.slots.starts[i]!, free: free[i]! }
  }

  function closings(office: OfficeInfo, { closures, settledAt }: QueueDay): Today {
    const closed = Object.entries(closures).map(([k, { reason, until }]) => [k, { reason, until: until ?? null }])
    return { office, now: now(), closed: Object.fromEntries(closed), settled: settledAt !== undefined }
  }

  function opened(id: string): OfficeInfo {
    const office = offices.get(id)
    if (!isOpened(office)) throw new AppError('OFFICE_PREPARING')
    return office
  }

  return {
    offices: () => offices.all().filter(isOpened),
    today: async id => closings(opened(id), await days.today(id)),
    async of(id) {
      const office = opened(id)
      const today = await days.today(id)
      const ahead = Math.min(LOOK_DAYS, office.booking.horizonDays + 1)
      const looked = await Promise.all(Array.from({ length: ahead }, (_, i) => days.day(id, addDays(today.date, i))))
      const nearest: Record<string, { start: Instant; free: number }> = {}
      for (const { id: service } of office.services) {
        for (const day of looked) {
          const found = nextFree(day, service)
          if (found) {
            nearest[service] = found
            break
          }
        }
      }
      const counters = Object.values(today.counters).filter(isAttended).length
      return {
        ...closings(office, today),
        demo: deps.demo,
        channels: deps.channels,
        nearest,
        often: await deps.often(id),
        crowd: counters > 0 ? { waiting: waitingFor(today, Object.keys(today.waiting)), counters } : null,
      }
    },
  }
}
