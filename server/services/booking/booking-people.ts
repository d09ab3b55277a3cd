import { AppError } from '../../../shared/kit/errors.ts'
import { plainPhone } from '../../../shared/kit/phone.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Contact } from '../../../shared/contracts/booking-routes.ts'
import type { Actor } from '../../../shared/queue/day.ts'
import type { Database } from '../../store/open/database.ts'
import { claimAndHold, claimPerson, forgetUnborn, liveOfDeviceFor } from '../../store/holders/claims.ts'
import { holderOf, insertHolder, liveOfDevice, partHolder, type Holder } from '../../store/holders/holders.ts'
import type { Sealer } from '../identity/secrets.ts'
import type { LinkKind } from '../identity/ticket-links.ts'

/** Who asks for a place, as far as it is known. */
export interface Booker {
  readonly by: Actor
  /** At the front desk: a member of staff answers for it, and no limit of the public binds. */
  readonly helped: boolean
  /** The id of the phone's cookie. */
  readonly device: string | undefined
  readonly network: string
  /** The phone has booked nothing yet. */
  readonly newDevice?: true
  /** It brought no cookie. */
  readonly bare?: true
  /** The key stands in a form, and so is anybody's who has the page: without a cookie nothing tells one sender from another. */
  readonly form?: true
  /** Proved otherwise, by the chat's gateway: held to one booking like everybody, but not asked for work. */
  readonly known?: true
  /** With a browser of the desk, like everybody. */
  readonly atWork?: true
}

/** The link that a booker gets of the ticket: a browser of the desk gets none that opens the survey. */
export const linkKindOf = (booker: Booker): LinkKind => (booker.helped || booker.atWork ? 'desk' : 'own')

/** Whoever has the page of a form may have sent it: shown nothing of what was answered before. */
export const isAnybody = (booker: Booker): boolean => booker.bare === true && booker.form === true

/** A ticket to be, for whose holder a row is written first. */
export interface ToBe {
  readonly ticketId: string
  readonly office: string
  readonly serviceId: string
  readonly date: LocalDate
  readonly contact: Contact | undefined
  readonly papers: readonly string[]
}

/** Whose booking it is: written apart from every event, sealed, and held to one live booking per person and service. */
export interface People {
  /**
   * Writes the holder and takes the person's one place. Throws `ALREADY_BOOKED` (with the path of the other one, when this very
   * phone made it) or `TOO_MANY_BOOKINGS`; nothing is kept then.
   */
  admit(ticket: ToBe, booker: Booker, perDevice: number, today: LocalDate): Promise<void>
  /**
   * Before somebody works or waits for a place: throws `ALREADY_BOOKED` when this very phone has booked for the person already.
   * Nobody learns anything of another phone's bookings here.
   */
  mayAsk(wish: Pick<ToBe, 'office' | 'serviceId' | 'contact'>, booker: Booker, today: LocalDate): Promise<void>
  /** The path of what this very phone has booked of a service, for whomever. */
  bookedHere(office: string, serviceId: string, booker: Booker, today: LocalDate): Promise<string | undefined>
  /** Takes back what `admit` wrote, when the place was not given; what a ticket that is there holds stays. */
  dismiss(ticketId: string): Promise<void>
  /** Where a ticket is, for the very phone that booked it; nothing for anybody else. */
  ownOf(ticketId: string, booker: Booker): Promise<{ path: string; date: LocalDate } | undefined>
  /** The paths of what a phone booked at an office and still has to do with, the next one first. */
  ofPhone(office: string, device: string, from: LocalDate): Promise<readonly string[]>
  /** Parts a ticket from the phone that booked it; `false` where another phone did, or none. */
  part(ticketId: string, booker: Booker): Promise<boolean>
  nameOf(holder: Holder | undefined): string | null
  phoneOf(holder: Holder | undefined): string | null
  /** The keyed hash under which a phone number is found. */
  phoneKey(phone: string): string
}

