import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { ClientToServer, EndedWhy, JoinReply, JoinRequest, ServerToClient } from '../../shared/contracts/live.ts'
import type { Room } from '../../shared/contracts/reach.ts'
import { crosses, scopedEvent } from '../../shared/contracts/scoped/scoped-views.ts'
import { projectEvent } from '../../shared/contracts/views.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { scopeOf, type Caller } from '../services/identity/access.ts'
import type { EstimateBook } from '../services/queue/estimates.ts'
import type { Offices } from '../services/office/offices.ts'
import type { Presence } from '../services/queue/presence.ts'
import type { QueueDays } from '../services/queue/queue-days.ts'
import type { Turns } from '../turnstile/turns.ts'
import { createGuards } from './guards.ts'
import { createSnapshots } from './snapshots.ts'
import { idsIn, mayListen, room } from './rooms.ts'

const ESTIMATES_EVERY_MS = 1_000
/** Sockets of guests, who are told that they must sign in or be paired; the desk and the hall do not count, so they lock nobody out. */
const MOST_GUESTS = 1_000
/** Of them behind one address: the screens of an office that are not paired yet. */
const MOST_OF_ADDRESS = 100
/** A guest that has connected joins at once; a connection that does not want to hear anything is not kept. */
const SILENT_MS = 5_000
/** One join under way and one behind it; what comes besides is not answered. */
const MOST_JOINS = 2
const ROOMS = ['staff', 'hall'] as const satisfies readonly Room[]

/** Begins the name of the room in which a session's connections are. */
const SESSION = 'session:'
const DEVICE = 'device:'
const PERSON = 'person:'

const joinRequest = z.strictObject({
  office: z.string().max(80),
  audience: z.enum(ROOMS),
  known: z.strictObject({ date: z.string().max(10), seq: z.number().int().min(0) }).optional(),
})

/** What is known of a connection. */
interface Known {
  caller?: Caller
  /** The room it is in. */
  room?: string
  joins?: number
}

type Link = Socket<ClientToServer, ServerToClient, Record<string, never>, Known>

export interface Hub {
  /** Ends the live connections of a device or a session at once, and tells them why; without, they come again as who they are now. */
  drop(what: { device: string } | { sessionHash: string }, why?: EndedWhy): void
  /** Hashes of the sessions, and ids of the devices, that have live connections. */
  sessions(): readonly string[]
  devices(): readonly string[]
  /** Tells the screens of one of the staff that something of theirs has news; what, they ask. */
  tell(staffId: string): void
  /** How often that was since the start, for screens that ask instead of listening. */
  tellings(staffId: string): number
  /** Asks everybody of an office to join anew. */
  renew(office: string): void
  sockets(): number
  /** Connections ended because they did harm, by why. */
  ended(): Readonly<Record<string, number>>
  close(): Promise<void>
}

