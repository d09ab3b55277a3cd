import { AppError, type ErrorCode } from '../kit/errors.ts'
import { codeOf, newKey } from './client.ts'

/** Where an act of a person stands: at rest, under way, sent without a clear answer, or refused. */
export type ActState =
  | { readonly state: 'resting' }
  | { readonly state: 'busy'; readonly key: string; readonly attempt: number }
  | { readonly state: 'unsaved'; readonly key: string }
  | { readonly state: 'refused'; readonly key: string; readonly code: ErrorCode; readonly data?: ErrorData }

/** What a refusal tells besides its code: from when, in which state. */
export type ErrorData = Readonly<Record<string, unknown>>

/** An act, and the intention whose answer never came: the same intention later has the same key. */
export interface Acting {
  readonly take: ActState
  readonly open: { readonly wish: string; readonly key: string } | null
}

/** What becomes of an act under way; `key` names which one, so that a late answer to another one changes nothing. */
export type ActStep =
  | { readonly do: 'retrying'; readonly key: string; readonly attempt: number }
  | { readonly do: 'unsaved'; readonly key: string }
  | { readonly do: 'refused'; readonly key: string; readonly code: ErrorCode; readonly data?: ErrorData }
  | { readonly do: 'done'; readonly key: string }

export const RESTING: Acting = { take: { state: 'resting' }, open: null }

/** Pauses of screens at which somebody waits for the answer: one repeat, in milliseconds. */
const ONCE_MORE = [600]
const MAY_HAVE_ARRIVED: readonly string[] = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL']

/** The act begins: with the key of the same intention that is still open, else with its own. A second tap changes nothing. */
export function begun(acting: Acting, wish: string, key: string): Acting {
  if (acting.take.state === 'busy') return acting
  return { ...acting, take: { state: 'busy', key: acting.open?.wish === wish ? acting.open.key : key, attempt: 1 } }
}

/** The act after one step; `wish` is the intention that is under way. */
export function stepped(acting: Acting, wish: string, step: ActStep): Acting {
  const { take } = acting
  if (take.state !== 'busy' || step.key !== take.key) return acting
  const { key } = take
  switch (step.do) {
    case 'retrying':
      return { ...acting, take: { ...take, attempt: step.attempt } }
    case 'unsaved':
      return { take: { state: 'unsaved', key }, open: { wish, key } }
    case 'refused':
      return {
        take: { state: 'refused', key, code: step.code, ...(step.data ? { data: step.data } : {}) },
        open: null,
      }
    case 'done':
      return RESTING
  }
}

/** Whether an act that failed so may have happened all the same; only the same key may then ask again. */
export function mayHaveArrived(error: unknown): boolean {
  return MAY_HAVE_ARRIVED.includes(codeOf(error))
}

/** How an act is sent: milliseconds between its attempts, and how to wait; a test waits for nothing. */
export interface Patience {
  readonly pauses?: readonly number[]
  readonly sleep?: (ms: number) => Promise<void>
}

/**
 * Sends one act under one key. An answer that never came is asked for again after each pause; a server that said it is
 * overloaded is left alone, and so is a clear no. What became of it is told in steps. Throws what the last attempt threw.
 */
export async function sent<T>(
  key: string,
  send: (key: string) => Promise<T>,
  tell: (step: ActStep) => void,
  { pauses = ONCE_MORE, sleep = wait }: Patience = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await send(key)
      tell({ do: 'done', key })
      return answer
    } catch (error) {
      const pause = pauses[attempt - 1]
      if (codeOf(error) !== 'UNREACHABLE' || pause === undefined) {
        tell(failed(key, error))
        throw error
      }
      await sleep(pause)
      tell({ do: 'retrying', key, attempt: attempt + 1 })
    }
  }
}

/** One act of a screen at a time. */
export interface Act {
  readonly now: ActState
  /** Why the last act failed, for its sentence; `undefined` once another begins or the screen rests. */
  readonly error: unknown
  /** Whether an act is under way; with `wish`, whether it is that one. */
  busy(wish?: unknown): boolean
  /**
   * Sends unless another act is under way. `wish` names the intention by its values: the same one again, while nobody knows
   * whether it arrived, has the same key. Gives the answer, or `undefined`.
   */
  run<T extends object>(wish: unknown, send: (key: string) => Promise<T>): Promise<T | undefined>
  /** Sends the act again that may not have arrived, as the same act; gives whether it has now. */
  retry(): Promise<boolean>
  /** Takes away what was said of the last act. */
  rest(): void
}

/** The acts of a screen; `changed` draws it anew, `key` makes the key of an intention. */
export function actOf(changed: () => void, { key = newKey, ...patience }: Patience & { key?: () => string } = {}): Act {
  let acting = RESTING
  let wished = ''
  let error: unknown
  let again: () => Promise<object | undefined> = () => Promise.resolve(undefined)

  const tell = (step: ActStep) => {
    acting = stepped(acting, wished, step)
    changed()
  }
  async function run<T extends object>(wish: unknown, send: (key: string) => Promise<T>): Promise<T | undefined> {
    if (acting.take.state === 'busy') return undefined
    wished = JSON.stringify(wish)
    error = undefined
    again = () => run(wish, send)
    acting = begun(acting, wished, key())
    changed()
    try {
      return await sent('key' in acting.take ? acting.take.key : '', send, tell, patience)
    } catch (why) {
      error = why
      changed()
      return undefined
    }
  }
  return {
    get now() {
      return acting.take
    },
    get error() {
      return error
    },
    busy: wish => acting.take.state === 'busy' && (wish === undefined || wished === JSON.stringify(wish)),
    run,
    retry: async () => acting.take.state === 'unsaved' && (await again()) !== undefined,
    rest: () => {
      if (acting.take.state === 'busy') return
      acting = { ...acting, take: RESTING.take }
      error = undefined
      changed()
    },
  }
}

function failed(key: string, error: unknown): ActStep {
  const code = codeOf(error)
  if (code === 'UNREACHABLE' || mayHaveArrived(error)) return { do: 'unsaved', key }
  const data = error instanceof AppError ? error.data : undefined
  return { do: 'refused', key, code, ...(data ? { data } : {}) }
}

function wait(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms))
}
