import { clockText, type Instant, type Zone } from '../../shared/kit/time.ts'
import type { Log } from './log.ts'
import type { Promised, Promises, Score } from './score.ts'

type Row = readonly [string, string]

/** The day as a table for people. */
export function table(score: Score): string {
  const rows: readonly Row[] = [
    ['tickets', `${score.tickets}`],
    ['calls', `${score.calls} (heard in the hall: ${score.heard})`],
    ['duplicate numbers', `${score.duplicates}`],
    ['double calls', `${score.doubleCalls}`],
    ['events heard twice or out of order', `${score.heardOutOfOrder}`],
    ['bookings made, wanted in vain', `${score.booked}, ${score.noPlace}`],
    ['  arrived, of them late; released', `${score.arrived}, ${score.late}; ${score.released}`],
    ['served', `${score.served}`],
    ['missed, of them back', `${score.missed}, ${score.returned}`],
    ['sent on, put aside', `${score.transferred}, ${score.parked}`],
    ['visit, mean as played (as drawn)', `${minutes(score.visitMinutes)} (${minutes(score.plannedVisitMinutes)})`],
    ['wait, median, p90', `${minutes(score.waitMedianMinutes)}, ${minutes(score.waitP90Minutes)} (n = ${score.waits})`],
    ...(score.notCounted > 0
      ? [['not counted: the play was late; play it slower', `${score.notCounted}`] as const]
      : []),
    ...promises('walk-ins', score.walkIns),
    ...(score.booked > 0 ? promises('booked', score.bookings) : []),
    ['ratings, mean of 1 to 4', `${score.ratings}, ${score.meanRating?.toFixed(2) ?? '–'}`],
    ['SKM answers', `${score.answers}`],
    ['IKM', score.ikm === undefined ? '–' : `${score.ikm.toFixed(2)} (${score.mutu ?? '–'})`],
    ['errors', `${score.errors}`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join('\n')
}

/** How often our range and the usual rule held, and how wide they were. */
function promises(who: string, { ranges, usual, usualWidthForSameMinutes: same }: Promises): readonly Row[] {
  const ours: readonly Row[] = ranges
    ? [
        [`${who}: call inside the range first shown`, share(ranges)],
        ['  earlier, later', `${ranges.earlier}, ${ranges.later}`],
        ['  mean width', minutes(ranges.widthMinutes)],
      ]
    : [[`${who}: call inside the range first shown`, 'not scored: the server’s clock did not run with the day']]
  return [
    ...ours,
    ['  usual rule (waiting × mean / counters) ± 10 min', share(usual)],
    ...(same === undefined ? [] : ([['  its width to hold as often as ours', minutes(same)]] as const)),
  ]
}

function minutes(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(1)} min`
}

function share({ inside, n }: Promised): string {
  return `${((100 * inside) / Math.max(1, n)).toFixed(1)} % of ${n}`
}

/** Where the day is, in one line. */
export function progress(now: Instant, zone: Zone, wanted: number, log: Log): string {
  return `${clockText(now, zone)}  tickets ${log.taken.length}/${wanted}  calls ${log.calls.length}  served ${log.served}`
}
