import { followsDocument } from '../shared/ticket/application-part.ts'
import { textOf, type Markup } from '../shared/ticket/markup.ts'
import { faceOf, inDay, isFinal, type Face, type OwnTicket } from '../shared/ticket/own-ticket.ts'
import { PARTS, ticketFace } from '../shared/ticket/ticket-parts.ts'
import type { Instant } from '../shared/kit/time.ts'
import type { Lang } from '../shared/kit/words.ts'
import type { LiveDay } from '../shared/web/live-day.ts'
import { AWAITED_STATES } from '../shared/queue/states.ts'
import { alertRow, type Alert, type Told } from './alert.ts'
import { freshLine, isOld } from './freshness.ts'
import { swap } from './swap.ts'

const READ_PAUSE_MS = 4_000
/** The public's day leaves bookings out, and before the visit little happens. */
const READ_BEFORE_MS = 30_000
const CHANGED_PAUSE_MS = 500
const READ_ALONE_MS = 15_000
/** A document moves in days; its page asks once a minute and needs no push. */
const READ_DOCUMENT_MS = 60_000

/** What the page needs of the world; a test gives its own. */
export interface World {
  readonly live: Pick<LiveDay, 'day' | 'estimates' | 'connected' | 'heard' | 'now' | 'hostDisconnected'>
  readonly read: () => Promise<OwnTicket>
  readonly alert: Alert
  readonly lang: Lang
  /** Address of the page, for its forms. */
  readonly base: string
  /** The code for the kiosk as the server drew it. */
  readonly qr?: Markup | undefined
  /** How old the page was when it was opened, for one that the phone had kept. */
  readonly copyAge?: number | undefined
  /** Milliseconds that only grow. */
  readonly clock: () => number
}

export interface LiveTicket {
  /** Draws what is known now; called every second and at every push. */
  paint(): void
  /** Asks the server, the truth over every push. */
  refresh(): Promise<void>
  /** The counter called the same number once more. */
  recalled(no: number): void
  toggleAlert(): void
}

/** Keeps the server's page of a ticket alive: folds the pushed day, asks the server where that does not tell enough. */
export function liveTicket(page: HTMLElement, first: OwnTicket, world: World): LiveTicket {
  const { live, alert, lang, base, qr } = world
  const started = world.clock()
  let known = first
  let shown = first
  let face: Face = faceOf(first)
  // The server's own drawing is as good as a reading, a copy of it is not.
  const { copyAge } = world
  let readAt = copyAge === undefined ? started : -Infinity
  let reading = false
  let wasConnected = false
  let everConnected = false

  const now = (): Instant => (live.heard > 0 ? live.now() : first.now + (copyAge ?? 0) + (world.clock() - started))

  async function refresh(): Promise<void> {
    if (reading) return
    reading = true
    readAt = world.clock()
    try {
      known = await world.read()
      shown = known
    } catch {
      return // The age of the page tells it; the next read comes by itself.
    } finally {
      reading = false
    }
    paint()
  }

  /** A push is a hint: whatever it says of the own ticket is read again, and so is what it leaves out. */
  function follow(): void {
    const pause = world.clock() - readAt
    const rejoined = live.connected && !wasConnected && everConnected
    wasConnected = live.connected
    everConnected ||= live.connected
    if (isFinal(known)) {
      live.hostDisconnected()
      if (followsDocument(known) && world.clock() - Math.max(readAt, started) > READ_DOCUMENT_MS) void refresh()
      return
    }
    if (!live.connected || !live.day) {
      if (pause > READ_ALONE_MS && world.clock() - started > READ_ALONE_MS) void refresh()
      return
    }
    const seen = inDay(known, live.day, live.estimates, now())
    if (seen) shown = seen
    const changed = seen !== undefined && seen.ticket.state !== known.ticket.state
    if (rejoined || (changed && pause > CHANGED_PAUSE_MS) || (!seen && pause > pauseOf(known))) void refresh()
  }

  function paint(): void {
    follow()
    const connection = {
      connected: live.connected,
      online: navigator.onLine,
      heard: Math.max(live.heard, known.now),
      now: Math.max(now(), known.now),
    }
    // An old range would be a promise that nobody keeps.
    const seen = isFinal(known) ? known.now : connection.now
    const own = { ...shown, now: seen, ...(isOld(connection) ? { range: null } : {}) }
    const before = face
    const fresh = freshLine(connection, own.office.zone, lang)
    const drawn = ticketFace(own, lang, { base, qr, fresh, alert: alertRow(alert, toldOf(faceOf(own)), lang) })
    face = drawn.face
    document.title = `${drawn.title} · Tanggap`
    page.className = face
    for (const part of PARTS) {
      const place = page.querySelector(`[data-part="${part}"]`)
      if (place) swap(place, textOf(drawn.parts[part]))
    }
    if (face === before) return
    // What was refused before says nothing about how it stands now.
    page.querySelector('#said')?.remove()
    // The news stands on top, wherever the reader was.
    window.scrollTo(0, 0)
    if (face === 'called' || face === 'offered' || (face === 'soon' && before === 'waiting')) alert.ring()
  }

  return {
    paint,
    refresh,
    recalled: no => void (no === known.ticket.no && alert.ring()),
    toggleAlert: () => {
      alert.toggle()
      paint()
    },
  }
}

function pauseOf(own: OwnTicket): number {
  return AWAITED_STATES.includes(own.ticket.state) ? READ_BEFORE_MS : READ_PAUSE_MS
}

function toldOf(face: Face): Told {
  return face === 'soon' ? 'call' : face === 'waiting' ? 'three' : 'news'
}
