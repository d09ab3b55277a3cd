import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { surveyed } from './surveyed.ts'
import type { TestApp } from './test-app.ts'

/** The first day on which the quarter is told, and the one on which it is open to others than its officer. */
export const [SETTLED, OPEN] = ['2026-04-08', '2026-04-13'] as const
/** The days of the quarter on which citizens came, a third of them on each. */
export const QUARTER_DAYS: readonly [LocalDate, LocalDate, LocalDate] = ['2026-01-12', '2026-02-10', '2026-03-09']
/** How many of those whom each officer served chose 1, 2, 3 and 4; of the seventh too few did for anything to be told. */
const [ENOUGH, FEW] = [
  [3, 9, 36, 48],
  [0, 3, 9, 9],
]
const OFFICERS = 7

/**
 * Closes the first quarter of 2026 of a trial office: six officers at a counter each whom enough rated, a seventh whom too few did,
 * all assessed by `atasan`, over whom `manajer` stands. It is the morning on which its scores are computed.
 */
export async function closeQuarter(app: TestApp): Promise<void> {
  app.clock.now = atClock(SETTLED, '08:30', 'WITA')
  const said = surveyed(app.db)
  for (let seat = 1; seat <= OFFICERS; seat++)
    for (const [i, many] of (seat < OFFICERS ? ENOUGH : FEW).entries())
      for (const date of QUARTER_DAYS) {
        const ids = await said.visits(many / QUARTER_DAYS.length, `p${seat}`, `${seat}`, date)
        await said.rated(ids, (i + 1) as Score, i < 2 ? ['slow'] : [])
      }
  const admin = await app.as('admin')
  const assess = (officerId: string, assessorId: string) =>
    admin.post('/api/offices/samarinda/supervisions', { officerId, assessorId, from: '2026-01-01', to: null })
  for (let seat = 1; seat <= OFFICERS; seat++) await assess(`p${seat}`, 'atasan')
  await assess('atasan', 'manajer')
  await app.scores.pass()
}
