import type { Reply } from '../../../shared/contracts/api.ts'
import type { Contact } from '../../../shared/contracts/booking-routes.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { ticketAt, type Ticket } from '../../../shared/queue/day.ts'
import type { Database } from '../../store/open/database.ts'
import { ticketById } from '../../store/tickets.ts'
import type { Asking, Askings } from './asking.ts'
import type { BookingCodes } from './booking-codes.ts'
import { isAnybody, type Booker, type People } from './booking-people.ts'
import type { Gate } from '../gate/gate.ts'
import { planOf, type Offices } from '../office/offices.ts'
import { visitAhead } from '../../../shared/ticket/visits/visit-ahead.ts'
import { repeated, type Outcome } from '../queue/outcomes.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { LinkKind, TicketLinks } from '../identity/ticket-links.ts'
import type { NamedSlot } from './slots.ts'

export type Booked = Reply<'POST /api/offices/:office/bookings'>

/** What every way of asking for a place carries. */
export interface Asked {
  readonly contact?: Contact | undefined
  readonly priority?: boolean | undefined
  /** What it is for, as somebody said. */
  readonly case?: string | undefined
  readonly papers?: readonly string[] | undefined
  readonly proof?: string | undefined
  /** Patience in place of proof, for a browser without scripts. */
  readonly patience?: string | undefined
}

/** What is asked for: `free` asks for no proof, `hold` makes no booking. */
export interface AskedFor {
  readonly office: OfficeInfo
  readonly serviceId: string
  readonly asking: Asking<string>
  readonly free?: boolean
  readonly hold?: boolean
  /** A place that was counted already: the phone's own hold that is booked, or changes. */
  readonly paid?: boolean
}

/** The steps that every way to a place has in common. */
export type Placing = ReturnType<typeof createPlacing>

