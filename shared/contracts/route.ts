import { z } from 'zod'
import { TOKEN } from '../kit/ticket-link.ts'
import type { ErrorCode } from '../kit/errors.ts'
import type { Permission } from '../office/permissions.ts'
import * as s from './schemas.ts'

/** A device that an administrator let in. */
export type DeviceKind = 'kiosk' | 'display' | 'tablet'

/** Who may ask: anybody, the holder of a link, any staff, staff with the right, a paired device, or either of these two. */
export type Access =
  | 'anybody'
  | 'holder'
  | 'signedIn'
  | { readonly staff: Permission; readonly device?: DeviceKind }
  | { readonly staff?: never; readonly device: DeviceKind }

/**
 * How a route of an office is bounded for somebody who belongs to one agency of its hall: it is about whoever asks alone, or
 * the same for everybody in the hall; what it names in its path or body must be of their agency; or its answer holds only the
 * part that is. A route that says nothing is closed to them.
 */
export type Wall = 'own' | 'hall' | 'counter' | 'service' | 'ticket' | 'application' | 'part'

/** One route: everything that the server, the typed client and the OpenAPI document need to know of it. */
export interface Route {
  readonly summary: string
  readonly access: Access
  /** What of it somebody of one agency gets; nothing unless given. */
  readonly agency?: Wall
  /** Status of a good answer; 200 unless given. */
  readonly status?: 201
  /** A command carries an `Idempotency-Key`: the same request under it gives the same answer. */
  readonly command?: true
  /** Serves people: refused with `OFFICE_PREPARING` while its office is being prepared. */
  readonly serves?: true
  /** Also in a rehearsal, although its answer is no mere look and it is no work of the hall (`rehearsed`). */
  readonly rehearses?: true
  /** Not counted against anybody's allowance. */
  readonly unlimited?: true
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly reply: z.ZodType
  readonly errors: readonly ErrorCode[]
}

/** The same type with nothing in it to change, as the server hands it out. */
export type Fixed<T> = T extends object ? { readonly [P in keyof T]: Fixed<T[P]> } : T

/** Keeps a route's exact types. */
export const route = <const R extends Route>(r: R): R => r

export const office = z.strictObject({ office: s.id })
export const counter = z.strictObject({ office: s.id, counter: s.id })
export const token = z.strictObject({ token: z.string().regex(TOKEN) })
export const ok = z.object({ ok: z.literal(true) })
export const ticketReply = z.object({ ticket: s.ticketView })
