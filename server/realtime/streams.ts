import type { ServerResponse } from 'node:http'
import { pick } from '../../shared/kit/pick.ts'
import type { Instant } from '../../shared/kit/time.ts'
import { ticketAt, type QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import { hasEnded } from '../../shared/ticket/own-ticket.ts'
import type { Opened } from '../services/booking/own-tickets.ts'
import { visitOf } from '../services/booking/own-steps.ts'
import { standingOf } from '../services/booking/standing.ts'
import type { Offices } from '../services/office/offices.ts'
import type { EstimateBook } from '../services/queue/estimates.ts'
import type { QueueDays } from '../services/queue/queue-days.ts'
import type { Turns } from '../turnstile/turns.ts'
import { createStreamLinks, type Link } from './stream-links.ts'
import {
  comeAgain,
  lastWord,
  lifeSign,
  markOf,
  messageOf,
  partsOf,
  STREAM_HEADERS,
  type Parts,
} from './stream-messages.ts'

/** A sign of life, so that a phone knows its picture is the present. */
const BEAT_MS = 15_000
const FRAME_MS = 100
/** Phones for which a round waits one millisecond longer: a crowd hears a little later, and the desk does not notice it. */
const PHONES_PER_MS = 2
/** Phones that hear new ranges within a second; more hear them later. */
const PHONES_PER_SECOND = 400
/** Tickets looked at, or told, in one turn of the event loop; the desk is answered between two. */
const PIECE = 50
/** People ahead from which on each one less is told at once; what moves behind them is told every ten seconds. */
const NEAR = 10
const MOVE_MS = 10_000
/** A visit that ended may be taken back for a while; then its stream ends. */
const ENDED_MS = 60_000
/** A ticket that phones follow; the family's link is told less, and is another one. */
interface Followed {
  readonly id: string
  readonly no: number
  readonly looks: boolean
  readonly links: Set<Link>
  /** Each part as it was told last, as JSON. */
  parts: Parts
  /** Names this state of it, also after a restart. */
  mark: string
  toldAt: number
  document: Instant | null
  /** Since when its visit has ended. */
  endedAt: number | undefined
}

/** The followed tickets of a day; those of days that are over are together, and only their documents are followed. */
interface Followers {
  readonly office: string
  readonly tickets: Map<string, Followed>
  day: QueueDay | undefined
  ranges: Estimates | undefined
  /** A round is being told, or has just been. */
  busy: boolean
  /** Something changed meanwhile. */
  again: boolean
  /** Something that only moves was held back. */
  held: boolean
}

/** The streams of tickets: each phone is told where its own ticket stands, and nothing else. */
export interface Streams {
  /** Follows a ticket on a connection; `known` is the mark that the phone heard last. `full` when there is no room. */
  follow(
    ticket: Opened,
    phone: { readonly address: string; readonly known: string | undefined; readonly res: ServerResponse },
  ): Promise<'full' | undefined>
  /** The document of a ticket took a step. */
  documentChanged(ticketId: string): void
  /** A setting changed an office. */
  renew(office: string): void
  /** One turn of the clock: new ranges, signs of life, ends. */
  tick(): Promise<void>
  size(): number
  /** Ended because they did not read. */
  ended(): number
  close(): void
}

/** `elapsed` is a clock that only goes forward; `documentOf` says when the document of a visit last took a step. */
export function createStreams(deps: {
  readonly days: Pick<QueueDays, 'day' | 'onPublished'>
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly estimates: EstimateBook
  readonly documentOf: (ticketId: string) => Promise<Instant | null>
  readonly turns: Pick<Turns, 'calm'>
  readonly now: () => Instant
  readonly elapsed: () => number
  readonly failed: (error: unknown) => void
}): Streams {
  const { days, offices, estimates, turns, now, elapsed } = deps
  const links = createStreamLinks(elapsed)
  const followed = new Map<string, Followers>()
  const timers = new Set<NodeJS.Timeout>()
  let seconds = 0

  function standing(group: Followers, { no, looks, document }: Pick<Followed, 'no' | 'looks' | 'document'>): Parts {
    const { office, day, ranges } = group
    const ticket = day && ticketAt(day, no)
    if (!ticket) return partsOf({ document })
    const info = offices.get(office)
    const at = { today: offices.today(office), looks, ranges: () => ranges }
    const steps = visitOf(info, day, ticket, [])?.steps ?? null
    const service = info.services.find(s => s.id === ticket.serviceId)?.name ?? null
    return partsOf({ ...standingOf(info, day, ticket, at), calls: ticket.calls, service, steps, document })
  }

  const wholeOf = (one: Followed) => messageOf(now(), one.parts, one.mark)

  function tell(one: Followed, text: string): void {
    one.toldAt = elapsed()
    for (const link of one.links) links.write(link, text)
  }

  /** Tells what changed. What only moves far ahead of somebody waits a little, and then goes with the rest. */
  function update(group: Followers, one: Followed): void {
    const ticket = group.day && ticketAt(group.day, one.no)
    if (ticket && !hasEnded(ticket.state)) one.endedAt = undefined
    else if (one.endedAt === undefined) {
      one.endedAt = elapsed()
      void lookAtDocument(group, one).catch(deps.failed)
    }
    const parts = standing(group, one)
    const changed = Object.keys(parts).filter(part => parts[part] !== one.parts[part])
    if (changed.length === 0) return
    const moves = changed.every(part => part === 'range' || (part === 'ahead' && Number(parts['ahead']) > NEAR))
    if (moves && elapsed() - one.toldAt < MOVE_MS) {
      group.held = true
      return
    }
    one.parts = parts
    one.mark = markOf(parts)
    tell(one, messageOf(now(), pick(parts, changed), one.mark))
  }

  async function lookAtDocument(group: Followers, one: Followed): Promise<void> {
    if (one.looks) return
    const document = await deps.documentOf(one.id)
    if (document === one.document) return
    one.document = document
    update(group, one)
  }

  /** At once after a quiet moment; what comes within the next frame is told together. */
  function due(group: Followers): void {
    group.again = true
    if (!group.busy) void round(group).catch(deps.failed)
  }

  async function round(group: Followers): Promise<void> {
    group.busy = true
    await turns.calm()
    group.again = group.held = false
    await inPieces(group, one => update(group, one))
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        group.busy = false
        if (group.again) due(group)
      },
      Math.max(FRAME_MS, links.size() / PHONES_PER_MS),
    )
    timers.add(timer)
  }

  async function inPieces({ tickets }: Followers, each: (one: Followed) => void): Promise<void> {
    let piece = 0
    for (const one of tickets.values()) {
      each(one)
      piece += one.links.size
      if (piece < PIECE) continue
      piece = 0
      await turns.calm()
    }
  }

  async function refresh(group: Followers, day: QueueDay): Promise<void> {
    const ranges = await estimates.fresh(day)
    if (ranges === group.ranges) return
    group.ranges = ranges
    due(group)
  }

  /** Ends a stream: for good, or so that the phone comes again and is told anew. */
  function end(one: Followed, last = ''): void {
    for (const { res } of one.links) res.end(last)
  }

  function liveOrEnd(one: Followed): void {
    const passed = elapsed()
    if (one.endedAt !== undefined && one.document === null && passed - one.endedAt >= ENDED_MS)
      return end(one, lastWord(now()))
    if (passed - one.toldAt >= BEAT_MS) tell(one, lifeSign(now()))
  }

  days.onPublished((office, date, _events, day) => {
    const group = followed.get(`${office}/${date}`)
    if (!group) return
    group.day = day
    due(group)
  })

  function groupOf(office: string, date: string | undefined): Followers {
    const key = `${office}/${date ?? ''}`
    const known = followed.get(key)
    if (known) return known
    const quiet = { busy: false, again: false, held: false }
    const group = { office, tickets: new Map(), day: undefined, ranges: undefined, ...quiet }
    followed.set(key, group)
    return group
  }

  function onePhoneMore(group: Followers, { id, no, kind }: Opened, document: Instant | null): Followed {
    const looks = kind === 'look'
    const key = looks ? `${id}/look` : id
    const known = group.tickets.get(key)
    if (known) return known
    const ended = group.day === undefined || hasEnded(ticketAt(group.day, no)?.state ?? 'done')
    const parts = standing(group, { no, looks, document })
    const state = { parts, mark: markOf(parts), toldAt: elapsed(), document, endedAt: ended ? elapsed() : undefined }
    const one: Followed = { id, no, looks, links: new Set(), ...state }
    group.tickets.set(key, one)
    return one
  }

  return {
    async follow(ticket, { address, known, res }) {
      const { office, date, id, kind } = ticket
      if (!links.hasRoom(address)) return 'full'
      const today = offices.today(office)
      const day = date < today ? undefined : await days.day(office, date)
      const ended = day === undefined || hasEnded(ticketAt(day, ticket.no)?.state ?? 'done')
      const document = ended && kind !== 'look' ? await deps.documentOf(id) : null
      if (res.req.socket.destroyed) return undefined
      res.writeHead(200, STREAM_HEADERS)
      if (day === undefined && document === null) {
        res.end(lastWord(now()))
        return undefined
      }
      // From here to the first message in one turn: what is published later is told later.
      const group = groupOf(office, day && date)
      if (day && (group.day === undefined || group.day.seq < day.seq)) group.day = day
      if (date === today) group.ranges ??= estimates.of(group.day!)
      const one = onePhoneMore(group, ticket, document)
      update(group, one)
      const link: Link = { res, address }
      const left = () => {
        if (one.links.size > 0) return
        for (const [key, other] of group.tickets) if (other === one) group.tickets.delete(key)
      }
      links.enter(link, one.links, { whole: () => wholeOf(one), left })
      links.write(link, comeAgain() + (known === one.mark ? lifeSign(now()) : wholeOf(one)))
      return undefined
    },
    documentChanged(ticketId) {
      for (const group of followed.values()) {
        const one = group.tickets.get(ticketId)
        if (one) void lookAtDocument(group, one).catch(deps.failed)
      }
    },
    renew(office) {
      for (const group of followed.values()) if (group.office === office) due(group)
    },
    async tick() {
      seconds++
      links.sweep()
      const ranged = seconds % Math.max(1, Math.round(links.size() / PHONES_PER_SECOND)) === 0
      for (const [key, group] of followed) {
        const { day, office, tickets } = group
        const today = offices.today(office)
        const over = day !== undefined && day.date < today
        if (over) for (const one of tickets.values()) end(one)
        if (over || tickets.size === 0) {
          followed.delete(key)
          continue
        }
        if (group.held) due(group)
        if (ranged && day?.date === today) void refresh(group, day).catch(() => undefined)
        await inPieces(group, liveOrEnd)
      }
    },
    size: links.size,
    ended: links.ended,
    close() {
      for (const timer of timers) clearTimeout(timer)
      links.close()
    },
  }
}
