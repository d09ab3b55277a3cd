import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../../shared/kit/errors.ts'
import { farDatabase } from '../../store/open/far.ts'
import type { Dialect } from '../../store/schema/dialect.ts'
import { answersOf, createAnswering } from './answering.ts'
import { unpacked, type FromThread, type OfficeThen, type ToThread, type Wrong } from './said.ts'

/*
 * Reads and computes what citizens said, in a thread of its own: nobody at a counter waits for it.
 */

// On a machine that is full the desk goes first. Elsewhere than on Linux this would be the whole program's.
if (process.platform === 'linux') setPriority(10)

const port = parentPort!
const say = (said: FromThread) => port.postMessage(said)

/** Offices as they were when something of them was asked last. */
const offices = new Map<string, OfficeThen>()
const then = (office: string): OfficeThen => {
  const known = offices.get(office)
  if (!known) throw new AppError('NOT_FOUND', { office })
  return known
}

const reading = new Map<number, (said: Extract<ToThread, { is: 'read' }>) => void>()
let last = 0

const db = farDatabase((workerData as { readonly dialect: Dialect }).dialect, statement => {
  const id = ++last
  return new Promise((resolve, reject) => {
    reading.set(id, ({ rows, wrong }) => {
      if (rows) resolve(unpacked(rows))
      else reject(new Error(wrong?.message))
    })
    say({ is: 'read', id, statement })
  })
})

const answers = answersOf(
  createAnswering(db, {
    get: office => then(office).hall.office,
    byDay: async office => then(office).hall,
    today: office => then(office).today,
  }),
) as Record<string, (...args: readonly unknown[]) => Promise<unknown>>

port.on('message', (said: ToThread) => {
  if (said.is === 'read') {
    reading.get(said.id)?.(said)
    reading.delete(said.id)
    return
  }
  const { id, of, question, args } = said
  offices.set(of.hall.office.id, of)
  answers[question]!(...args).then(
    answer => say({ is: 'answered', id, answer }),
    error => say({ is: 'answered', id, wrong: wrongOf(error) }),
  )
})

function wrongOf(error: unknown): Wrong {
  if (error instanceof AppError) return { message: error.message, code: error.code, data: error.data }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