export function createPlacing(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  people: People
  gate: Gate
  tickets: TicketLinks
  codeOf: BookingCodes
  askings: Askings
}) {
  const { offices, days, people, gate } = deps
  const turns = new Map<string, Promise<unknown>>()

  /** The link is of the kind with which the asker came, and what the desk hands out opens no survey. */
  function reply(office: string, ticket: Ticket, kind: LinkKind): Booked {
    const token = deps.tickets.sign(ticket.id!, kind)
    const { number, serviceId, state, priority } = ticket
    const why = ticket.case === undefined ? {} : { case: ticket.case }
    const info = offices.get(office)
    const plan = planOf(info, officeDate(ticket.slot!.start, info.zone), offices.today(office))
    return {
      ticket: { number, serviceId, state, priority, ...why, slot: ticket.slot! },
      token,
      path: `/t/${token}`,
      code: deps.codeOf(ticket.id!),
      visit: visitAhead(info, { counters: {}, plan }, ticket),
    }
  }

  /**
   * What one phone asks for is done one after another, and so is one command of whoever has no phone: asked twice at the same
   * moment it has one answer, and no limit is passed by asking for many things at once.
   */
  async function inTurn<T>({ device, by }: Booker, key: string, act: () => Promise<T>): Promise<T> {
    const who = device ?? `${by} ${key}`
    const turn = (turns.get(who) ?? Promise.resolve()).catch(() => undefined).then(act)
    turns.set(who, turn)
    try {
      return await turn
    } finally {
      if (turns.get(who) === turn) turns.delete(who)
    }
  }

  /** Throws `ALREADY_BOOKED` where this very phone has booked for the person: told before anything else is refused. */
  const mayAsk = (office: string, serviceId: string, { contact }: Asked, booker: Booker) =>
    people.mayAsk({ office, serviceId, contact }, booker, offices.today(office))

  const bookedHere = (office: string, serviceId: string, booker: Booker) =>
    people.bookedHere(office, serviceId, booker, offices.today(office))

  /** Lets somebody in, carries the act out, and gives the network's place back when nothing new came of it. */
  async function admitted<T>(at: AskedFor, asked: Asked, booker: Booker, act: () => Promise<T>): Promise<T> {
    if (booker.helped || booker.known) return act()
    const { id, booking } = at.office
    const admission = await gate
      .admit({
        office: id,
        rules: at.free ? { ...booking, proof: 'never' } : booking,
        network: booker.network,
        device: booker.device,
        stranger: isStranger(at, asked, booker),
        hold: at.hold ?? false,
        subject: `${id}/${at.serviceId}`,
        act: `${at.asking.id} ${at.asking.asked}`,
        proof: asked.proof,
        patience: asked.patience,
      })
      .catch(async (error: unknown) => {
        const toProve = error instanceof AppError && error.code === 'PROOF_REQUIRED'
        if (toProve && !at.hold) await mayAsk(id, at.serviceId, asked, booker)
        throw error
      })
    let made = false
    try {
      const done = await act()
      made = true
      return done
    } finally {
      await admission.settle(made)
    }
  }

  /**
   * What came of the very same asking before. Its id for anything else, on whatever day of the office, is refused; only the
   * phone that used it learns where the ticket is.
   */
  async function before(office: string, date: LocalDate, asking: Asking, booker: Booker): Promise<Outcome | undefined> {
    const today = offices.today(office)
    const { horizonDays } = offices.get(office).booking
    const dates = [date, ...Array.from({ length: horizonDays + 1 }, (_, i) => addDays(today, i))]
    for (const each of dates) {
      const known = await days.answered(office, each, asking.id)
      if (!known) continue
      try {
        if (each === date) return repeated(known, asking)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
      const { id } = known.ticket ?? {}
      throw new AppError('COMMAND_ID_REUSED', id === undefined ? id : await people.ownOf(id, booker))
    }
    return undefined
  }

  /**
   * The ticket of an asking that was answered before, as it stands now: the same answer, whatever became of it. Who may be
   * anybody is refused.
   */
  async function known(office: string, date: LocalDate, asking: Asking, booker: Booker): Promise<Ticket | undefined> {
    const ticket = await ticketOf(office, date, asking, booker)
    if (ticket && isAnybody(booker)) throw new AppError('COMMAND_ID_REUSED')
    return ticket
  }

  async function ticketOf(office: string, date: LocalDate, asking: Asking, booker: Booker) {
    // Of a day that is over only its own ticket is looked for, so that nobody makes the program read days of long ago.
    if (date < offices.today(office)) {
      const found = await ticketById(deps.db, deps.askings.ticketId(office, date, asking))
      return found && ticketAt(await days.read(office, date), found.no)
    }
    const outcome = await before(office, date, asking, booker)
    return outcome?.ticket && (ticketAt(await days.day(office, date), outcome.ticket.no) ?? outcome.ticket)
  }

  /** Writes whose the ticket is, gives the place, and takes the writing back when there was none. */
  async function place<T>(
    slot: Omit<NamedSlot, 'start'>,
    asking: Asking<string>,
    asked: Asked,
    booker: Booker,
    give: (ticketId: string) => Promise<T>,
  ): Promise<T> {
    const { office, service, date } = slot
    const ticketId = deps.askings.ticketId(office.id, date, asking)
    const whose = { ticketId, office: office.id, serviceId: service.id, date, contact: asked.contact }
    const { perDevice } = office.booking
    await people.admit({ ...whose, papers: asked.papers ?? [] }, booker, perDevice, offices.today(office.id))
    try {
      return await give(ticketId)
    } catch (error) {
      // An unknown outcome may have given the place: whose it is stays written until it is known.
      if (!(error instanceof AppError) || error.code !== 'UNAVAILABLE') await people.dismiss(ticketId)
      throw error
    }
  }

  return { reply, inTurn, mayAsk, bookedHere, admitted, before, known, place }
}

/**
 * Nothing tells one from another who says not who they are. Cookies are had by asking, so a booking counts whether it brings one
 * or not; a hold counts where the phone has booked nothing yet, for one that has holds one place at a time.
 */
function isStranger(at: AskedFor, { contact }: Asked, { newDevice }: Booker): boolean {
  if (contact?.phone || contact?.nik) return false
  return newDevice ? !at.paid : !at.hold
}
