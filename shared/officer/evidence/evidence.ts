import { grouped } from '../../kit/grouped.ts'
import { isDate, MINUTE, type Instant, type LocalDate } from '../../kit/time.ts'
import type { OfficeInfo } from '../../office/office.ts'
import { fixedPeriod } from '../../survey/fixed-periods.ts'
import type { UnitRows } from '../facts.ts'
import type { Period } from '../own-record.ts'
import { isServed } from '../record.ts'
import { staysOf, visitOf, type Stay } from '../stays.ts'
import { NOTHING_REPORTED, type Reported } from './reported.ts'

/** A pause between two visits at one counter after which the work counts as begun anew, and makes a line of its own. */
export const NEW_LINE_AFTER = 45 * MINUTE

/** Work at one counter without a longer pause: a line of the daily progress. */
export interface EvidenceLine {
  readonly date: LocalDate
  /** The first call, and the end of the last visit. */
  readonly from: Instant
  readonly to: Instant
  readonly counterId: string
  /** Services finished, by service in the order of the office. */
  readonly services: readonly ServiceCount[]
  /** Services finished; each step of a visit is one. */
  readonly quantity: number
}

export interface ServiceCount {
  readonly serviceId: string
  readonly n: number
}

/** What one service adds to the evidence of a period. */
export interface ServiceEvidence {
  readonly serviceId: string
  readonly served: number
  /** With a service time and a published standard; of them within it. */
  readonly judged: number
  readonly within: number
  /** Finished without a service time because the service was closed meanwhile, or the clock is marked as wrong. */
  readonly shut: number
  readonly unclocked: number
}

/** What an officer proves of a period: lines in the order of time, and sums. It holds no rating and no other person. */
export interface Evidence extends Period, Reported {
  /** Days with a finished service. */
  readonly days: number
  readonly served: number
  readonly lines: readonly EvidenceLine[]
  readonly services: readonly ServiceEvidence[]
  /** The line of the SKP for work at counters in the year of the period; empty where none was said. */
  readonly skp: string
}

/**
 * The days of a name: a date, a month, a quarter or a year; undefined for any other.
 * @example evidencePeriod('2026-06') // { from: '2026-06-01', to: '2026-06-30' }
 */
export function evidencePeriod(name: string): Period | undefined {
  if (isDate(name)) return { from: name, to: name }
  const period = fixedPeriod(name)
  if (period === undefined || period.kind === 'week' || period.kind === 'semester') return undefined
  return { from: period.from, to: period.to }
}

/**
 * The evidence of one officer from the visits of all whose tickets the officer had a hand in, in the order they ended. The sum of
 * the quantities is `served`, and that is the record's; what daily reports say stands beside it and is in no sum.
 */
export function evidenceOf(
  officerId: string,
  { visits, outages }: Pick<UnitRows, 'visits' | 'outages'>,
  period: Period,
  { services: known }: Pick<OfficeInfo, 'services'>,
  said: Reported & { readonly skp: string } = { ...NOTHING_REPORTED, skp: '' },
): Evidence {
  const own = staysOf(visits, outages).filter(s => s.officerId === officerId)
  const place = (id: string) => {
    const at = known.findIndex(s => s.id === id)
    return at < 0 ? known.length : at
  }
  const inOrder = (ids: Iterable<string>) => [...ids].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  const lines = blocksOf(own).flatMap((block): EvidenceLine[] => {
    const done = grouped(
      block.filter(s => isServed(s.outcome)),
      s => s.serviceId,
    )
    if (done.size === 0) return []
    const services = inOrder(done.keys()).map(serviceId => ({ serviceId, n: done.get(serviceId)!.length }))
    const { date, counterId } = block[0]!
    return [
      {
        ...{ date, counterId, services },
        from: Math.min(...block.map(s => s.calledAt)),
        to: Math.max(...block.map(endOf)),
        quantity: services.reduce((sum, s) => sum + s.n, 0),
      },
    ]
  })
  const finished = grouped(
    own.filter(s => isServed(s.outcome)),
    s => s.serviceId,
  )
  return {
    ...{ from: period.from, to: period.to, lines },
    days: new Set(lines.map(l => l.date)).size,
    served: lines.reduce((sum, l) => sum + l.quantity, 0),
    services: inOrder(finished.keys()).map(id => {
      const of = finished.get(id)!
      const judged = of
        .map(s => visitOf(s, known.find(k => k.id === id)?.standardMinutes).withinStandard)
        .filter(within => within !== undefined)
      return {
        ...{ serviceId: id, served: of.length, judged: judged.length, within: judged.filter(Boolean).length },
        ...{ shut: of.filter(s => s.isShut).length, unclocked: of.filter(s => s.isUnclocked).length },
      }
    }),
    ...{ activities: said.activities, reports: said.reports, skp: said.skp },
  }
}

/** When a stay ended; of one whose clock is wrong only that it began is believed. */
function endOf({ clockWrong, calledAt, startedAt, endedAt }: Stay): Instant {
  return clockWrong ? (startedAt ?? calledAt) : endedAt
}

/** Stays at one counter on one day without a longer pause, by time. */
function blocksOf(stays: readonly Stay[]): readonly (readonly Stay[])[] {
  const blocks: Stay[][] = []
  const inTime = [...stays].sort((a, b) => (a.date === b.date ? a.calledAt - b.calledAt : a.date < b.date ? -1 : 1))
  for (const stay of inTime) {
    const last = blocks.at(-1)
    const before = last?.at(-1)
    const goesOn = before?.date === stay.date && before.counterId === stay.counterId
    const ended = Math.max(...(last ?? []).map(endOf))
    if (last && goesOn && stay.calledAt - ended < NEW_LINE_AFTER) last.push(stay)
    else blocks.push([stay])
  }
  return blocks
}
