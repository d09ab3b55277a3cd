import { replay as playedOut, type Replay, type Told } from '../../scripts/backtest/replay.ts'
import { simulatedDay } from '../../scripts/simulate/simulated-day.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { seeded } from '../../shared/kit/random.ts'
import { mean } from '../../shared/kit/stats.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'

const DATE = '2026-06-09'

/** The day that `npm run simulate` plays, without a server: the same visitors under the same rules, at once. */
export function replay(seed: number, wanted = { tickets: 500, counters: 8, booked: 0 }): Replay {
  const { doors, visitors, counters } = simulatedDay(
    demoOffice,
    publishedDoors(demoOffice, DATE)!,
    wanted,
    seeded(seed),
  )
  const day = {
    office: demoOffice,
    date: DATE,
    plan: planOf(demoOffice, DATE, '2026-06-10'),
    doors,
    visitors,
    counters: counters.map(c => ({ ...c, opens: doors.from - MINUTE })),
    endOf: (_: string, from: number, ms: number) => from + ms,
  }
  return playedOut(day, seeded(seed + 1_000_000))
}

/** How often the call fell within, and how wide the range was in minutes on average; and the width that the usual rule needs for it. */
export function scoreOf(promises: readonly Told[]) {
  const met = promises.flatMap(p =>
    p.called !== undefined && p.range ? [{ ...p, called: p.called, range: p.range }] : [],
  )
  const inside = met.filter(p => p.range.from <= p.called && p.called <= p.range.to).length
  const later = met.filter(p => p.called > p.range.to).length
  const missBy = met.map(p => Math.abs(p.called - p.usual)).sort((a, b) => a - b)
  const need = missBy[Math.min(missBy.length - 1, Math.max(0, inside - 1))] ?? 0
  return {
    n: promises.length,
    shown: met.length,
    held: inside / Math.max(1, met.length),
    later: later / Math.max(1, met.length),
    width: (mean(met.map(p => p.range.to - p.range.from)) ?? 0) / MINUTE,
    usualWidth: (2 * need) / MINUTE,
    wait: (mean(met.map(p => p.called - p.at)) ?? 0) / MINUTE,
  }
}
