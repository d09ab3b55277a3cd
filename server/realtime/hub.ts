import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { ClientToServer, JoinReply, JoinRequest, ServerToClient } from '../../shared/contracts/live.ts'
import type { Audience } from '../../shared/contracts/reach.ts'
import { projectDay, projectEvent } from '../../shared/contracts/views.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import type { Caller } from '../services/identity/access.ts'
import type { EstimateBook } from '../services/queue/estimates.ts'
import type { Offices } from '../services/office/offices.ts'
import type { QueueDays } from '../services/queue/queue-days.ts'

const PUBLIC_EVERY_MS = 100
const ESTIMATES_EVERY_MS = 1_000
/** Sockets of the public; the desk and the hall do not count, so a crowd cannot lock them out. */
const MOST_PUBLIC = 20_000
const AUDIENCES: readonly Audience[] = ['staff', 'hall', 'public']

const joinRequest = z.strictObject({
  office: z.string().max(80),
  audience: z.enum(['staff', 'hall', 'public']),
  known: z.strictObject({ date: z.string().max(10), seq: z.number().int().min(0) }).optional(),
})

type Link = Socket<ClientToServer, ServerToClient, Record<string, never>, { caller?: Caller }>

export interface Hub {
  /** Ends the live connections of a device or a session at once. */
  drop(what: { device: string } | { sessionHash: string }): void
  /** Asks everybody of an office to join anew. */
  renew(office: string): void
  sockets(): number
  close(): Promise<void>
}

