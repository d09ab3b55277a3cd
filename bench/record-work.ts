import { monitorEventLoopDelay } from 'node:perf_hooks'
import { seedDemo } from '../server/seed.ts'
import { quantile } from '../shared/kit/stats.ts'
import { seeded } from '../shared/kit/random.ts'
import { atClock } from '../shared/kit/time.ts'
import { fixedPeriod } from '../shared/survey/fixed-periods.ts'
import { deskAtWork } from './lib/desk-at-work.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { pause } from './lib/pause.ts'
import { createProgress } from './lib/progress.ts'
import { asked } from './lib/scores/asked.ts'
import { officeOf, type RatedOfficer } from './lib/scores/rated-offices.ts'
import { ledBy, workingDays, workOf } from './lib/scores/worked-offices.ts'

const PERIOD = '2025-Q4'
const NOW = atClock('2026-01-12', '09:00', 'WITA')
const NANO = 1e6

/** Officers, visits of each on a day, and how often each page is read. */
export interface WorkSizes {
  readonly officers: number
  readonly each: number
  readonly readings: number
}

/** What the record of a quarter costs, and what it makes a counter wait that calls the next one meanwhile. */
export async function measureWork({ officers: people, each, readings }: WorkSizes): Promise<readonly Figure[]> {
  const tell = createProgress('work')
  const began = performance.now()
  const days = fixedPeriod(PERIOD)!
  let office: Awaited<ReturnType<typeof officeOf>>
  let stays = 0
  const { running, ask, close } = await asked(
    () => NOW + performance.now() - began,
    async db => {
      await seedDemo(db, NOW)
      office = await officeOf(db, 'unit', people, NOW)
      stays = await workOf(db, office.officers, { days: workingDays(days.from, days.to), each, random: seeded(15) })
      await ledBy(db, office.manager, office.officers, days.from)
    },
  )
  try {
    const made = performance.now() - began
    tell(`${stays} stays made`)
    const { officers, manager } = office!
    const read = async (who: RatedOfficer, path: string) => {
      const [times, delay] = [[] as number[], monitorEventLoopDelay({ resolution: 1 })]
      for (let i = 0; i < readings; i += 1) {
        delay.enable()
        const since = performance.now()
        await ask(who, path)
        times.push(performance.now() - since)
        delay.disable()
      }
      return { first: times[0]!, slowest: Math.max(...times.slice(1)), middle: median(times), stop: delay.max / NANO }
    }
    const team = await read(manager, TEAM)
    await running.db.kysely.deleteFrom('day_work').execute()
    const since = performance.now()
    await ask(manager, TEAM)
    const anew = performance.now() - since
    const own = await read(officers[0]!, OWN)
    tell('read by nobody else; now beside a desk')
    const desk = await deskAtWork(running.url)
    await pause(1_000)
    const waited = async (act: () => Promise<unknown>) => {
      const from = desk.presses.length
      await act()
      return quantile(
        desk.presses.slice(from).map(p => p.ms),
        0.95,
      )!
    }
    const alone = await waited(() => pause(4_000))
    const beside = await waited(async () => {
      for (let i = 0; i < 4; i += 1) {
        await ask(manager, TEAM)
        await pause(200)
        await ask(officers[i]!, OWN)
        await pause(200)
      }
    })
    await desk.stop()
    return [
      known('stays of a quarter, made', stays, ''),
      known('  in', made / 1000, 's'),
      known('work of a team of a quarter, first', team.first, 'ms'),
      atMost('  the slowest afterwards', team.slowest, 'ms', 1_000),
      atMost('  longest stop of the program', team.stop, 'ms', 50),
      known('  counted anew from all visits / as kept', anew / team.middle, '×'),
      known('own record of a quarter, first', own.first, 'ms'),
      known('  the slowest afterwards', own.slowest, 'ms'),
      atMost('  longest stop of the program', own.stop, 'ms', 50),
      known('a press of the desk alone, p95', alone, 'ms'),
      known('  beside readings, p95', beside, 'ms'),
      atMost('  beside / alone', beside / alone, '×', 1.5),
    ]
  } finally {
    await close()
  }
}

const TEAM = `/api/me/team/work?period=${PERIOD}`
const OWN = '/api/me/record?from=2025-10-01&to=2025-12-31'
