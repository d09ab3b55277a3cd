import { clockText, type Instant, type Zone } from '../../shared/kit/time.ts'
import type { Log } from './log.ts'
import type { Promised, Score } from './score.ts'

/** The day as a table for people. */
export function table(score: Score): string {
  const minutes = (value: number | undefined) => (value === undefined ? '–' : `${value.toFixed(1)} min`)
  const share = (p: Promised) => `${((100 * p.inside) / Math.max(1, p.n)).toFixed(1)} % of ${p.n}`
  const rows: readonly (readonly [string, string])[] = [
    ['tickets', `${score.tickets}`],
    ['calls', `${score.calls} (heard in the hall: ${score.heard})`],
    ['duplicate numbers', `${score.duplicates}`],
    ['double calls', `${score.doubleCalls}`],
    ['events heard twice or out of order', `${score.heardOutOfOrder}`],
    ['served', `${score.served}`],
    ['missed, of them back', `${score.missed}, ${score.returned}`],
    ['sent on, put aside', `${score.transferred}, ${score.parked}`],
    ['wait, mean', minutes(score.waitMeanMinutes)],
    ['wait, p90', minutes(score.waitP90Minutes)],
    ...(score.ranges
      ? ([
          ['call inside the range first shown', share(score.ranges)],
          ['  earlier, later', `${score.ranges.earlier}, ${score.ranges.later}`],
          ['  mean width', minutes(score.ranges.widthMinutes)],
        ] as const)
      : ([['call inside the range first shown', 'not scored: the server’s clock did not run with the day']] as const)),
    ['usual rule (waiting × mean / counters) ± 10 min', share(score.usual)],
    ['  width', minutes(score.usual.widthMinutes)],
    ...(score.usualWidthForSameMinutes === undefined
      ? []
      : ([['  width to hold as often as ours', minutes(score.usualWidthForSameMinutes)]] as const)),
    ['ratings, mean of 1 to 4', `${score.ratings}, ${score.meanRating?.toFixed(2) ?? '–'}`],
    ['SKM answers', `${score.answers}`],
    ['IKM', score.ikm === undefined ? '–' : `${score.ikm.toFixed(2)} (${score.mutu ?? '–'})`],
    ['errors', `${score.errors}`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join('\n')
}

/** Where the day is, in one line. */
export function progress(now: Instant, zone: Zone, wanted: number, log: Log): string {
  return `${clockText(now, zone)}  tickets ${log.taken.length}/${wanted}  calls ${log.calls.length}  served ${log.served}`
}
