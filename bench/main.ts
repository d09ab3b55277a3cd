import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { check } from './checker.ts'
import { floods } from './flood.ts'
import { measureHistory } from './history.ts'
import { measureIssue } from './issue.ts'
import { followed } from './followed.ts'
import { kill } from './kill.ts'
import { intervals } from './interval.ts'
import { startClients } from './lib/clients.ts'
import { figureTable, type Figure } from './lib/figures.ts'
import { measureLargeHall } from './large-hall.ts'
import { malformed } from './malformed.ts'
import { measurePhones } from './phones.ts'
import { measureProcess } from './process.ts'
import { measureProof } from './proof.ts'
import { drawn } from './draw.ts'
import { race } from './race.ts'
import { measureCrowd, measureYears } from './record.ts'
import { measureWork } from './record-work.ts'
import { rush } from './rush.ts'
import { skmFlags } from './skm-flags.ts'
import { measureMillion } from './skm-million.ts'
import { skmIntervals } from './skm-intervals.ts'
import { measureReport } from './skm-report.ts'
import { measureSurvey } from './skm-survey.ts'
import { measureSockets } from './sockets.ts'

const USAGE = `npm run bench [-- --json FILE] [-- --quick]   the program against its limits, in one run
npm run bench -- race [--operations 10000]    takes and calls racing from 64 clients
npm run bench -- kill [--kills 20]            the server killed under load, again and again
npm run bench -- followed [--kills 40]        the server killed right behind what it acknowledged: what follows from it is counted
npm run bench -- rush [--attempts 20000] [--seconds 60]   400 places in a rush, with kill -9, and a draw with bots
npm run bench -- flood [--only NAME]          what crowds and attackers do to the desk, each beside a quiet phase
npm run bench -- history [--commands 2000]    random clients, kills, pauses and disk errors, judged by a ledger of its own
npm run bench -- phones [--phones 2000] [--seconds 20]     what phones that follow their tickets cost while the desk is at work
npm run bench -- hall [--seconds 30]           a desk's waits in a hall of 300 services of 32 agencies with 60 open counters
npm run bench -- malformed [--requests 2000]   malformed requests from the API's document, forms and uploads
npm run bench -- interval [--trials 2000]     how often the interval of the ratings holds a truth that is known
npm run bench -- skm [--trials 2000]          how often the intervals of an IKM hold a truth that is known, and how often marks of doubtful answers are right
npm run bench -- skm-report                    the official report of 5,000 answers: its figures beside SQL of its own, and what its files cost a desk
npm run bench -- survey [--seconds 240]       5,000 questionnaires of an hour with one in ten sent twice, over HTTP, beside a plain design
npm run bench -- skm-million                   figures of a year with 1,000,000 questionnaires: time, memory, and how long anybody else waits
npm run bench -- proof                         what a proof of work costs the server and its solver
npm run bench -- record [--seconds 120] [--quick]   work of a quarter beside a desk, scores of three years against our own computation, 5,500 officers who open their record`

