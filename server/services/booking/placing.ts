import type { Reply } from '../../../shared/contracts/api.ts'
import type { Contact } from '../../../shared/contracts/booking-routes.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { BookingRules } from '../../../shared/office/office.ts'
import { ticketAt, type Ticket } from '../../../shared/queue/day.ts'
import type { Booker, People } from './booking-people.ts'
import type { Gate } from '../gate/gate.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { LinkKind, TicketLinks } from '../identity/ticket-links.ts'
import type { NamedSlot } from './slots.ts'

export type Booked = Reply<'POST /api/offices/:office/bookings'>

/** What every way of asking for a place carries. */
export interface Asked {
  readonly contact?: Contact | undefined
  readonly priority?: boolean | undefined
  readonly papers?: readonly number[] | undefined
  readonly proof?: string | undefined
  /** Patience in place of proof, for a browser without scripts. */
  readonly patience?: string | undefined
}

/** What is asked for: `act` names it, `free` asks for no proof, and `counts` says whether a booking comes of it. */
export interface AskedFor {
  readonly office: string
  readonly serviceId: string
  readonly act: string
  readonly free?: boolean
  readonly counts?: boolean
}

/** The steps that every way to a place has in common. */
export type Placing = ReturnType<typeof createPlacing>

export function createPlacing(deps: {
  days: QueueDays
  people: People
  gate: Gate
  tickets: TicketLinks
  /** A ticket's id from the command that makes it: a repeated command means the same ticket. */
  ticketId: (office: string, key: string) => string
  today: (office: string) => LocalDate
}) {
  const { days, people, gate } = deps

  /** The link is of the kind with which the asker came, and what the desk hands out opens no survey. */
  function reply(ticket: Ticket, kind: LinkKind): Booked {
    const token = deps.tickets.sign(ticket.id!, kind)
    const { number, serviceId, state, priority } = ticket
    return { ticket: { number, serviceId, state, priority, slot: ticket.slot! }, token, path: `/t/${token}` }
  }

  /** Lets somebody in, carries the act out, and gives the network's place back when nothing new came of it. */
  async function admitted<T>(
    at: AskedFor,
    asked: Asked,
    booker: Booker,
    rules: BookingRules,
    act: () => Promise<T>,
  ): Promise<T> {
    if (booker.helped || booker.known) return act()
    const admission = await gate.admit({
      office: at.office,
      rules: at.free ? { ...rules, proof: 'never' } : rules,
      network: booker.network,
      device: booker.device,
      subject: `${at.office}/${at.serviceId}`,
      act: at.act,
      proof: asked.proof,
      patience: asked.patience,
    })
    let made = false
    try {
      const done = await act()
      made = at.counts ?? true
      return done
    } finally {
      await admission.settle(made)
    }
  }

  async function known(office: string, date: LocalDate, key: string, booker: Booker): Promise<Ticket | undefined> {
    const before = await days.answered(office, date, key)
    if (!before?.ticket) return undefined
    if (before.by !== booker.by) throw new AppError('COMMAND_ID_REUSED')
    // The ticket as it stands now: the same answer, whatever became of it.
    return ticketAt(await days.day(office, date), before.ticket.no) ?? before.ticket
  }

  /** Writes whose the ticket is, gives the place, and takes the writing back when there was none. */
  async function place(
    slot: Omit<NamedSlot, 'start'>,
    key: string,
    asked: Asked,
    booker: Booker,
    give: (ticketId: string) => Promise<Ticket>,
  ): Promise<Ticket> {
    const { office, service, date } = slot
    const ticketId = deps.ticketId(office.id, key)
    const whose = { ticketId, office: office.id, serviceId: service.id, date, contact: asked.contact }
    await people.admit(
      { ...whose, papers: asked.papers ?? [] },
      booker,
      office.booking.perDevice,
      deps.today(office.id),
    )
    try {
      return await give(ticketId)
    } catch (error) {
      // An unknown outcome may have given the place: whose it is stays written until it is known.
      if (!(error instanceof AppError) || error.code !== 'UNAVAILABLE') await people.dismiss(ticketId)
      throw error
    }
  }

  return { reply, admitted, known, place }
}
