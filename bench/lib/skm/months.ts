import type { Random } from '../../../shared/kit/random.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/kit/time.ts'
import { between, binomial, weighted } from './draws.ts'

/** One answer of a month as the marks of doubtful answers see it. */
export interface MonthAnswer {
  readonly day: number
  readonly at: number
  readonly counter: number
  /** The tablet of its counter, or else one phone. */
  readonly device: 'tablet' | 'phone'
  readonly key: string
  /** Undefined where the network is the office's. */
  readonly network?: string | undefined
  alike: boolean
  fast: boolean
}

/** A month of an office: on each day and counter how many visits ended and were invited, and the answers. */
export interface Month {
  readonly days: number
  readonly counters: number
  readonly finished: number[][]
  readonly invited: number[][]
  /** Instants at which invitations were minted. */
  readonly minted: number[]
  readonly answers: MonthAnswer[]
}

const [DAYS, OPEN, DAY] = [21, 8 * HOUR, 24 * HOUR] as const
const RUSH_DAYS = 2
/** Counters differ by so much at most, up and down, in the logarithm of the odds; days in how many of their visits answer. */
const [COUNTERS, MOODS] = [0.25, 0.6]
const CARRIERS = 12

interface Visit {
  readonly day: number
  readonly counter: number
  readonly at: number
}

/** An honest month: rush days with four in ten visits within an hour, families on one phone, networks that many share. */
export function honestMonth(random: Random): Month {
  const counters = between(random, 3, 8)
  const aDay = 50 + 350 * random()
  const rush = new Map(Array.from({ length: RUSH_DAYS }, () => [between(random, 0, DAYS - 1), 1.8 + 1.2 * random()]))
  const odds = (share: number) => {
    const middle = Math.log(share / (1 - share))
    return Array.from({ length: counters }, () => 1 / (1 + Math.exp(-middle - COUNTERS * (2 * random() - 1))))
  }
  const rates = {
    invited: 0.88,
    answers: odds(0.1 + 0.35 * random()),
    alike: odds(0.4 + 0.2 * random()),
    fast: odds(0.02),
    tablet: 0.4 + 0.3 * random(),
  }
  const table = () => Array.from({ length: counters }, () => Array<number>(DAYS).fill(0))
  const month: Month = { days: DAYS, counters, finished: table(), invited: table(), minted: [], answers: [] }
  for (let day = 0; day < DAYS; day += 1) {
    const mood = Math.exp(MOODS * (2 * random() - 1))
    for (const visit of visitsOf(
      day,
      Math.round(aDay * (rush.get(day) ?? 1) * (0.85 + 0.3 * random())),
      counters,
      rush.has(day),
      random,
    )) {
      month.finished[visit.counter]![day]! += 1
      if (random() >= rates.invited) continue
      month.invited[visit.counter]![day]! += 1
      month.minted.push(visit.at)
      const answers = rates.answers[visit.counter]!
      if (random() < (answers * mood) / (1 - answers + answers * mood))
        month.answers.push(answerOf(visit, rates, random))
    }
  }
  families(month, random)
  month.minted.sort((a, b) => a - b)
  return month
}

function visitsOf(day: number, count: number, counters: number, rush: boolean, random: Random): readonly Visit[] {
  const hour = Math.floor(random() * 7) * HOUR
  return Array.from({ length: count }, () => {
    const within = rush && random() < 0.4 ? hour + random() * HOUR : random() * OPEN
    return { day, counter: Math.floor(random() * counters), at: Math.round(day * DAY + within) }
  })
}

interface Rates {
  readonly alike: readonly number[]
  readonly fast: readonly number[]
  readonly tablet: number
}

let phones = 0

function answerOf({ day, counter, at }: Visit, rates: Rates, random: Random): MonthAnswer {
  const marks = { alike: random() < rates.alike[counter]!, fast: random() < rates.fast[counter]! }
  if (random() < rates.tablet)
    return {
      day,
      counter,
      device: 'tablet',
      key: `tablet ${counter}`,
      at: Math.round(at + (20 + 100 * random()) * SECOND),
      ...marks,
    }
  const later = at - 60 * MINUTE * Math.log(1 - random())
  return {
    day,
    counter,
    device: 'phone',
    key: `phone ${++phones}`,
    network: networkOf(random),
    at: Math.round(later),
    ...marks,
  }
}

/** Half the phones are in one of the networks of which many share an address, some far more than others. */
function networkOf(random: Random): string {
  const shared = Array.from({ length: CARRIERS }, (_, i) => 1 / (i + 1))
  return random() < 0.5 ? `carrier ${weighted(random, shared)}` : `home ${Math.floor(random() * 1e9)}`
}

