import { AppError, type ErrorCode } from '../kit/errors.ts'
import { ofAnotherProgram } from './rehearsal.ts'
import type { Input, Reply, RouteKey } from '../contracts/api.ts'

type Given<K extends RouteKey> = {
  [P in keyof Input<K> as Input<K>[P] extends undefined ? never : P]: Input<K>[P]
}

/** An answer that never came: the act may have happened, so it is repeated with the same key or not at all. */
export class Unreachable extends Error {
  readonly code = 'UNREACHABLE'
}

const TIMEOUT_MS = 8_000
/** What a code looks like: the list of all of them would weigh on every phone, and a newer server may know more. */
const CODE = /^[A-Z][A-Z_]{2,60}$/

/** A key for one act of a person; kept over retries so that a double tap or a lost answer is the same act. */
export function newKey(): string {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16)).join('')
}

/**
 * Asks the server. Throws `AppError` with its code when the answer is no, `Unreachable` when there is none within eight
 * seconds. Commands carry `key`; give the same one when repeating an act.
 */
export async function call<K extends RouteKey>(route: K, input: Given<K>, key: string = newKey()): Promise<Reply<K>> {
  const [method, path] = route.split(' ') as [string, string]
  const { params = {}, query = {}, body } = input as { params?: object; query?: object; body?: object }
  const used = Object.entries(params).reduce((p, [k, v]) => p.replace(`:${k}`, encodeURIComponent(String(v))), path)
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])),
  )
  return answerOf<Reply<K>>(search.size > 0 ? `${used}?${search}` : used, {
    method,
    ...(method === 'GET'
      ? {}
      : {
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
          body: JSON.stringify(body ?? {}),
        }),
  })
}

/** Sends one request and reads its answer as data. Throws as `call` does; a slow form may give itself more time. */
export async function answerOf<T>(url: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  let response: Response
  let answer: unknown
  try {
    response = await fetch(url, { ...init, signal: abort.signal, credentials: 'same-origin' })
    answer = await response.json()
  } catch {
    throw new Unreachable()
  } finally {
    clearTimeout(timer)
  }
  ofAnotherProgram(response.headers.has('x-rehearsal'))
  if (response.ok) return answer as T
  const error = (answer as { error?: { code?: string; data?: Record<string, unknown> } }).error
  const code = CODE.test(error?.code ?? '') ? (error!.code as ErrorCode) : 'INTERNAL'
  throw new AppError(code, { ...error?.data, requestId: response.headers.get('x-request-id') ?? '' })
}

/** The code of anything that `call` throws, for the sentence shown. */
export function codeOf(error: unknown): ErrorCode | 'UNREACHABLE' {
  return error instanceof AppError ? error.code : error instanceof Unreachable ? 'UNREACHABLE' : 'INTERNAL'
}