/** The push path: rooms per audience; the hall and the desk at once, the public's thousands in frames of 100 ms. */
export function createHub(deps: {
  server: HttpServer
  days: QueueDays
  offices: Offices
  estimates: EstimateBook
  now: () => Instant
  callerOf: (cookies: string | undefined) => Promise<Caller>
  sessionHash: (session: string) => string
  sameOrigin: (origin: string | undefined, host: string | undefined) => boolean
}): Hub {
  const { days, offices, now } = deps
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, { caller?: Caller }>(deps.server, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 16_384,
    // A cable that was pulled says nothing: within 15 seconds a screen knows that its picture is old.
    pingInterval: 10_000,
    pingTimeout: 5_000,
    allowRequest: (req, done) => done(null, deps.sameOrigin(req.headers.origin, req.headers.host)),
  })
  const shownEstimates = new Map<string, Estimates>()
  /** The public's events that wait for their frame, per office and date. */
  const frames = new Map<string, { readonly events: DayEvent[]; readonly timer: NodeJS.Timeout }>()
  let publicSockets = 0

  io.on('connection', (socket: Link) => {
    const proved = deps.callerOf(socket.handshake.headers.cookie).then(caller => {
      socket.data.caller = caller
      for (const device of caller.devices) void socket.join(`device:${device.id}`)
      if (caller.session) void socket.join(`session:${deps.sessionHash(caller.session)}`)
      const known = caller.staff !== undefined || caller.devices.length > 0
      if (known) return
      publicSockets++
      socket.on('disconnect', () => publicSockets--)
      if (publicSockets > MOST_PUBLIC) socket.disconnect(true)
    })
    socket.on('join', (request, reply) => {
      if (typeof reply !== 'function') return
      proved
        .then(() => join(socket, request))
        .then(reply)
        .catch((error: unknown) => reply({ ok: false, code: error instanceof AppError ? error.code : 'INTERNAL' }))
    })
  })

  async function join(socket: Link, given: JoinRequest): Promise<JoinReply> {
    const parsed = joinRequest.safeParse(given)
    if (!parsed.success) throw new AppError('BAD_REQUEST')
    const { office, audience, known } = parsed.data
    offices.get(office)
    mayListen(socket.data.caller, audience, office)
    const day = await days.today(office)
    // Joined and answered in one turn: what is published later reaches the room, what came before is in the answer.
    for (const other of AUDIENCES) void socket.leave(room(office, other))
    void socket.join(room(office, audience))
    const head = { ok: true as const, now: now(), estimates: deps.estimates.of(day) }
    const missed = known?.date === day.date ? days.since(office, day.date, known.seq) : undefined
    if (missed && missed.length <= 200) {
      return { ...head, date: day.date, events: missed.map(e => projectEvent(e, audience)) }
    }
    return { ...head, day: projectDay(day, audience) }
  }

  days.onPublished((office, date, events) => {
    // Rooms follow the day at hand; a booking for another day changes nothing that is shown.
    if (date !== offices.today(office)) return
    for (const audience of ['staff', 'hall'] as const) send(office, date, audience, events)
    const frame = frames.get(`${office}/${date}`)
    if (frame) frame.events.push(...events)
    else sendPublic(office, date, events)
  })

  /** At once after a quiet moment; what comes within the next 100 ms leaves together, in order. */
  function sendPublic(office: string, date: string, events: readonly DayEvent[]): void {
    const key = `${office}/${date}`
    send(office, date, 'public', events)
    const timer = setTimeout(() => {
      const gathered = frames.get(key)!.events
      frames.delete(key)
      if (gathered.length > 0) sendPublic(office, date, gathered)
    }, PUBLIC_EVERY_MS)
    frames.set(key, { events: [], timer })
  }

  function send(office: string, date: string, audience: Audience, events: readonly DayEvent[]): void {
    const to = room(office, audience)
    if (!io.sockets.adapter.rooms.has(to)) return
    const prev = events[0]!.seq - 1
    io.to(to).emit('events', { office, date, prev, now: now(), events: events.map(e => projectEvent(e, audience)) })
  }

  const estimateTimer = setInterval(() => {
    for (const { id: office } of offices.all()) {
      if (!AUDIENCES.some(a => io.sockets.adapter.rooms.has(room(office, a)))) continue
      void days.today(office).then(
        day => sendEstimates(day),
        () => undefined,
      )
    }
  }, ESTIMATES_EVERY_MS)

  function sendEstimates(day: QueueDay): void {
    const fresh = deps.estimates.of(day)
    const shown = shownEstimates.get(day.office)
    if (shown === fresh) return
    shownEstimates.set(day.office, fresh)
    const tickets = Object.fromEntries(
      Object.entries(fresh.tickets).filter(([no, r]) => {
        const old = shown?.tickets[Number(no)]
        return !old || old.from !== r.from || old.to !== r.to
      }),
    )
    io.to(AUDIENCES.map(a => room(day.office, a))).emit('estimates', {
      ...fresh,
      tickets,
      office: day.office,
      date: day.date,
    })
  }

  const dates = new Map<string, string>()
  const dateTimer = setInterval(() => {
    for (const { id: office } of offices.all()) {
      const today = offices.today(office)
      if (dates.get(office) !== undefined && dates.get(office) !== today) renew(office)
      dates.set(office, today)
    }
  }, ESTIMATES_EVERY_MS)

  function renew(office: string): void {
    io.to(AUDIENCES.map(a => room(office, a))).emit('day', { office })
  }

  return {
    renew,
    drop(what) {
      io.in('device' in what ? `device:${what.device}` : `session:${what.sessionHash}`).disconnectSockets(true)
    },
    sockets: () => io.engine.clientsCount,
    async close() {
      clearInterval(estimateTimer)
      clearInterval(dateTimer)
      for (const frame of frames.values()) clearTimeout(frame.timer)
      await io.close()
    },
  }
}

function room(office: string, audience: Audience): string {
  return `${audience}:${office}`
}

function mayListen(caller: Caller | undefined, audience: Audience, office: string): void {
  if (audience === 'public') return
  const staff = caller?.staff
  const known =
    staff?.officeId === office && (staff.permissions.has('queue.take') || staff.permissions.has('unit.read'))
  if (known || (audience === 'hall' && caller?.devices.some(d => d.officeId === office))) return
  throw new AppError(staff || caller?.devices.length ? 'FORBIDDEN' : 'NOT_SIGNED_IN')
}
