import { randomInt } from 'node:crypto'
import type { Reply } from '../../../shared/contracts/api.ts'
import { drawWindow } from '../../../shared/booking/release.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { keptCase } from '../../../shared/office/papers.ts'
import { drawOf, mayBook } from '../../../shared/queue/places.ts'
import type { Database } from '../../store/open/database.ts'
import * as store from '../../store/draws.ts'
import { ticketById } from '../../store/tickets.ts'
import type { Askings } from './asking.ts'
import { isAnybody, linkKindOf, type Booker } from './booking-people.ts'
import { createStrokes, type DrawRecord, type Strokes } from './draw-stroke.ts'
import type { Asked, Placing } from './placing.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'
import type { Slots } from './slots.ts'

type Entered = Reply<'POST /api/offices/:office/services/:service/draws/:date/entries'>
type DrawView = Reply<'GET /api/offices/:office/services/:service/draws/:date'>

/** No letters and digits that read alike: the code is read aloud and compared on paper. */
const CODE_SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8

/** Draws: everybody who asks within the window has the same chance, and anybody can compute the order again. */
export interface Draws extends Pick<Strokes, 'holdDue'> {
  enter(
    key: store.DrawKey,
    act: string,
    wish: Asked & { readonly wishes: readonly string[]; readonly anySlot?: boolean | undefined },
    booker: Booker,
  ): Promise<Entered>
  view(key: store.DrawKey): Promise<DrawView>
  /**
   * Takes an entry out before its draw; `false` when there is none, or a ticket in its place. Throws `DRAW_CLOSED` between
   * the close of the window and the result.
   */
  withdraw(ticketId: string): Promise<boolean>
}

export function createDraws(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  slots: Slots
  tickets: TicketLinks
  askings: Askings
  placing: Placing
  /** A keyed hash that only this installation can compute. */
  hash: (text: string) => string
  now: () => Instant
}): Draws {
  const { db, offices, days, slots, now } = deps
  const { inTurn, admitted, place } = deps.placing
  const strokes = createStrokes(deps)

  /** The window by the rule of today, for a draw that has not opened yet. */
  function planned({ office: officeId, serviceId, date }: store.DrawKey) {
    const office = offices.get(officeId)
    const service = office.services.find(s => s.id === serviceId)
    if (!service) throw new AppError('SERVICE_UNKNOWN', { serviceId })
    const release = service.booking?.release
    const window = release && drawWindow(release, date, office.zone, office.booking.releaseTime)
    // A draw that did not open in its window never will.
    if (!window || now() >= window.to) throw new AppError('DRAW_UNKNOWN')
    return window
  }

  /** The draw, where it takes entries as office and day stand now; throws why not. */
  async function taking({ office, serviceId, date }: store.DrawKey) {
    const slot = slots.dated(office, serviceId, date)
    slots.mustTakeBookings(slot)
    const day = await days.day(office, date)
    const draw = drawOf(day, serviceId)
    if (!draw) throw new AppError('DRAW_UNKNOWN')
    if (draw.held !== undefined) throw new AppError('DRAW_HELD')
    if (now() < draw.from || now() >= draw.to) throw new AppError('DRAW_CLOSED')
    const it = mayBook(day, serviceId)
    if (!it) throw new AppError('SERVICE_CLOSED', { serviceId })
    if (it.slots.starts.length === 0) throw new AppError('DATE_CLOSED')
    return { slot, draw }
  }

  async function enter(
    key: store.DrawKey,
    act: string,
    wish: Parameters<Draws['enter']>[2],
    booker: Booker,
  ): Promise<Entered> {
    const { serviceId, date } = key
    const content = [serviceId, date, wish.wishes, wish.anySlot ?? false, wish.priority ?? false]
    const asking = deps.askings.of('enterDraw', act, { booker, contact: wish.contact }, content)
    const ticketId = deps.askings.ticketId(key.office, date, asking)
    const token = deps.tickets.sign(ticketId, linkKindOf(booker))
    const answer = (code: string, drawAt: Instant): Entered => ({ code, token, path: `/t/${token}`, drawAt })
    // Asked again it has its answer, also when the window has closed meanwhile.
    const before = await store.entryOf(db, ticketId)
    if (before && isAnybody(booker)) throw new AppError('COMMAND_ID_REUSED')
    if (before) return answer(before.code, before.closes_at)
    /** One command is one entry, of one person in one draw. */
    const mustBeOwn = async (entered: boolean) => {
      const made = await store.ticketOfAct(db, key.office, act)
      if (made !== ticketId && (entered || made !== undefined)) throw new AppError('COMMAND_ID_REUSED')
    }
    await mustBeOwn(false)
    const { slot, draw } = await taking(key)
    for (const w of wish.wishes) {
      if (w.slice(0, 10) !== date || slots.named(key.office, serviceId, w).date !== date)
        throw new AppError('SLOT_UNKNOWN')
    }
    if (!wish.contact?.phone && !wish.contact?.nik && !booker.helped) throw new AppError('CONTACT_NEEDED')
    const { closes_at } = await strokes.opened(key, draw)
    const write = async () => {
      await taking(key)
      const code = newCode()
      const entered = await store.insertEntry(db, {
        ticket_id: ticketId,
        act,
        office: key.office,
        service_id: serviceId,
        date,
        code,
        wishes: JSON.stringify([...new Set(wish.wishes)]),
        any_slot: wish.anySlot ? 1 : 0,
        priority: wish.priority ? 1 : 0,
        case_id: keptCase(slot.service, wish.case).case ?? null,
        asked_at: now(),
        withdrawn_at: null,
        outcome: null,
      })
      if (!entered) throw new AppError('DRAW_CLOSED')
      await mustBeOwn(true)
      return answer(code, closes_at)
    }
    return admitted({ office: slot.office, serviceId, asking }, wish, booker, () =>
      place(slot, asking, wish, booker, () => days.acting(key.office, write)),
    )
  }

  return {
    enter: (key, act, wish, booker) => inTurn(booker, act, () => enter(key, act, wish, booker)),
    holdDue: strokes.holdDue,

    async view(key) {
      const known = await store.knownDraw(db, key)
      // As it was promised, whatever the rule has become since.
      const window = known ? { from: known.opens_at, to: known.closes_at } : planned(key)
      return {
        opensAt: window.from,
        closesAt: window.to,
        commitment: (known ?? strokes.promised(key)).commitment,
        entries: await store.countEntries(db, key),
        drawn:
          known?.drawn_at && known.result
            ? { ...(JSON.parse(known.result) as DrawRecord), at: known.drawn_at, seed: known.seed }
            : null,
      }
    },

    async withdraw(ticketId) {
      const entry = await store.entryOf(db, ticketId)
      if (!entry) return false
      if (entry.withdrawn_at !== null) return true
      if (now() < entry.closes_at && (await store.withdrawEntry(db, entry, now()))) return true
      if (await ticketById(db, ticketId)) return false
      throw new AppError('DRAW_CLOSED')
    },
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('')
}