/** One phone answer in twelve is of a family: the next one to five of the day come from the same phone, one after the other. */
function families({ answers }: Month, random: Random): void {
  for (let i = 0; i < answers.length; i += 1) {
    const first = answers[i]!
    if (first.device !== 'phone' || random() >= 1 / 12) continue
    let { at } = first
    for (let left = between(random, 1, 5); left > 0 && answers[i + 1]?.day === first.day; left -= 1) {
      i += 1
      if (answers[i]!.device !== 'phone') continue
      at = Math.round(at + (30 + 60 * random()) * SECOND)
      answers[i] = { ...answers[i]!, key: first.key, network: first.network, at }
    }
  }
}

/** What somebody does to a month who wants better figures; each leaves the rest as it is. */
export const FRAUDS = {
  /** So many answers from one phone in five minutes. */
  phone: (month: Month, many: number, random: Random) =>
    burst(month, many, random, { key: 'one phone', network: 'home 0' }),
  /** On the tablet of a counter while it is busiest. */
  tablet: (month: Month, many: number, random: Random) => burst(month, many, random, undefined),
  /** From one network, each from a new phone. */
  network: (month: Month, many: number, random: Random) => burst(month, many, random, { network: 'home 0' }),
  /** A share of the answers of one counter forced to be alike. */
  alike: (month: Month, share: number, random: Random) => {
    for (const one of ofCounter(month, random)) if (random() < share) one.alike = true
  },
  fast: (month: Month, share: number, random: Random) => {
    for (const one of ofCounter(month, random)) if (random() < share) one.fast = true
  },
  /** So large a share of the month's answers more on its last two days. */
  monthEnd: (month: Month, share: number, random: Random) => {
    const more = Math.round(month.answers.length * share)
    for (let i = 0; i < more; i += 1) {
      const from = month.answers[Math.floor(random() * month.answers.length)]!
      const day = month.days - 1 - Math.floor(random() * 2)
      month.answers.push({ ...from, day, at: Math.round(day * DAY + random() * OPEN), key: `stuffed ${i}` })
    }
  },
  /** At one counter so many points more of the invited answer. */
  response: (month: Month, points: number, random: Random) => {
    const counter = Math.floor(random() * month.counters)
    for (const [day, invited] of month.invited[counter]!.entries()) {
      const own = month.answers.filter(one => one.counter === counter && one.day === day).length
      const like = month.answers.find(one => one.counter === counter)
      for (
        let more = binomial(random, invited - own, points / Math.max(0.01, 1 - shareOf(month, counter)));
        like && more > 0;
        more -= 1
      )
        month.answers.push({ ...like, day, key: `more ${day} ${more}`, at: Math.round(day * DAY + random() * OPEN) })
    }
  },
  /** At one counter a share of the invitations is withheld, and with them the answers. */
  withheld: (month: Month, share: number, random: Random) => {
    const counter = Math.floor(random() * month.counters)
    for (const [day, invited] of month.invited[counter]!.entries())
      month.invited[counter]![day] = invited - binomial(random, invited, share)
    const left = month.answers.filter(one => one.counter !== counter || random() >= share)
    month.answers.splice(0, month.answers.length, ...left)
  },
} as const

export type Fraud = keyof typeof FRAUDS

function shareOf(month: Month, counter: number): number {
  const invited = month.invited[counter]!.reduce((a, b) => a + b, 0)
  return month.answers.filter(one => one.counter === counter).length / Math.max(1, invited)
}

function ofCounter(month: Month, random: Random): readonly MonthAnswer[] {
  const counter = Math.floor(random() * month.counters)
  return month.answers.filter(one => one.counter === counter)
}

/** `many` answers within five minutes at a moment at which somebody answered anyway. */
function burst(month: Month, many: number, random: Random, from: { key?: string; network: string } | undefined): void {
  const tablets = month.answers.filter(one => one.device === 'tablet')
  const busy = from === undefined && tablets.length > 0 ? tablets : month.answers
  const beside = busy[Math.floor(random() * busy.length)]!
  const own =
    from === undefined
      ? ({ device: 'tablet', key: `tablet ${beside.counter}`, network: undefined } as const)
      : undefined
  for (let i = 0; i < many; i += 1) {
    const key = own?.key ?? from!.key ?? `new phone ${i}`
    const device = own?.device ?? 'phone'
    const at = Math.round(beside.at + ((i + random()) / many) * 5 * MINUTE)
    month.answers.push({ ...beside, at, device, key, network: from?.network, alike: true, fast: false })
  }
}
