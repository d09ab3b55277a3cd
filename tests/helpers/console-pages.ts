import type { OfficeInfo } from '../../shared/office/office.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock } from '../../shared/kit/time.ts'
import { permissionsOf, type Role } from '../../shared/office/permissions.ts'
import type { QueueDay } from '../../shared/queue/day.ts'

/** The office of the console's tests: a Tuesday, twenty-four past ten. */
export const office: OfficeInfo = demoOffice
export const NOW = atClock('2026-06-09', '10:24', 'WITA')
export const at = (clock: string) => atClock('2026-06-09', clock, 'WITA')

/** Somebody signed in, as the shell hands them to a page. */
export function staffOf(role: Role) {
  const permissions = [...permissionsOf([role])]
  const who = { id: 'p1', username: 'petugas1', name: 'Petugas 1 (contoh)' }
  const there = { officeId: office.id, offices: [office.id], agency: null }
  return { ...who, ...there, roles: [role], owesSecond: false, permissions }
}

/** A live day that stands still. */
export function still(day?: QueueDay, change: { stale?: boolean } = {}) {
  return { day, now: () => NOW, heard: at('10:23'), stale: change.stale ?? false } as never
}

/** One request that a page made. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  /** Names the act; absent where nothing is changed. */
  readonly key: string | null
}

/** The first answer never comes; every further one is `value`. */
export function lostFirst(value: unknown): () => unknown {
  let lost = false
  return () => {
    if (lost) return value
    lost = true
    throw new TypeError('no network')
  }
}

/**
 * Answers the requests of a page in place of the server: by method and path, a value or a function of the request; an
 * `Error` of a code is refused with it. Gives what was asked, and a way back.
 */
export function answering(answers: Readonly<Record<string, unknown>>) {
  const asked: Asked[] = []
  const real = window.fetch
  window.fetch = async (input, init) => {
    const url = new URL(String(input), location.origin)
    const request: Asked = {
      method: init?.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: init?.body && !(init.body instanceof FormData) ? JSON.parse(String(init.body)) : undefined,
      key: new Headers(init?.headers).get('Idempotency-Key'),
    }
    asked.push(request)
    const found = answers[`${request.method} ${request.path}`]
    const value = typeof found === 'function' ? await (found as (r: Asked) => unknown)(request) : found
    if (value === undefined) return new Response('{"error":{"code":"NOT_FOUND"}}', { status: 404 })
    if (value instanceof Error) {
      const { message: code, data } = value as Error & { data?: object }
      return new Response(JSON.stringify({ error: { code, data } }), { status: 500 })
    }
    return new Response(JSON.stringify(value), { status: 200 })
  }
  return { asked, restore: () => void (window.fetch = real) }
}

/** The words of a page, nested elements of its own shadow root only, with single spaces. */
export function wordsOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
