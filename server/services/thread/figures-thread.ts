import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/kit/errors.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { readFor, type Statement } from '../../store/open/far.ts'
import { createAnswering, type Answering, type OfficesAsked, type Question } from './answering.ts'
import { packed, type FromThread, type ToThread, type Wrong } from './said.ts'

/** Questions that are answered beside each other, and those that may wait; whoever asks then is told to try again. */
const [AT_ONCE, MOST_WAITING] = [4, 60]
/** Those of one person that are answered or wait: more than a page asks at once, and far fewer than all. */
const MOST_OF_ONE = 8
/** How long a question may take: a year of a large hall, read for the first time on a slow disk. */
const LONGEST = 180_000
/** How long anybody waits for an answer, less than a browser does; the thread goes on, and whoever asks again waits for the same. */
const TOLD_AFTER = 5_000
/** What the thread may hold: four years of two large offices and what is just read. */
const MOST_MEGABYTES = 256

/** What citizens said, answered in a thread of its own, and its end. */
export interface FiguresThread extends Answering {
  /** The same for one person, who never takes the places of all: too many questions of theirs at once are `FIGURES_BUSY`. */
  by(who: string): Answering
  /** Ends it; whoever waits for an answer is told that there is none. */
  stop(): Promise<void>
}

/** A question under way. */
interface Asked {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/**
 * Begins with the first question and is begun anew when it ended. `file` is the thread as it was built; `calm` resolves when the desk
 * waits for nothing, or after a moment. All questions throw `FIGURES_READING` where what has to be read first takes a while, and `FIGURES_BUSY`
 * where too many wait, or one took too long.
 */
export function createFiguresThread(deps: {
  readonly file: URL
  readonly db: Database
  readonly offices: OfficesAsked
  readonly calm: () => Promise<void>
  /** Milliseconds after which somebody is told that it is still being read, for tests and measurements. */
  readonly toldAfter?: number
}): FiguresThread {
  const { file, db, offices, calm, toldAfter = TOLD_AFTER } = deps
  let worker: Worker | undefined
  let last = 0
  let running = 0
  let stopped = false
  let reading: Promise<unknown> = Promise.resolve()
  const asked = new Map<number, Asked>()
  /** How many questions of whom are under way. */
  const ofOne = new Map<string, number>()
  const here = createAnswering(db, offices)
  const waiting: (() => void)[] = []
  /** What takes so long that it was told of. */
  const slow = new Map<string, Promise<unknown>>()

  function started(): Worker {
    if (worker) return worker
    const own = new Worker(file, {
      workerData: { dialect: db.dialect },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    own.unref()
    own.on('message', (said: FromThread) => {
      if (said.is === 'read') read(own, said.id, said.statement)
      else answered(said)
    })
    own.on('error', error => failed(own, error))
    own.on('exit', () => failed(own, new Error('the thread of figures ended')))
    worker = own
    return own
  }

  /** One statement after another, each in a turn in which the desk waits for nothing. */
  function read(own: Worker, id: number, statement: Statement): void {
    const say = (said: ToThread) => {
      if (worker === own) own.postMessage(said)
    }
    reading = reading
      .then(calm)
      .then(async () => {
        if (worker === own) say({ is: 'read', id, rows: packed(await readFor(db, statement)) })
      })
      .catch((error: unknown) => say({ is: 'read', id, wrong: { message: String(error) } }))
  }

  function answered({ id, answer, wrong }: Extract<FromThread, { is: 'answered' }>): void {
    const one = asked.get(id)
    if (!one) return
    left(id)
    if (wrong) one.reject(errorOf(wrong))
    else one.resolve(answer)
  }

  function left(id: number): void {
    clearTimeout(asked.get(id)?.timer)
    asked.delete(id)
  }

  function failed(own: Worker, cause: Error): void {
    if (worker !== own) return
    worker = undefined
    void own.terminate()
    for (const [id, { reject }] of [...asked]) {
      left(id)
      reject(new AppError('FIGURES_BUSY', undefined, cause))
    }
  }

  /** Does it in its turn. */
  async function inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (running < AT_ONCE) running += 1
    else if (waiting.length >= MOST_WAITING) throw new AppError('FIGURES_BUSY')
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  /** Does it while not too much of theirs is under way; of the program itself all of it. */
  async function within<T>(who: string | undefined, act: () => Promise<T>): Promise<T> {
    if (who === undefined) return act()
    const n = ofOne.get(who) ?? 0
    if (n >= MOST_OF_ONE) throw new AppError('FIGURES_BUSY')
    ofOne.set(who, n + 1)
    try {
      return await act()
    } finally {
      const left = ofOne.get(who)! - 1
      if (left > 0) ofOne.set(who, left)
      else ofOne.delete(who)
    }
  }

  async function answer(question: Question, args: readonly unknown[]): Promise<unknown> {
    const office = args[0] as string
    const of = { hall: await offices.byDay(office), today: offices.today(office) }
    if (stopped) throw new AppError('FIGURES_BUSY')
    const own = started()
    const id = ++last
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => failed(own, new Error('a figure took too long')), LONGEST).unref()
      asked.set(id, { resolve, reject, timer })
      own.postMessage({ is: 'asked', id, of, question, args } satisfies ToThread)
    })
  }

  /** The answer, or that it is still being read. */
  async function told(key: string, of: Promise<unknown>): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        if (!slow.has(key)) slow.set(key, of)
        reject(new AppError('FIGURES_READING'))
      }, toldAfter).unref()
    })
    try {
      return await Promise.race([of, late])
    } finally {
      clearTimeout(timer)
    }
  }

  const askBy = (who: string | undefined, question: Question, ...args: readonly unknown[]) => {
    const key = JSON.stringify([question, ...args])
    const known = slow.get(key)
    const of = known ?? within(who, () => inTurn(() => answer(question, args)))
    const forget = () => {
      if (slow.get(key) === of) slow.delete(key)
    }
    if (!known) of.then(forget, forget)
    return told(key, of) as Promise<never>
  }

  function answering(who?: string): Answering {
    const ask = (question: Question, ...args: readonly unknown[]) => askBy(who, question, ...args)
    return {
      figures: {
        of: async (...args) => {
          const [office, key] = args
          const period = key === undefined ? undefined : fixedPeriod(key)
          // Of what is to come nothing is read, and nobody waits for a thread to begin.
          return period && period.from > offices.today(office) ? here.figures.of(...args) : ask('figures', ...args)
        },
      },
      quality: {
        ikm: (...args) => ask('ikm', ...args),
        ratings: (...args) => ask('ratings', ...args),
        days: (...args) => ask('days', ...args),
      },
      reasons: {
        view: (...args) => ask('reasons', ...args),
        suggestions: (...args) => ask('suggestions', ...args),
      },
      programme: (...args) => ask('programme', ...args),
    }
  }

  return {
    ...answering(),
    by: answering,
    async stop() {
      stopped = true
      const own = worker
      if (own) failed(own, new Error('the program ends'))
      await own?.terminate()
      await reading
    },
  }
}

function errorOf({ message, code, data }: Wrong): Error {
  return code ? new AppError(code, data) : new Error(message)
}
