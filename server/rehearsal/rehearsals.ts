import { rmSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/kit/errors.ts'
import { HOUR, type Instant } from '../../shared/kit/time.ts'
import { isOpened } from '../../shared/office/opened.ts'
import { CITIZENS, madeUpCitizens, servedToday } from '../../shared/rehearsal/citizens.ts'
import { compose } from '../compose/compose.ts'
import type { Surroundings } from '../compose/ground.ts'
import { every } from '../jobs/every.ts'
import type { Rehearsal } from '../services/opening/rehearsal.ts'
import { appendAudit } from '../store/audit.ts'
import { listOffices } from '../store/offices.ts'
import type { Database } from '../store/open/database.ts'
import { makeFolder } from '../store/open/folder.ts'
import { openSqlite } from '../store/open/open-sqlite.ts'
import { deleteSession } from '../store/sessions.ts'
import type { Act, Stage } from '../stage/stage.ts'
import { copyForRehearsal } from './copy.ts'
import { createPlay, type Pace, type Play } from './play.ts'

const STEP_MS = 1_000
const PACE: Pace = { lastsMs: HOUR, speed: 1 }

/** A rehearsal that is on stage. */
interface Running {
  readonly until: Instant
  readonly play: Play
}

/** Removes the folder of a rehearsal that a killed process has left. */
export function endRehearsals(dataDir: string): void {
  rmSync(folderOf(dataDir), { recursive: true, force: true })
}

/**
 * The rehearsal day: the program of the office once more, over a copy in memory, without a road outside. While it is on stage
 * the office's own has left, so that nothing writes into the office's database but what the rehearsal says of itself.
 */
export function createRehearsals(
  around: Surroundings,
  on: { readonly stage: () => Stage; readonly office: () => Promise<Act> },
  pace = PACE,
): Rehearsal {
  const { db, now, dataDir } = around
  const failed = (error: unknown) => around.failed(error, '-', 'rehearsal')
  let running: Running | undefined
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: of two who begin, one has begun. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
  const hasOpened = async () => (await listOffices(db)).some(isOpened)
  const record = (who: string, what: string, office?: string) =>
    appendAudit(db, { at: now(), who, what, detail: office === undefined ? {} : { office } })

  async function begin(office: string, by: string): Promise<void> {
    if (running) return
    if (await hasOpened()) throw new AppError('REHEARSAL_OPEN')
    // One that has just ended removes its folder when its last answer is made.
    await on.stage().settled()
    const folder = folderOf(dataDir)
    makeFolder(folder)
    const copy = await openSqlite(':memory:')
    const drop = async () => {
      await copy.close()
      rmSync(folder, { recursive: true, force: true })
    }
    try {
      await copyForRehearsal(db, copy)
      const act = await prepared(office, copy, folder)
      on.stage().show({ ...act, close: drop })
    } catch (error) {
      running = undefined
      await drop()
      throw error
    }
    await record(by, 'rehearsal.begin', office)
  }

  /** The program of the rehearsal, which begins with it. Throws `REHEARSAL_NOBODY`. */
  async function prepared(office: string, copy: Database, folder: string): Promise<Omit<Act, 'close'>> {
    const program = await compose({
      ...around,
      ...{ db: copy, dataDir: folder, gateways: {}, play: undefined },
      rehearsal: { running: true, ...acts },
    })
    const { plan } = await program.days.today(office)
    const citizens = madeUpCitizens(servedToday(plan!), Math.random)
    if (citizens.length === 0) {
      await program.leave()
      throw new AppError('REHEARSAL_NOBODY')
    }
    // Whoever signs out is signed out, also afterwards.
    program.staff.onEnded((hash, why) => {
      if (why === 'signedOut') deleteSession(db, hash).catch(failed)
    })
    const play = createPlay(program, office, citizens)
    const began = now()
    const own: Running = (running = { until: began + pace.lastsMs, play })
    async function step(): Promise<void> {
      if (running !== own) return
      // An office that opened in the same moment has real citizens.
      if (now() >= own.until || (await hasOpened())) return acts.end('system')
      await play.until((now() - began) * pace.speed)
    }
    const job = (around.every ?? every)(STEP_MS, step, failed)
    return {
      server: program.server,
      async leave() {
        await job.stop()
        await program.leave()
      },
    }
  }

  const acts: Omit<Rehearsal, 'running'> = {
    async look() {
      if (!running) return { running: null }
      const { until, play } = running
      return { running: { until, now: now(), people: CITIZENS, came: play.came(), ...(await play.hall()) } }
    },
    begin: (office, by) => inTurn(() => begin(office, by)),
    end: by =>
      inTurn(async () => {
        if (!running) return
        // The office's own program has let go of its database before it comes again.
        await on.stage().settled()
        const office = await on.office()
        running = undefined
        on.stage().show(office)
        await record(by, 'rehearsal.end')
      }),
  }
  return { running: false, ...acts }
}

function folderOf(dataDir: string): string {
  return path.join(dataDir, 'rehearsal')
}
