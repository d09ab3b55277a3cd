import { setMaxListeners } from 'node:events'
import { parseArgs } from 'node:util'
import { keptConnections, type Client } from '../bench/lib/client.ts'
import { seeded } from '../shared/kit/random.ts'
import { publishedDoors } from '../shared/office/hours.ts'
import { simulatedDay } from './simulate/simulated-day.ts'
import { bookAhead } from './simulate/bookings.ts'
import { emptyLog } from './simulate/log.ts'
import { createPace, playPast } from './simulate/pace.ts'
import { playDay } from './simulate/play.ts'
import { quarter } from './simulate/quarter.ts'
import { scoreOf } from './simulate/score.ts'
import { account, CannotPlay, castOf, emptyDayOf, lastDoors, OVERTIME, visit } from './simulate/stage.ts'
import { progress, table } from './simulate/table.ts'

const USAGE = `npm run simulate -- [--tickets 500] [--counters 8] [--booked 0.4] [--speed 120] [--seed 1] [--url http://localhost:8080]
  [--office samarinda] [--date 2026-06-09] [--today] [--json]

Plays an office day in fast motion against a running trial server. The server plays the last open day without tickets
(or --date) on a clock that runs as fast as the day; a share --booked of the
visitors books its slot before the doors open. --today leaves its clock alone: the numbers then appear on today's
date with times shortened by --speed, and the ranges shown are not scored.

npm run simulate -- --quarter [--seed 1]
Twelve officers who are alike and two whom too few rated, over a closed quarter, in a program of its own: what each of them is told.`

/** Real milliseconds before the doors open in which bookings are made. */
const BOOKING_MS = 10_000

/** Plays a day and prints its table; the exit code is 1 when a number or a call came twice. */
async function main(): Promise<number> {
  const wanted = options()
  if (wanted.quarter) return quarter(wanted.seed)
  const agent = keptConnections(64)
  const { citizen, office } = await visit(wanted.url, agent, wanted.office)
  if (wanted.counters > office.counters.length)
    throw new CannotPlay(`${office.id} has ${office.counters.length} counters only.`)
  const { now: real } = await citizen.call('GET /api/health', {})
  const admin = await account(wanted.url, agent, 'admin')

  const past = wanted.today ? undefined : (wanted.date ?? (await freeDate(wanted.url, agent, office, real)))
  const doors = past === undefined ? lastDoors(office, real)[0]?.doors : publishedDoors(office, past)
  if (!doors) throw new CannotPlay(`The office is closed on ${past ?? 'all days'}.`)
  const replay = {
    from: doors.from - Math.max(60_000, BOOKING_MS * wanted.speed),
    to: doors.to + OVERTIME,
    speed: wanted.speed,
  }
  const inStep = past !== undefined && (await playPast(admin, replay)) !== undefined

  const log = emptyLog()
  const stop = new AbortController()
  // Everybody of the day waits for their moment and hears it when the play is stopped.
  setMaxListeners(0, stop.signal)
  process.once('SIGINT', () => stop.abort())
  const lasts = (replay.to - replay.from) / wanted.speed
  const bound = setTimeout(() => stop.abort(), lasts + 30_000)
  const cast = await castOf(wanted.url, agent, office.id, wanted.counters, citizen, log)
  const { now: server } = await citizen.call('GET /api/health', {})
  const pace = createPace(inStep ? server : replay.from, wanted.speed, stop.signal, { inStep, now: server })
  const plan = simulatedDay(office, doors, wanted, seeded(wanted.seed))
  // Whoever wants a place has it before the doors open; what is not booked by then is free for all.
  const links = past === undefined ? new Map<never, string>() : await bookAhead(plan, office, cast.frontDesk, log)
  const talk = talking(() => progress(pace.now(), office.zone, wanted.tickets, log))
  try {
    await playDay(plan, links, cast, pace, log)
  } finally {
    talk.end()
    clearTimeout(bound)
  }
  cast.hall.close()
  if (inStep) await playPast(admin, null)
  agent.destroy()

  const score = { ...scoreOf(log, plan, inStep, pace.late), date: past ?? 'today', stopped: stop.signal.aborted }
  console.log(wanted.json ? JSON.stringify(score, undefined, 2) : table(score))
  for (const error of new Set(log.errors)) console.error(`error: ${error}`)
  if (!wanted.json && inStep) console.log(`\nThe day is ${past}: choose it as the period in ${wanted.url}/console/`)
  return score.duplicates + score.doubleCalls + score.heardOutOfOrder > 0 ? 1 : 0
}

function options() {
  const { values } = parseArgs({
    options: {
      tickets: { type: 'string', default: '500' },
      counters: { type: 'string', default: '8' },
      booked: { type: 'string', default: '0.4' },
      speed: { type: 'string', default: '120' },
      seed: { type: 'string', default: '1' },
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? 8080}` },
      office: { type: 'string' },
      date: { type: 'string' },
      today: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      quarter: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) throw new CannotPlay(USAGE)
  const whole = (name: 'tickets' | 'counters' | 'speed' | 'seed', least: number, most: number) => {
    const value = Number(values[name])
    if (!Number.isInteger(value) || value < least || value > most)
      throw new CannotPlay(`--${name} takes a whole number from ${least} to ${most}.`)
    return value
  }
  const booked = Number(values.booked)
  if (!(booked >= 0 && booked <= 1)) throw new CannotPlay('--booked takes a share from 0 to 1.')
  return {
    ...values,
    booked,
    tickets: whole('tickets', 1, 20_000),
    counters: whole('counters', 1, 10),
    speed: whole('speed', 1, 1_000),
    seed: whole('seed', 0, 2 ** 32 - 1),
  }
}

async function freeDate(url: string, agent: Parameters<typeof account>[1], ...day: DayArgs): Promise<string> {
  return emptyDayOf(await account(url, agent, 'manajer'), ...day)
}
type DayArgs = Parameters<typeof emptyDayOf> extends [Client, ...infer Rest] ? Rest : never

/** A line that renews itself on a terminal, or now and then in a log. */
function talking(line: () => string) {
  const terminal = process.stderr.isTTY
  const say = () => process.stderr.write(terminal ? `\r${line()}   ` : `${line()}\n`)
  const timer = setInterval(say, terminal ? 250 : 10_000)
  return {
    end() {
      clearInterval(timer)
      say()
      if (terminal) process.stderr.write('\n')
    },
  }
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof CannotPlay ? error.message : error)
    process.exit(error instanceof CannotPlay ? 2 : 1)
  },
)
