import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { seeded } from '../shared/kit/random.ts'
import { addDays, HOUR } from '../shared/kit/time.ts'
import { DATE, kindDay } from './backtest/kind-day.ts'
import { kindsFile, type Kind } from './backtest/kinds.ts'
import { replay } from './backtest/replay.ts'
import { learnedOf, UNLEARNED, type Learned } from '../shared/queue/estimate/learned.ts'
import type { PastVisit } from '../shared/queue/estimate/clock-pace.ts'
import { drawnBack } from '../shared/queue/estimate/tracker.ts'

import { CLASSES, scoreOf, type Held, type KindScore } from './backtest/score.ts'

const USAGE = `npm run backtest -- --kinds FILE.json [--seeds 1-10] [--json]

Plays kinds of office day through the rules of the queue, without a server, and says how often the call fell within
the range that was told, and how wide that was; also by told wait, and apart for the later steps of visits. Each kind begins with six days of its own, from
which the office knows its pace. A day takes about a second.`

/** Seeds of the days that an office knows of; nobody asks for seeds as large. */
const DAYS_BEFORE = Array.from({ length: 6 }, (_, i) => 2_000_000_001 + i)

const WEEK = 7 * 24 * HOUR

/** Whoever starts the program reads one sentence. */
class Refusal extends Error {}

/** `npm run backtest`: the exit code is 2 when the request cannot be read. */
export function main(args: readonly string[]): number {
  try {
    const { kinds, seeds, json } = optionsOf(args)
    const scores = kinds.map(kind => {
      const score = played(kind, seeds)
      if (!json) console.log(rowOf(score.name, score))
      if (!json && score.later) console.log(rowOf('  later steps', score.later))
      return score
    })
    if (json) console.log(JSON.stringify({ kinds: scores }, undefined, 2))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    return 2
  }
}

/** Each seed is a day of its own after the same six days of the kind, as in an office that has been at work for a while. */
function played(kind: Kind, seeds: readonly number[]): KindScore {
  const visits: PastVisit[] = []
  let known = UNLEARNED
  DAYS_BEFORE.forEach((seed, i) => {
    const weeks = DAYS_BEFORE.length - i
    const day = dayOf(kind, seed, known)
    const past = (at: number) => at - weeks * WEEK
    for (const v of day.visits)
      visits.push({
        ...{ ...v, date: addDays(DATE, -7 * weeks), queuedAt: past(v.queuedAt) },
        ...{ calledAt: past(v.calledAt), endedAt: past(v.endedAt) },
      })
    known = learnedOf(visits, DATE, drawnBack(day.tracker))
  })
  return scoreOf(
    kind.name,
    seeds.flatMap(seed => dayOf(kind, seed, known).promises),
  )
}

function dayOf(kind: Kind, seed: number, known: Learned) {
  return replay(kindDay(kind, seed), seeded(seed + 1_000_000), known)
}

function optionsOf(args: readonly string[]) {
  let values
  try {
    ;({ values } = parseArgs({
      args: [...args],
      options: {
        kinds: { type: 'string' },
        seeds: { type: 'string', default: '1-10' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }))
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`)
  }
  if (values.help || values.kinds === undefined) throw new Refusal(USAGE)
  return { kinds: readKinds(values.kinds), seeds: seedsOf(values.seeds), json: values.json }
}

function readKinds(file: string): readonly Kind[] {
  let text: unknown
  try {
    text = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  const read = kindsFile.safeParse(text)
  if (read.success) return read.data.kinds
  const problems = read.error.issues.map(({ path, message }) => `  ${placeOf(path, text)}: ${message}`)
  throw new Refusal(`${file} is not a list of kinds of day:\n${problems.join('\n')}`)
}

/** Where something is wrong, the kind by its name. */
function placeOf(path: readonly PropertyKey[], text: unknown): string {
  const [, at, ...rest] = path
  const name = typeof at === 'number' ? (text as { kinds: { name?: unknown }[] }).kinds[at]?.name : undefined
  return typeof name === 'string' ? [`kind "${name}"`, ...rest.map(String)].join(' › ') : path.map(String).join(' › ')
}

/**
 * The seeds of `1-10` or `1,4,7-9`.
 * @example seedsOf('1,4-6') // [1, 4, 5, 6]
 */
export function seedsOf(text: string): readonly number[] {
  const seeds = text.split(',').flatMap(part => {
    const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part.trim())
    const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
    if (!found || to < from || to - from > 999)
      throw new Refusal(`--seeds takes numbers and stretches as 1-10 or 1,4,7-9, at most 1,000, not "${text}".`)
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  })
  return [...new Set(seeds)]
}

const NAME = 24

function rowOf(name: string, { n, held, width, classes }: Held): string {
  const parts = classes.map(({ upToMinutes, n, held }) => {
    const label = upToMinutes === null ? `over ${CLASSES.at(-2)}` : `under ${upToMinutes}`
    return `${label} min: ${n === 0 ? '–' : percent(held)} (${n})`
  })
  return `${name.padEnd(NAME)} ${percent(held).padStart(7)} of ${String(n).padEnd(5)} ${width.toFixed(1).padStart(5)} min   ${parts.join(' · ')}`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
