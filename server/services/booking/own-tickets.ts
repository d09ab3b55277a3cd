import type { Reply } from '../../../shared/contracts/api.ts'
import { hasEnded } from '../../../shared/ticket/own-ticket.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { PhoneChannel } from '../../../shared/messages/message.ts'
import { doorsTold } from '../../../shared/office/hours.ts'
import { atHand } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { newService } from '../../../shared/office/structure/members.ts'
import { documentOf } from '../../../shared/ticket/standing.ts'
import { isLost } from '../../../shared/queue/lost-time.ts'
import { ticketAt, type Ticket } from '../../../shared/queue/day.ts'
import type { VisitResult } from '../../../shared/queue/result.ts'
import { AWAITED_STATES } from '../../../shared/queue/states.ts'
import { lastOf, visitOf, type DocumentsOf } from './own-steps.ts'
import type { Database } from '../../store/open/database.ts'
import { entryOf } from '../../store/draws.ts'
import { filesOf } from '../../store/files.ts'
import { bookedAnew } from '../../store/holders/claims.ts'
import { holderOf, ticksOf, type Holder } from '../../store/holders/holders.ts'
import { movedFrom } from '../../store/holders/moves.ts'
import { invitation } from '../../store/surveys.ts'
import { subscriptionsOf } from '../../store/subscriptions.ts'
import { ticketById } from '../../store/tickets.ts'
import type { EstimateBook } from '../queue/estimates.ts'
import type { Offices } from '../office/offices.ts'
import { rulesView, serviceView } from '../../../shared/contracts/office-view.ts'
import { pick } from '../../../shared/kit/pick.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { Sealer } from '../identity/secrets.ts'
import type { LinkKind, TicketLinks } from '../identity/ticket-links.ts'
import type { BookingCodes } from './booking-codes.ts'
import type { MovingOn } from './moving-on.ts'
import { PLACE } from '../../../shared/ticket/where-part.ts'
import { isOver, standingOf } from './standing.ts'
import { surveyState } from '../survey/surveys.ts'

/** Moves that are followed back; nobody moves a booking more often. */
const MOST_MOVES = 20

/** The ticket behind a link: where it stands, and how far the link opens it. */
export interface Opened {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly no: number
  readonly kind: LinkKind
}

/** What somebody wants by a link, and the kinds of links that open it. Whoever checks in is told of one that only looks. */
const OPENS = {
  look: ['own', 'desk', 'look'],
  act: ['own', 'desk'],
  checkIn: ['own', 'desk', 'look', 'checkIn'],
} as const satisfies Record<string, readonly LinkKind[]>
type Wish = keyof typeof OPENS

/** The holder's own ticket. */
export interface OwnTickets {
  /** Throws `TICKET_UNKNOWN` when no ticket answers to the link; `act` refuses links that only look. */
  opened(token: string, may: Wish): Promise<Opened>
  /** What the QR code of a ticket's page says: it checks in, and does nothing else. */
  checkInCode(token: string): string
  /**
   * The ticket of a link that may act, or at least check in, on a day that is not over; `again` where the key was answered on its day before, and then
   * on whatever day: that act is answered as it was. Throws `TICKET_UNKNOWN` or `TICKET_STATE`.
   */
  acting(token: string, key: string, may?: 'act' | 'checkIn'): Promise<Opened & { readonly again: boolean }>
  /** The ticket, or the entry in a draw, of a link that may act. Throws `TICKET_UNKNOWN`. */
  held(token: string): Promise<{ readonly id: string; readonly office: string }>
  byToken(token: string): Promise<OwnTicket>
  /** Names the booking that this one began as, however often it was moved since. Throws `TICKET_UNKNOWN`. */
  firstOf(token: string): Promise<string>
  cancel(token: string, key: string): Promise<Reply<'POST /api/tickets/:token/cancel'>>
}