/** The push path: the desk and the hall hear each commit at once. */
export function createHub(deps: {
  server: HttpServer
  days: QueueDays
  offices: Offices
  estimates: EstimateBook
  presence: Pick<Presence, 'came'>
  now: () => Instant
  callerOf: (cookies: string | undefined) => Promise<Caller>
  /** Whoever joins is told, so that a screen of another program loads itself anew. */
  rehearsing: boolean
  turns: Turns
  addressOf: (req: IncomingMessage) => string
  sessionHash: (session: string) => string
  sameOrigin: (origin: string | undefined, host: string | undefined) => boolean
}): Hub {
  const { days, offices, now, turns } = deps
  const mark = deps.rehearsing ? { rehearsal: true as const } : {}
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, Known>(deps.server, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 16_384,
    // A cable that was pulled says nothing: within 15 seconds a screen knows that its picture is old.
    pingInterval: 10_000,
    pingTimeout: 5_000,
    allowRequest: (req, done) => done(null, deps.sameOrigin(req.headers.origin, req.headers.host)),
  })
  const guards = createGuards(io.engine, { addressOf: deps.addressOf, now: () => performance.now() })
  const snapshots = createSnapshots()
  const rooms = () => io.sockets.adapter.rooms
  let guests = 0
  const shownEstimates = new Map<string, Estimates>()
  /** The day of each office as it was told last. */
  const told = new Map<string, QueueDay>()
  const ofAddress = new Map<string, number>()
  const tellings = new Map<string, number>()

  io.on('connection', (socket: Link) => {
    guards.entered(socket.conn)
    const address = deps.addressOf(socket.request)
    const proved = deps.callerOf(socket.handshake.headers.cookie).then(caller => {
      socket.data.caller = caller
      for (const device of caller.devices) void socket.join(`${DEVICE}${device.id}`)
      if (caller.session) void socket.join(`${SESSION}${deps.sessionHash(caller.session)}`)
      if (caller.staff) void socket.join(`${PERSON}${caller.staff.id}`)
      if (caller.staff && socket.connected) socket.once('disconnect', deps.presence.came(caller.staff.id))
      const known = caller.staff !== undefined || caller.devices.length > 0
      if (!known) admit(socket, address)
      return known
    })
    // Who cannot be proved now, because the database is away, proves it by a new connection.
    proved.catch(() => socket.disconnect(true))
    socket.on('join', (request, reply) => {
      const { joins = 0 } = socket.data
      if (typeof reply !== 'function' || joins >= MOST_JOINS) return
      socket.data.joins = joins + 1
      void proved
        .then(known => (known ? undefined : turnOf(socket, address)))
        .then(full => (full ? undefined : join(socket, request, reply)))
        .catch((error: unknown) => {
          const code = error instanceof AppError ? error.code : 'INTERNAL'
          // Not now is no refusal: who hears nothing asks again.
          if (code !== 'UNAVAILABLE') reply({ ok: false, code })
        })
        .finally(() => socket.data.joins!--)
    })
  })

  /** Counts a guest; too many of one address, or in all, are cut. */
  function admit(socket: Link, address: string): void {
    const own = (ofAddress.get(address) ?? 0) + 1
    ofAddress.set(address, own)
    guests++
    const silent = setTimeout(() => socket.data.joins === undefined && socket.disconnect(true), SILENT_MS)
    socket.on('disconnect', () => {
      clearTimeout(silent)
      guests--
      const left = ofAddress.get(address)! - 1
      if (left > 0) ofAddress.set(address, left)
      else ofAddress.delete(address)
    })
    if (own > MOST_OF_ADDRESS || guests > MOST_GUESTS) socket.disconnect(true)
  }

  /** The turn of a guest to join. Whoever finds no room to wait is told nothing, and asks again by itself. */
  function turnOf(socket: Link, address: string): Promise<'full' | undefined> {
    return new Promise(resolve => {
      const full = () => resolve('full')
      turns.guest({
        address,
        gone: () => !socket.connected,
        start(leave) {
          resolve(undefined)
          leave()
        },
        refuse: full,
        drop: full,
      })
    })
  }

  async function join(socket: Link, given: JoinRequest, reply: (answer: JoinReply) => void): Promise<void> {
    const parsed = joinRequest.safeParse(given)
    if (!parsed.success) throw new AppError('BAD_REQUEST')
    const { office, audience, known } = parsed.data
    const hall = offices.get(office)
    mayListen(socket.data.caller, audience, office)
    // The hall is the same for everybody; at the desk an agency has a room of its own.
    const scope = audience === 'staff' ? scopeOf(socket.data.caller!) : null
    const day = await days.today(office)
    // Joined and answered in one turn: what is published later reaches the room, what came before is in the answer.
    if (socket.data.room !== undefined) void socket.leave(socket.data.room)
    socket.data.room = room(office, audience, scope)
    void socket.join(socket.data.room)
    const estimates = deps.estimates.of(day)
    // What came into an agency's part while it was away came without what was before: it gets the day.
    const missed = scope === null && known?.date === day.date ? days.since(office, day.date, known.seq) : undefined
    if (missed && missed.length <= 200) {
      const events = missed.map(e => projectEvent(e, audience))
      return reply({ ok: true, now: now(), ...mark, estimates, date: day.date, events })
    }
    const snapshot = snapshots(day, { audience, scope, hall }, estimates)
    if (!guards.reads(socket.conn, snapshot.length)) return
    reply({ ok: true, now: now(), ...mark, snapshot })
  }

  days.onPublished((office, date, events, after) => {
    // Rooms follow the day at hand; a booking for another day changes nothing that is shown.
    if (date !== offices.today(office)) return
    const prev = events[0]!.seq - 1
    tellAgencies(office, events, after)
    for (const audience of ROOMS) {
      const to = room(office, audience)
      if (!rooms().has(to)) continue
      io.to(to).emit('events', { office, date, prev, now: now(), events: events.map(e => projectEvent(e, audience)) })
    }
  })

  /** Each agency hears of its own part as the desk does, and of the others as the hall does. */
  function tellAgencies(office: string, events: readonly DayEvent[], after: QueueDay): void {
    const before = told.get(office)
    told.set(office, after)
    const hall = offices.get(office)
    for (const { id } of hall.agencies) {
      const to = room(office, 'staff', id)
      if (!rooms().has(to)) continue
      if (crosses(events, { before: before?.date === after.date ? before : undefined, after }, hall, id)) {
        io.to(to).emit('day', { office })
        continue
      }
      const seen = events.map(e => scopedEvent(e, after, hall, id))
      io.to(to).emit('events', { office, date: after.date, prev: events[0]!.seq - 1, now: now(), events: seen })
    }
  }

  const estimateTimer = setInterval(() => {
    for (const { id: office } of offices.all()) {
      const inside = roomsOf(office)
      if (inside.length > 0) void sendEstimates(office, inside).catch(() => undefined)
    }
  }, ESTIMATES_EVERY_MS)

  /** What changed since they heard it last. */
  async function sendEstimates(office: string, inside: string[]): Promise<void> {
    const day = await days.today(office)
    const fresh = await deps.estimates.fresh(day)
    const shown = shownEstimates.get(office)
    if (shown === fresh) return
    shownEstimates.set(office, fresh)
    const tickets = Object.fromEntries(
      Object.entries(fresh.tickets).filter(([no, r]) => {
        const old = shown?.tickets[Number(no)]
        return !old || old.from !== r.from || old.to !== r.to
      }),
    )
    io.to(inside).emit('estimates', { ...fresh, tickets, office, date: day.date })
  }

  const dates = new Map<string, string>()
  const dateTimer = setInterval(() => {
    for (const { id: office } of offices.all()) {
      const today = offices.today(office)
      if (dates.get(office) !== undefined && dates.get(office) !== today) renew(office)
      dates.set(office, today)
    }
  }, ESTIMATES_EVERY_MS)

  /** The rooms of an office in which somebody is. */
  function roomsOf(office: string): string[] {
    const all = [...ROOMS.map(audience => room(office, audience)), ...agencyRooms(office)]
    return all.filter(to => rooms().has(to))
  }

  const agencyRooms = (office: string) => offices.get(office).agencies.map(({ id }) => room(office, 'staff', id))

  function renew(office: string): void {
    const inside = roomsOf(office)
    // To no room would be to everybody.
    if (inside.length > 0) io.to(inside).emit('day', { office })
  }

  return {
    tell(staffId) {
      tellings.set(staffId, (tellings.get(staffId) ?? 0) + 1)
      io.to(`${PERSON}${staffId}`).emit('news')
    },
    tellings: staffId => tellings.get(staffId) ?? 0,
    renew,
    drop(what, why) {
      const ended = io.in('device' in what ? `${DEVICE}${what.device}` : `${SESSION}${what.sessionHash}`)
      if (why) ended.emit('ended', { why })
      ended.disconnectSockets(true)
    },
    sessions: () => idsIn(rooms(), SESSION),
    devices: () => idsIn(rooms(), DEVICE),
    sockets: () => io.engine.clientsCount,
    ended: guards.ended,
    async close() {
      clearInterval(estimateTimer)
      clearInterval(dateTimer)
      guards.stop()
      await io.close()
    },
  }
}
