import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Surroundings } from './compose/ground.ts'
import { officeKey } from './compose/office-key.ts'
import { pushKeysOf } from './compose/push-keys.ts'
import { readConfig, type Config } from './config.ts'
import { lastMorning } from './demo/morning.ts'
import { demoOffice } from './demo/samarinda.ts'
import { DEMO_PASSWORD, demoStaff } from './demo/staff.ts'
import { openLog } from './log.ts'
import { playPast } from './past/past.ts'
import { isFault } from './http/app.ts'
import { builtWeb } from './http/pages/pages.ts'
import { refuseDemo, seedDemo } from './seed.ts'
import { dateText, timeText } from '../shared/text/ui.ts'
import { isBehind } from './services/health/health.ts'
import { homeOf, setupLines } from './stage/addresses.ts'
import { openStage } from './stage/open-stage.ts'
import type { Stage } from './stage/stage.ts'
import { appendAudit } from './store/audit.ts'
import { newestEvent } from './store/newest-event.ts'
import type { Database } from './store/open/database.ts'
import { makeFolder } from './store/open/folder.ts'
import { openPostgres } from './store/open/open-postgres.ts'
import { openSqlite } from './store/open/open-sqlite.ts'
import { StartError } from './store/open/start-error.ts'

/** Starts the server of this folder; says in one sentence why not, when it cannot. */
async function main(): Promise<void> {
  const root = process.env['TANGGAP_ROOT'] ?? process.cwd()
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const config = readConfig(process.env, version)
  const { log, faults, end } = openLog(config.logLevel)
  const dataDir = path.resolve(root, config.dataDir)
  prepareFolder(dataDir)
  const db = await openDatabase(config, dataDir)
  try {
    if (db.adopted) await appendAudit(db, { at: Date.now(), who: 'operator', what: 'data.adopt', detail: {} })
    const key = await officeKey(dataDir, db)
    const newest = await newestEvent(db)
    const play = config.demoMorning ? lastMorning(Date.now(), demoOffice.zone, newest) : undefined
    const seeded = config.demo ? await seedDemo(db, play?.from ?? Date.now()) : (await refuseDemo(db), false)
    const around: Surroundings = {
      config,
      db,
      web: builtWeb(path.join(root, 'dist/web')),
      key,
      dataDir,
      templates: path.join(root, 'server/templates'),
      pushKeys: pushKeysOf(dataDir),
      figuresThread: builtThread(),
      now: Date.now,
      play,
      strictCsp: true,
      logFaults: faults,
      finished: ({ requestId, route, method, status, ms, busy }) =>
        log[isFault({ status, busy }) ? 'error' : 'info']({
          requestId,
          method,
          route,
          status,
          ms: Math.round(ms * 10) / 10,
        }),
      failed: (error, requestId, route) => log.error({ requestId, route, err: error }, 'unexpected'),
    }
    if (seeded && config.demoPast) await playPast(around, play?.from ?? Date.now())
    const { stage, link } = await openStage(around)
    warnOfClock(newest)
    await listen(stage, config)
    // Before it is announced: whoever reads that it is ready may end it at once.
    endOnSignal(() => stage.close().then(() => db.close()), end)
    if (link === undefined) announce(stage, config, seeded, play?.from)
    else
      process.stdout.write(
        `Tanggap ${config.version} has no administrator yet.\n\n${setupLines(config, portOf(stage, config), link)}\n`,
      )
  } catch (error) {
    await db.close()
    sayWhyNot(error)
    end(1)
  }
}

/** The thread of figures beside this file, where both were built. */
function builtThread(): URL | undefined {
  const file = new URL('figures-worker.js', import.meta.url)
  return existsSync(file) ? file : undefined
}

/** The office may have to open, so it starts; but nobody shall overlook it. */
function warnOfClock(newest: number | undefined): void {
  const now = Date.now()
  if (newest === undefined || !isBehind(now, newest)) return
  process.stderr.write(
    `\nWARNING: THE CLOCK OF THIS MACHINE IS WRONG. It says ${new Date(now).toISOString()}, but the last event was written at ${new Date(newest).toISOString()}.\n` +
      `Numbers are given for the wrong day until it is set right. Stop, set the clock, start again.\n\n`,
  )
}

function endOnSignal(close: () => Promise<void>, end: (code: number) => void): void {
  const stop = () => {
    close().then(
      () => end(0),
      () => end(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function prepareFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.R_OK)
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written to.`)
  }
}

function openDatabase(config: Config, dataDir: string): Promise<Database> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(path.join(dataDir, 'tanggap.db'))
}

function listen({ server }: Stage, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${config.port} is taken. Choose another one with PORT.`)
          : error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL'
            ? new StartError(`Cannot listen on ${config.host}:${config.port} (${error.code}).`)
            : error,
      ),
    )
    server.listen(config.port, config.host, () => resolve())
  })
}

function portOf({ server }: Stage, config: Config): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : config.port
}

function announce(stage: Stage, config: Config, seeded: boolean, playsFrom: number | undefined): void {
  const home = homeOf(config, portOf(stage, config))
  const lines = [
    `Tanggap ${config.version} is ready.`,
    '',
    `  Kiosk     ${home}/kiosk/`,
    `  Display   ${home}/display/`,
    `  Console   ${home}/console/`,
    `  Citizens  ${home}/   (the phone; bookings at /b/)`,
    `  Survey    ${home}/survey/?counter=1   (tablet at counter 1; not in a browser with a session)`,
    `  API       ${home}/api/docs`,
  ]
  if (config.demo)
    lines.push(
      '',
      `  Demo office${seeded ? ' (just seeded)' : ''}: doors are open around the clock.`,
      ...(playsFrom === undefined
        ? []
        : [`  Clock     it is no working morning now, so the office plays ${dayText(playsFrom)}`]),
      `  Accounts  ${demoStaff.map(s => s.username).join(' ')}`,
      `  Password  ${DEMO_PASSWORD}`,
    )
  process.stdout.write(lines.join('\n') + '\n\n')
}

/** A day and a time as the office's clock says them. */
function dayText(at: number): string {
  const { zone } = demoOffice
  return `${dateText(at, zone, 'en')}, ${timeText(at, zone, 'en')} ${zone}`
}

function sayWhyNot(error: unknown): void {
  if (error instanceof StartError) process.stderr.write(`Tanggap cannot start: ${error.message}\n`)
  else process.stderr.write(`Tanggap cannot start: ${error instanceof Error ? error.stack : String(error)}\n`)
}

main().catch((error: unknown) => {
  sayWhyNot(error)
  process.exit(1)
})