export function createOwnTickets(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  estimates: EstimateBook
  tickets: TicketLinks
  names: Sealer
  codeOf: BookingCodes
  surveyPath: (ticketId: string) => string
  /** A random while for which a place given back stays away, in milliseconds. */
  heldBackMs: (office: OfficeInfo) => number
  /** Takes an entry out of a draw that is still to come; `false` where there is none. Throws `DRAW_CLOSED` in between. */
  withdraw: (ticketId: string) => Promise<boolean>
  documentsOf: DocumentsOf
  /** How a finished visit ended, as its holder is told. */
  told: (office: string, result: VisitResult) => Promise<OwnTicket['result']>
  movingOn: MovingOn
  phoneOf: (holder: Holder | undefined) => string | null
  /** By which channels this installation sends messages to a phone number. */
  channels: readonly PhoneChannel[]
  now: () => Instant
  demo: boolean
}): OwnTickets {
  const { db, offices, days, estimates, now } = deps

  function linkOf(token: string, may: Wish) {
    const link = deps.tickets.open(token)
    if (!link || !(OPENS[may] as readonly LinkKind[]).includes(link.kind)) throw new AppError('TICKET_UNKNOWN')
    return link
  }

  async function opened(token: string, may: Wish): Promise<Opened> {
    const link = linkOf(token, may)
    const found = await ticketById(db, link.id)
    if (!found) throw new AppError('TICKET_UNKNOWN')
    return { ...link, ...found }
  }

  const acting: OwnTickets['acting'] = async (token, key, may = 'act') => {
    const found = await opened(token, may)
    const again = (await days.answered(found.office, found.date, key)) !== undefined
    if (!again && found.date < offices.today(found.office)) throw new AppError('TICKET_STATE', { state: 'over' })
    return { ...found, again }
  }

  async function byToken(token: string): Promise<OwnTicket> {
    const { id, kind } = linkOf(token, 'look')
    const looks = kind === 'look'
    const found = await ticketById(db, id)
    if (!found) return entered(id, looks)
    const { date, no } = found
    const office = offices.get(found.office)
    const today = offices.today(office.id)
    const day = date >= today ? await days.day(office.id, date) : await days.read(office.id, date)
    const ticket = ticketAt(day, no)
    if (!ticket) throw new AppError('TICKET_UNKNOWN')
    const past = date < today
    const invited = hasEnded(ticket.state) ? await invitation(db, id) : undefined
    const holder = await holderOf(db, id)
    const documents = !looks && (ticket.been || ticket.state === 'done') ? await deps.documentsOf(id) : []
    const anew = holder && isLost(ticket) && !looks && !past ? await anewOf(holder, kind) : null
    return {
      ...base(office, ticket, date, id, looks),
      ...standingOf(office, day, ticket, { today, looks, ranges: () => estimates.of(day) }),
      over: isOver(day, ticket, today),
      application: ticket.state === 'done' ? lastOf(documents) : null,
      document: past || hasEnded(ticket.state) ? documentOf(documents) : null,
      visit: visitOf(office, day, ticket, documents),
      result: ticket.result && !looks ? await deps.told(office.id, ticket.result) : null,
      survey:
        invited && kind === 'own' ? { path: deps.surveyPath(id), state: surveyState(invited, now(), office) } : null,
      mayRate: kind === 'own',
      code: !looks && AWAITED_STATES.includes(ticket.state) && ticket.slot ? deps.codeOf(id) : null,
      anew,
      moveTo: looks || past || anew ? null : await deps.movingOn(office, ticket, day),
      draw: drawOf(ticket.bookedAt === undefined ? undefined : await entryOf(db, id), true),
      movedTo:
        ticket.why === 'moved' && holder?.moved_to && !looks ? `/t/${deps.tickets.sign(holder.moved_to, kind)}` : null,
      told: looks ? null : await toldOf(id, holder, office),
      papers: holder && !looks ? ticksOf(holder) : [],
      files: looks ? [] : await shownFiles(id),
      mayUpload: !looks && !past && AWAITED_STATES.includes(ticket.state) && mayUpload(office, ticket.serviceId),
    }
  }

  /** An entry in a draw that is still to come: a ticket to be. */
  async function entered(id: string, looks: boolean): Promise<OwnTicket> {
    const entry = await entryOf(db, id)
    if (!entry) throw new AppError('TICKET_UNKNOWN')
    const office = offices.get(entry.office)
    return {
      ...base(office, { serviceId: entry.service_id }, entry.date, id, looks),
      ticket: {
        no: -1,
        number: entry.code,
        serviceId: entry.service_id,
        state: entry.withdrawn_at === null ? 'waitlisted' : 'cancelled',
        priority: entry.priority === 1 && !looks,
        ...(entry.case_id === null || looks ? {} : { case: entry.case_id }),
        takenAt: entry.asked_at,
        bookedAt: entry.asked_at,
        due: entry.asked_at,
        since: entry.withdrawn_at ?? entry.asked_at,
        joined: 'booked',
      },
      counters: [],
      over: entry.date < offices.today(office.id),
      ahead: 0,
      range: null,
      draw: drawOf(entry, false),
    }
  }

  function base(
    office: OfficeInfo,
    of: Pick<Ticket, 'serviceId' | 'been'>,
    date: LocalDate,
    id: string,
    looks: boolean,
  ) {
    const { serviceId } = of
    // Whoever holds a number of a service that is there no longer still sees their ticket.
    const gone = { id: serviceId, letter: 'X', name: [serviceId, serviceId] } as const
    const service = atHand(office.services, of) ?? newService(gone)!
    return {
      office: {
        ...pick(office, ['id', 'name', 'city', 'zone', 'accent', 'logo', ...PLACE]),
        rules: rulesView(office.rules),
      },
      doors: doorsOn(office, date, offices.today(office.id)),
      service: pick(serviceView(service), [
        'id',
        'letter',
        'name',
        'requirements',
        'cases',
        'standardMinutes',
        'waitPromiseMinutes',
      ]),
      date,
      now: now(),
      returnUntil: null,
      survey: null,
      mayRate: false,
      result: null,
      application: null,
      document: null,
      visit: null,
      checkIn: null,
      code: null,
      closed: null,
      shut: false,
      moveTo: null,
      waitlistPlace: null,
      held: false,
      draw: null,
      movedTo: null,
      anew: null,
      told: null,
      sharePath: looks ? null : `/t/${deps.tickets.sign(id, 'look')}`,
      papers: [],
      files: [],
      mayUpload: false,
      demo: deps.demo,
    }
  }

  /** Another phone learns that there is a booking of the same person, as whoever books does, and nothing more. */
  async function anewOf(holder: Holder, kind: LinkKind): Promise<OwnTicket['anew']> {
    const other = await bookedAnew(db, holder, offices.today(holder.office), now())
    if (other === undefined) return null
    const own = holder.device !== null && (await holderOf(db, other))?.device === holder.device
    return { path: own ? `/t/${deps.tickets.sign(other, kind)}` : null }
  }

  /** By which road the holder is told; a channel that this installation no longer has tells nothing. */
  async function toldOf(
    id: string,
    holder: Holder | undefined,
    { surveyMessage }: Pick<OfficeInfo, 'surveyMessage'>,
  ): Promise<OwnTicket['told']> {
    const channel = deps.channels.find(c => c === holder?.channel)
    const number = deps.phoneOf(holder)
    const survey = channel && surveyMessage ? { survey: true as const } : {}
    const phone = number === null ? null : { channel: channel ?? null, end: number.slice(-2), ...survey }
    return { phone, push: (await subscriptionsOf(db, id)).length > 0 }
  }

  async function shownFiles(id: string): Promise<OwnTicket['files']> {
    return (await filesOf(db, id)).map(f => ({ id: f.id, name: deps.names.open(f.name) ?? '', bytes: f.bytes }))
  }

  return {
    opened,
    byToken,
    async firstOf(token) {
      const { id: last, office } = await opened(token, 'look')
      let id = last
      for (let moves = 0; moves < MOST_MOVES; moves++) {
        const before = await movedFrom(db, office, id)
        if (before === undefined) break
        id = before
      }
      return id
    },
    acting,
    checkInCode: token => deps.tickets.sign(linkOf(token, 'act').id, 'checkIn'),
    async held(token) {
      const { id } = linkOf(token, 'act')
      const found = (await ticketById(db, id)) ?? (await entryOf(db, id))
      if (!found) throw new AppError('TICKET_UNKNOWN')
      return { id, office: found.office }
    },
    async cancel(token, key) {
      const { id } = linkOf(token, 'act')
      if (await deps.withdraw(id)) return { state: 'cancelled' }
      const { office, date, no } = await acting(token, key)
      const heldBackMs = deps.heldBackMs(offices.get(office))
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'cancel', no, heldBackMs }, date)
      return { state: outcome.ticket!.state }
    },
  }
}

function doorsOn(office: OfficeInfo, date: LocalDate, today: LocalDate): OwnTicket['doors'] {
  const doors = doorsTold(office, date, today)
  return doors && { from: doors.from, to: doors.to }
}

/** The draw of an entry; its result is there once the entry has become a ticket. */
function drawOf(entry: Awaited<ReturnType<typeof entryOf>>, held: boolean): OwnTicket['draw'] {
  if (!entry) return null
  const { code, closes_at: at, office, service_id: serviceId, date } = entry
  return { code, at, path: `/api/offices/${office}/services/${serviceId}/draws/${date}`, held }
}

function mayUpload(office: OfficeInfo, serviceId: string): boolean {
  return office.services.find(s => s.id === serviceId)?.booking?.files === true
}