export function createPeople(deps: {
  db: Database
  names: Sealer
  phones: Sealer
  hash: (text: string) => string
  /** Path of a ticket's page. */
  pathOf: (ticketId: string, kind: LinkKind) => string
  now: () => Instant
}): People {
  const { db, hash, now } = deps
  const phoneKey = (phone: string) => hash(`phone ${spelled(phone)}`)

  function personsOf({ contact }: Pick<ToBe, 'contact'>, booker: Booker): readonly string[] {
    const named = [
      ...(contact?.phone ? [phoneKey(contact.phone)] : []),
      ...(contact?.nik ? [hash(`nik ${contact.nik}`)] : []),
    ]
    // Somebody who gives neither is one person by the phone that asks.
    return named.length > 0 || booker.helped || !booker.device ? named : [hash(`device ${booker.device}`)]
  }

  const dismiss: People['dismiss'] = ticketId => forgetUnborn(db, ticketId)

  async function ownOf(ticketId: string, booker: Booker) {
    const { device } = booker
    if (device === undefined || isAnybody(booker)) return undefined
    const theirs = await holderOf(db, ticketId)
    const own = theirs?.device === hash(`device ${device}`)
    return own ? { path: deps.pathOf(ticketId, linkKindOf(booker)), date: theirs.date } : undefined
  }

  /** Whoever types a stranger's number learns nothing of the stranger's booking. */
  async function refuse(other: string, booker: Booker): Promise<never> {
    throw new AppError('ALREADY_BOOKED', await ownOf(other, booker))
  }

  return {
    phoneKey,
    nameOf: holder => (holder?.name ? (deps.names.open(holder.name) ?? null) : null),
    phoneOf: holder => (holder?.phone ? (deps.phones.open(holder.phone) ?? null) : null),

    async mayAsk(wish, booker, today) {
      if (!booker.device) return
      const { office, serviceId, contact } = wish
      const named = contact?.phone || contact?.nik ? { persons: personsOf(wish, booker) } : {}
      const device = hash(`device ${booker.device}`)
      const other = await liveOfDeviceFor(db, { office, serviceId, device, from: today, ...named })
      if (other !== undefined) await refuse(other, booker)
    },

    async bookedHere(office, serviceId, booker, from) {
      if (!booker.device) return undefined
      const device = hash(`device ${booker.device}`)
      const other = await liveOfDeviceFor(db, { office, serviceId, device, from })
      return other === undefined ? undefined : (await ownOf(other, booker))?.path
    },

    async admit(ticket, booker, perDevice, today) {
      const { ticketId, office, serviceId, date, contact } = ticket
      const device = booker.device && !booker.helped ? hash(`device ${booker.device}`) : null
      const live = device ? await liveOfDevice(db, office, device, today) : []
      if (live.length >= perDevice) {
        // The one who asks is the phone that has them, so it is told where the next one is.
        const [next] = live
        const own = next && (await ownOf(next.ticketId, booker))
        throw new AppError('TOO_MANY_BOOKINGS', own && { ...own, number: next.number })
      }
      if (device && !contact?.phone && !contact?.nik) {
        const other = await liveOfDeviceFor(db, { office, serviceId, device, from: today, but: ticketId })
        if (other !== undefined) await refuse(other, booker)
      }
      const holder: Holder = {
        ticket_id: ticketId,
        office,
        date,
        service_id: serviceId,
        made_at: now(),
        name: contact?.name ? deps.names.seal(contact.name) : null,
        phone: contact?.phone ? deps.phones.seal(spelled(contact.phone)) : null,
        phone_key: contact?.phone ? phoneKey(contact.phone) : null,
        channel: contact?.phone ? (contact.channel ?? null) : null,
        lang: contact?.lang ?? 'id',
        device,
        network: booker.helped ? null : hash(`network ${booker.network}`),
        helped_by: booker.helped ? booker.by.replace(/^staff:/, '') : null,
        papers: JSON.stringify(ticket.papers),
        moved_to: null,
      }
      const [first, ...others] = personsOf(ticket, booker)
      const free = first !== undefined && (await claimAndHold(db, first, holder))
      for (const person of free ? others : [first, ...others]) {
        if (person === undefined) continue
        const other = await claimPerson(db, { office, serviceId, person, ticketId, today, now: now() })
        if (other === undefined) continue
        if (free || person !== first) await dismiss(ticketId)
        return refuse(other, booker)
      }
      if (!free) await insertHolder(db, holder)
    },

    dismiss,
    ownOf,
    async ofPhone(office, device, from) {
      const live = await liveOfDevice(db, office, hash(`device ${device}`), from)
      return live.map(({ ticketId }) => deps.pathOf(ticketId, 'own'))
    },
    part: async (ticketId, { device }) => device !== undefined && partHolder(db, ticketId, hash(`device ${device}`)),
  }
}

/** The one spelling of a phone; a sender whom the chat's gateway names in a way of its own is taken by the digits. */
function spelled(phone: string): string {
  return plainPhone(phone) ?? phone.replace(/\D/g, '')
}