/** Runs what was asked for; the exit code is 1 when something was wrong or a limit was missed. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      operations: { type: 'string', default: '10000' },
      kills: { type: 'string' },
      commands: { type: 'string', default: '2000' },
      attempts: { type: 'string', default: '20000' },
      seconds: { type: 'string' },
      phones: { type: 'string', default: '2000' },
      requests: { type: 'string', default: '2000' },
      trials: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  })
  const seed = Number(values.seed)
  switch (positionals[0]) {
    case 'race':
      return report(await race(Number(values.operations), 64, seed))
    case 'history':
    case 'checker':
      return report(await check(Number(values.commands), seed))
    case 'kill':
      return report(await kill(Number(values.kills ?? 20), seed))
    case 'followed':
      return report(await followed(Number(values.kills ?? 40), seed))
    case 'rush': {
      const attempts = Number(values.attempts)
      const seconds = Number(values.seconds ?? 60)
      const results = [
        tabled(await rush({ attempts, seconds, seed, kill: false })),
        tabled(await rush({ attempts, seconds, seed, kill: true })),
        tabled(await drawn(seed)),
      ]
      return Math.max(...results)
    }
    case 'flood':
      return floods(values.only)
    case 'phones':
      return tabled(await measurePhones(Number(values.phones), Number(values.seconds ?? 20)))
    case 'hall':
      return tabled(await measureLargeHall(Number(values.seconds ?? 30)))
    case 'malformed': {
      const requests = Number(values.requests)
      return tabled(await malformed(requests, Math.ceil(requests / 10), seed))
    }
    case 'interval':
      return intervals(Number(values.trials), seed)
    case 'skm': {
      const trials = Number(values.trials)
      const held = skmIntervals(trials, seed)
      return skmFlags(Math.ceil(trials / 4), seed) && held ? 0 : 1
    }
    case 'skm-report':
      return tabled(await measureReport(5_000))
    case 'survey':
      return tabled(await measureSurvey(5_000, Number(values.seconds ?? 240), seed))
    case 'skm-million':
      return tabled(await measureMillion())
    case 'proof':
      return tabled(await measureProof())
    case 'record': {
      const large = { officers: 60, ratings: 120_000, readers: 5_500, perOffice: 100 }
      const small = { officers: 12, ratings: 24_000, readers: 300, perOffice: 50 }
      const seconds = Number(values.seconds ?? (values.quick ? 10 : 120))
      const work = values.quick ? { officers: 12, each: 10, readings: 3 } : { officers: 60, each: 24, readings: 5 }
      const sizes = { ...(values.quick ? small : large), seconds }
      const results = [
        tabled(await measureWork(work)),
        tabled(await measureYears(sizes)),
        tabled(await measureCrowd(sizes)),
      ]
      return Math.max(...results)
    }
    case undefined:
      return compare(values.quick, values.json)
    default:
      console.error(USAGE)
      return 2
  }
}

/** Every comparison, one after another; `quick` is shorter and noisier. */
async function compare(quick: boolean, file: string | undefined): Promise<number> {
  const clients = startClients()
  const parts = [
    () => measureIssue(clients, quick ? 3 : 9, quick ? 800 : 1_500),
    () => measureSockets(clients, [100, 1_000, 2_000], quick ? 50 : 100),
    () => measureHistory(quick ? 100_000 : 1_000_000, quick ? 300 : 1_000),
    () => measureProcess(clients, quick ? 3 : 7, 2_000),
  ]
  const figures: Figure[] = []
  try {
    for (const part of parts) {
      const measured = await part()
      console.log(`${figureTable(measured)}\n`)
      figures.push(...measured)
    }
  } finally {
    clients.end()
  }
  const good = figures.every(f => f.good !== false)
  if (file) writeFileSync(file, JSON.stringify({ quick, good, figures }, undefined, 2) + '\n')
  console.log(good ? 'PASS' : 'FAIL')
  return good ? 0 : 1
}

function report(result: { readonly wrong: Readonly<Record<string, number>> }): number {
  const { wrong, ...figures } = result
  for (const [name, value] of Object.entries(figures)) line(name, typeof value === 'number' ? value : 0)
  console.log('must be zero:')
  for (const [name, value] of Object.entries(wrong)) line(`  ${name}`, value)
  const good = Object.values(wrong).every(count => count === 0)
  console.log(good ? 'PASS' : 'FAIL')
  return good ? 0 : 1
}

function tabled(figures: readonly Figure[]): number {
  console.log(figureTable(figures))
  return figures.every(f => f.good !== false) ? 0 : 1
}

function line(name: string, value: number): void {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  console.log(`${words.padEnd(36)}${(Math.round(value * 10) / 10).toLocaleString('en').padStart(12)}`)
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error)
    process.exit(1)
  },
)
