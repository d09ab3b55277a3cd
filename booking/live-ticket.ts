import { textOf, type Markup } from '../shared/ticket/markup.ts'
import { awaitsDraw, faceOf, isFinal, type Face, type OwnTicket } from '../shared/ticket/own-ticket.ts'
import { hasNews, standingNow, tellsMore, type StreamMessage } from '../shared/ticket/standing.ts'
import { PARTS, ticketFace } from '../shared/ticket/ticket-parts.ts'
import type { Instant } from '../shared/kit/time.ts'
import type { Lang } from '../shared/kit/words.ts'
import { AWAITED_STATES } from '../shared/queue/states.ts'
import { alertRow, type Alert, type Told } from './alert.ts'
import { freshLine, isOld } from './freshness.ts'
import { swap } from './swap.ts'
import type { TicketStream } from './ticket-stream.ts'

/** Before the visit little happens, and around it much; where a stream tells it, nothing has to be read. */
const READ_BEFORE_MS = 30_000
const READ_ALONE_MS = 15_000
const READ_AGAIN_MS = 4_000
/** A document moves in days. */
const READ_DOCUMENT_MS = 60_000

/** What the page needs of the world; a test gives its own. */
export interface World {
  /** Opens the stream of the ticket. */
  readonly follow: (heard: (message: StreamMessage) => void) => TicketStream
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
  /** Draws what is known now; called every second and at every message. */
  paint(): void
  /** Asks the server: what it answers is the truth over every message. */
  refresh(): Promise<void>
  toggleAlert(): void
}

/** Keeps the server's page of a ticket alive by its stream; asks the server where that does not tell enough, or there is none. */
export function liveTicket(page: HTMLElement, first: OwnTicket, world: World): LiveTicket {
  const { alert, lang, base, qr } = world
  const started = world.clock()
  let known = first
  let shown = first
  let face: Face = faceOf(first)
  // The server's own drawing is as good as a reading, a copy of it is not.
  const { copyAge } = world
  let readAt = copyAge === undefined ? started : -Infinity
  let reading = false
  /** All that the stream has said, and whether it said of more than it can tell. */
  let told: Partial<StreamMessage> = {}
  let owed = false
  const stream = hasNews(first) && !awaitsDraw(first) ? world.follow(heard) : undefined

  /** By the server's clock, once it was heard. */
  const now = (): Instant =>
    stream && stream.heard > 0 ? stream.now() : first.now + (copyAge ?? 0) + (world.clock() - started)

  /** What a message says is shown at once; what it cannot say is read. */
  function heard(message: StreamMessage): void {
    const { calls = 0 } = told
    told = { ...told, ...message }
    const waits = shown.ticket.state === 'called'
    shown = standingNow(shown, message)
    // The counter called the same number once more.
    if (waits && shown.ticket.state === 'called' && calls > 0 && told.calls! > calls) alert.ring()
    owed ||= tellsMore(known, message)
    if (owed) void refresh()
    paint()
  }

  async function refresh(): Promise<void> {
    if (reading) return
    reading = true
    readAt = world.clock()
    try {
      known = await world.read()
      // Two roads: what the stream said meanwhile may be newer than the answer.
      const newer = told.now !== undefined && told.now >= known.now
      shown = newer ? standingNow(known, told) : known
      owed = newer && tellsMore(known, told)
    } catch {
      return // The age of the page tells it; the next read comes by itself.
    } finally {
      reading = false
    }
    paint()
  }

  /** Where no stream tells it, the page looks by itself. */
  function follow(): void {
    stream?.look()
    if (owed && world.clock() - readAt > READ_AGAIN_MS) void refresh()
    if (stream?.connected || !hasNews(known)) return
    const pause = isFinal(known)
      ? READ_DOCUMENT_MS
      : AWAITED_STATES.includes(known.ticket.state)
        ? READ_BEFORE_MS
        : READ_ALONE_MS
    if (world.clock() - Math.max(readAt, started) > pause) void refresh()
  }

  function paint(): void {
    follow()
    const connection = {
      connected: stream?.connected ?? false,
      online: navigator.onLine,
      heard: Math.max(stream?.heard ?? 0, known.now),
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
    toggleAlert: () => {
      alert.toggle()
      paint()
    },
  }
}

function toldOf(face: Face): Told {
  return face === 'done' ? 'ready' : face === 'soon' ? 'call' : face === 'waiting' ? 'three' : 'news'
}
