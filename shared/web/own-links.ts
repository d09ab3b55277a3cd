import type { OwnLink } from '../ticket/in-parts.ts'

const KEY = 'tanggap.tickets'
const MOST = 10

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Remembers on this phone that a ticket is its own, newest first; those of days before `today` are forgotten. */
export function rememberTicket(link: OwnLink, today: string, store: Store | undefined = storage()): void {
  const others = read(store).filter(known => known.token !== link.token && known.date >= today)
  const { token, number, date } = link
  const kept = [{ token, number, date }, ...others].filter(known => known.date >= today).slice(0, MOST)
  try {
    store?.setItem(KEY, JSON.stringify(kept))
  } catch {
    return // Without room or leave to store, the ticket's own page still does everything.
  }
}

/** Forgets a ticket on a phone that is not its holder's: nothing that opens it stays there. */
export function forgetTicket(token: string, store: Store | undefined = storage()): Promise<void> {
  return keepOnly(link => link.token !== token, [token], store)
}

/** Forgets the tickets of days before `today`, which nobody opens from here any more. */
export function forgetBefore(today: string, store: Store | undefined = storage()): Promise<void> {
  const over = read(store).filter(link => link.date < today)
  return over.length === 0
    ? Promise.resolve()
    : keepOnly(
        link => link.date >= today,
        over.map(link => link.token),
        store,
      )
}

/** Drops links, and the copies of their pages that were kept for dead zones. */
async function keepOnly(
  stays: (link: OwnLink) => boolean,
  gone: readonly string[],
  store: Store | undefined,
): Promise<void> {
  const links = read(store).filter(stays)
  try {
    store?.setItem(KEY, JSON.stringify(links))
    // Without leave to store there is no copy either; an insecure address has no caches at all.
    const copies = 'caches' in globalThis ? await caches.open('ticket') : undefined
    for (const token of gone) await copies?.delete(`${location.origin}/t/${token}`)
  } catch {
    return
  }
}

/** This phone's own tickets of a date and later, newest first. */
export function linksFrom(date: string, store: Store | undefined = storage()): readonly OwnLink[] {
  return read(store).filter(link => link.date >= date)
}

/** This phone's own tickets of one of the dates, newest first. */
export function ticketsOf(dates: readonly string[], store: Store | undefined = storage()): readonly OwnLink[] {
  return read(store).filter(link => dates.includes(link.date))
}

function read(store: Store | undefined): readonly OwnLink[] {
  try {
    const known: unknown = JSON.parse(store?.getItem(KEY) ?? '[]')
    return Array.isArray(known) ? known.filter(isLink) : []
  } catch {
    return []
  }
}

function isLink(value: unknown): value is OwnLink {
  const link = value as Partial<Record<keyof OwnLink, unknown>> | null
  return ['token', 'number', 'date'].every(key => typeof link?.[key as keyof OwnLink] === 'string')
}

/** A private window throws at the very name. */
function storage(): Store | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
