import { rmSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/kit/errors.ts'
import { HOUR, type Instant } from '../../shared/kit/time.ts'
import { isOpened } from '../../shared/office/opened.ts'
import { CITIZENS, madeUpCitizens, servedToday } from '../../shared/rehearsal/citizens.ts'
import { compose, type Program } from '../compose/compose.ts'
import type { Surroundings } from '../compose/ground.ts'
import { every } from '../jobs/every.ts'
import type { Rehearsal } from '../services/opening/rehearsal.ts'
import { appendAudit, newestOf } from '../store/audit.ts'
import { listOffices } from '../store/offices.ts'
import type { Database } from '../store/open/database.ts'
import { makeFolder } from '../store/open/folder.ts'
import { openSqlite } from '../store/open/open-sqlite.ts'
import type { Act, Stage } from '../stage/stage.ts'
import { copyForRehearsal } from './copy.ts'
import { createPlay, type Pace, type Play } from './play.ts'

const [BEGUN, ENDED] = ['rehearsal.begin', 'rehearsal.end'] as const
const STEP_MS = 1_000
const PACE: Pace = { lastsMs: HOUR, speed: 1 }

/** A rehearsal that is on stage. */
interface Running {
  /** The office that began it, whose alone it is. */
  readonly office: string
  readonly until: Instant
  readonly play: Play
}

/** Ends the rehearsal that a process left which ended before it: what it kept goes, and its end is put on record, once. */
export async function endRehearsals({ db, dataDir, now }: Pick<Surroundings, 'db' | 'dataDir' | 'now'>): Promise<void> {
  rmSync(folderOf(dataDir), { recursive: true, force: true })
  const last = await newestOf(db, [BEGUN, ENDED])
  if (last?.what === BEGUN) await appendAudit(db, { ...last, at: now(), who: 'system', what: ENDED })
}

/**
 * The rehearsal day: the program of the office once more, over a copy in memory, without a road outside. While it is on stage
 * the installation's own has left: its jobs rest, and it answers only for offices that do not rehearse.
 */
export function createRehearsals(
  around: Surroundings,
  on: {
    readonly stage: () => Stage
    readonly office: () => Promise<Act>
    /** The installation's own program, also once it has left: then it still answers who asks it. */
    readonly own: () => Pick<Program, 'app'>
  },
  pace = PACE,
): Rehearsal {
  const { db, now, dataDir } = around
  const failed = (error: unknown) => around.failed(error, '-', 'rehearsal')
  let running: Running | undefined
  /** What offices that do not rehearse are at in the program that has left, and whether it takes more of that. */
  const besides = new Set<Promise<unknown>>()
  let isEnding = false
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: of two who begin, one has begun. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
  const hasOpened = async () => (await listOffices(db)).some(isOpened)
  const record = (who: string, what: string, office: string) =>
    appendAudit(db, { at: now(), who, what, detail: { office } })

  async function begin(office: string, by: string): Promise<void> {
    if (running) return mustBeOwn(running, office)
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
    let act: Omit<Act, 'close'> | undefined
    try {
      await copyForRehearsal(db, copy, office)
      act = await prepared(office, copy, folder)
      // Before anybody sees it: what is on stage has begun on record.
      await record(by, BEGUN, office)
    } catch (error) {
      running = undefined
      await act?.leave()
      await drop()
      throw error
    }
    on.stage().show({ ...act, close: drop })
  }

  /** The program of the rehearsal, which begins with it. Throws `REHEARSAL_NOBODY`. */
  async function prepared(office: string, copy: Database, folder: string): Promise<Omit<Act, 'close'>> {
    const program = await compose({
      ...around,
      ...{ db: copy, accounts: db, dataDir: folder, gateways: {}, play: undefined },
      rehearsal: { running: true, ...acts },
    })
    const { plan } = await program.days.today(office)
    const citizens = madeUpCitizens(servedToday(plan!), Math.random)
    if (citizens.length === 0) {
      await program.leave()
      throw new AppError('REHEARSAL_NOBODY')
    }
    const play = createPlay(program, office, citizens)
    const began = now()
    const own: Running = (running = { office, until: began + pace.lastsMs, play })
    async function step(): Promise<void> {
      if (running !== own) return
      // An office that opened while this began has real citizens.
      if (now() >= own.until || (await hasOpened())) return acts.end(office, 'system')
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

  /** The installation's own program comes again, once all that was done in it besides is done: what it reads is all there is. */
  async function end(own: string, by: string): Promise<void> {
    if (!running) return
    mustBeOwn(running, own)
    isEnding = true
    try {
      await Promise.allSettled(besides)
      // It has let go of its database before it comes again.
      await on.stage().settled()
      const office = await on.office()
      await record(by, ENDED, own).catch(async error => {
        await office.leave()
        throw error
      })
      running = undefined
      on.stage().show(office)
    } finally {
      isEnding = false
    }
  }

  const acts: Omit<Rehearsal, 'running'> = {
    besides(office) {
      const own = running
      if (!own || isEnding || own.office === office) return undefined
      const { app } = on.own()
      return async (request, env) => {
        const done = Promise.resolve(app.fetch(request, env as object))
        besides.add(done)
        const answer = await done.finally(() => besides.delete(done))
        // Whoever is told that their office is open has citizens from then on.
        if (request.method !== 'GET' && (await hasOpened())) await acts.end(own.office, 'system')
        return answer
      }
    },
    async look(office) {
      if (running?.office !== office) return { running: null }
      const { until, play } = running
      return { running: { until, now: now(), people: CITIZENS, came: play.came(), ...(await play.hall()) } }
    },
    begin: (office, by) => inTurn(() => begin(office, by)),
    end: (own, by) => inTurn(() => end(own, by)),
  }
  return { running: false, ...acts }
}

/** Another office of the installation neither goes on with a rehearsal nor ends it. */
function mustBeOwn({ office }: Running, asks: string): void {
  if (office !== asks) throw new AppError('REHEARSAL')
}

function folderOf(dataDir: string): string {
  return path.join(dataDir, 'rehearsal')
}
