import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { atClock, clockText } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING, PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import type { OfficeInfo, Release } from '../../shared/office/office.ts'
import type { Request } from '../../shared/queue/command.ts'
import { emptyDay, type DayPlan } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { bookable, freePlaces } from '../../shared/queue/places.ts'
import { deepFreeze } from './days.ts'

/** The day that is sold, from the evening before. */
export const DATE = '2026-06-09'
const EVENING = atClock('2026-06-08', '20:00', 'WITA')
export const KTP = 'ktp-el'
export const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)

/** What an administrator may change on a day for which places are sold. */
export interface Ground {
  readonly slotMinutes: number
  readonly quota: number | null
  readonly counters: number
  readonly open: number
  readonly hours: number
  readonly rest: boolean
  readonly reserve: number
  readonly priorityShare: number
  /** Half of the places are out on the evening before, the others at seven in the evening of the day. */
  readonly waves: boolean
}

const GROUND: Ground = {
  slotMinutes: 30,
  quota: null,
  counters: 1,
  open: 8,
  hours: 4,
  rest: false,
  reserve: 0,
  priorityShare: 0,
  waves: false,
}

/** The plan of an office with one booked service of ten minutes, way and turn included. */
function planOn(change: Partial<Ground>): DayPlan {
  const g = { ...GROUND, ...change }
  const at = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const close = g.open + g.hours
  const breaks = g.rest ? [{ from: at(g.open + 1), to: at(g.open + 2) }] : []
  const office: OfficeInfo = {
    ...demoOffice,
    alwaysOpen: false,
    hours: demoOffice.hours.map(() => ({
      open: at(g.open),
      close: at(close),
      breaks,
    })) as unknown as OfficeInfo['hours'],
    booking: {
      ...demoOffice.booking,
      slotMinutes: g.slotMinutes,
      walkInReserve: g.reserve,
      priorityShare: g.priorityShare,
    },
    services: demoOffice.services.map(s => ({
      ...s,
      typicalMinutes: 9.25,
      booking: s.id === KTP ? { ...DEFAULT_SERVICE_BOOKING, release: releaseOf(g), dailyQuota: g.quota } : null,
    })),
    counters: Array.from({ length: g.counters }, (_, i) => ({
      id: `${i}`,
      name: `Loket ${i}`,
      services: [KTP],
      ...PLAIN_COUNTER,
    })),
  }
  return planOf(office, DATE, '2026-06-08')
}

function releaseOf({ waves }: Ground): Release {
  const half = (daysAhead: number) => ({ daysAhead, share: 0.5 })
  return waves ? { kind: 'waves', waves: [half(7), half(0)] } : { kind: 'open' }
}

/** A day for which places are sold while the ground changes. */
export function sales(first: Partial<Ground> = {}) {
  let day = deepFreeze(emptyDay('samarinda', DATE))
  let now = EVENING
  const act = (request: Request) => {
    const before = day
    const by = request.verb === 'planDay' ? 'system' : 'holder'
    day = deepFreeze(fold(day, decide(day, { id: `c${day.seq}`, by, ...request }, now)))
    return before
  }
  act({ verb: 'planDay', plan: planOn(first) })
  const free = (priority = false) => freePlaces(day, bookable(day, KTP), now, { priority })
  return {
    act,
    free,
    plan: (change: Partial<Ground>) => act({ verb: 'planDay', plan: planOn(change) }),
    /** Books the slot that begins at this time. */
    book(time: string, times = 1) {
      const start = atClock(DATE, time, 'WITA')
      for (let i = 0; i < times; i++)
        act({ verb: 'book', serviceId: KTP, start, priority: false, ticketId: `t${day.taken}` })
    },
    /** Books every free place from one time until just before another. */
    fill(from = '00:00', to = '24:00') {
      day.plan!.slots!.starts.forEach((start, i) => {
        const time = clockText(start, 'WITA').replace('.', ':')
        if (time >= from && time < to) this.book(time, free()[i])
      })
    },
    /** Free places by the time at which their slot begins. */
    left() {
      const shown = free().map((n, i) => [clockText(day.plan!.slots!.starts[i]!, 'WITA'), n] as const)
      return Object.fromEntries(shown.filter(([, n]) => n > 0))
    },
    wait: (ms: number) => void (now += ms),
    get day() {
      return day
    },
    get now() {
      return now
    },
  }
}
