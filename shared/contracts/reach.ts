import { pick } from '../kit/pick.ts'

/** Who follows a day: `staff` signed in at the desk; `hall` the paired displays and kiosks. */
export type Room = 'staff' | 'hall'

/** Who looks: those who follow, and the `public`, which reads the board and follows a ticket alone. */
export type Audience = Room | 'public'

/** How far a field may travel: to every phone, to the hall and the staff, to the staff, or nowhere. */
export type Reach = Audience | 'server'

/**
 * Every field of a record with its reach; a new one does not compile without. Only what may be absent can be kept back.
 */
export type Reaches<T> = { readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Reach : 'public' }

/** The names that each audience sees. */
export type Seen = Readonly<Record<Audience, readonly string[]>>

const MAY_SEE: Readonly<Record<Audience, readonly Reach[]>> = {
  public: ['public'],
  hall: ['public', 'hall'],
  staff: ['public', 'hall', 'staff'],
}

/** What each audience sees of records with these fields. */
export function seenOf(reaches: Readonly<Record<string, Reach>>): Seen {
  const of = (audience: Audience) => Object.keys(reaches).filter(name => MAY_SEE[audience].includes(reaches[name]!))
  return { public: of('public'), hall: of('hall'), staff: of('staff') }
}

/** The record with these of its fields and no others, whatever else it holds. */
export function only<T extends object>(record: T, names: readonly string[]): T {
  // Every field that must be there is public (`Reaches`), so it is among them.
  return pick(record, names as readonly (keyof T)[]) as T
}

/** What an audience sees of records of one kind. */
export function view<T extends object>(reaches: Reaches<T>): (record: T, audience: Audience) => T {
  const seen = seenOf(reaches)
  return (record, audience) => only(record, seen[audience])
}
