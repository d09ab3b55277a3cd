import { createHash, randomInt } from 'node:crypto'
import type { Reply } from '../../../shared/contracts/api.ts'
import { draw, entriesText, keyText, type DrawEntry } from '../../../shared/booking/draw.ts'
import { drawWindow } from '../../../shared/booking/release.ts'
import { slotId, slotStart } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant } from '../../../shared/kit/time.ts'
import { bookable, freePlaces } from '../../../shared/queue/places.ts'
import type { Database } from '../../store/open/database.ts'
import * as store from '../../store/draws.ts'
import type { Askings } from './asking.ts'
import { linkKindOf, type Booker, type People } from './booking-people.ts'
import type { Asked, Placing } from './placing.ts'
import type { Gate } from '../gate/gate.ts'
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
export interface Draws {
  enter(
    key: store.DrawKey,
    act: string,
    wish: Asked & { readonly wishes: readonly string[]; readonly anySlot?: boolean | undefined },
    booker: Booker,
  ): Promise<Entered>
  view(key: store.DrawKey): Promise<DrawView>
  /** Takes an entry out before its draw; `false` when there is none to take out. */
  withdraw(ticketId: string): Promise<boolean>
  /** Writes down the draws that have opened and holds every one whose window is over; gives how many. Broken off, it goes on where it was: the seed was fixed before. */
  holdDue(): Promise<number>
}

export function createDraws(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  slots: Slots
  people: People
  gate: Gate
  tickets: TicketLinks
  askings: Askings
  placing: Placing
  /** A keyed hash that only this installation can compute. */
  hash: (text: string) => string
  now: () => Instant
}): Draws {
  const { db, offices, days, now } = deps
  const { inTurn } = deps.placing

  function windowOf({ office: officeId, serviceId, date }: store.DrawKey) {
    const office = offices.get(officeId)
    const service = office.services.find(s => s.id === serviceId)
    if (!service) throw new AppError('SERVICE_UNKNOWN', { serviceId })
    const release = service.booking?.release
    const window = release && drawWindow(release, date, office.zone, office.booking.releaseTime)
    if (!window) throw new AppError('DRAW_UNKNOWN')
    return { office, service, window }
  }

  /** The seed of a draw: the same whoever asks and whenever, so that its hash is promised without a word being written. */
  function promised(key: store.DrawKey): { seed: string; commitment: string } {
    const seed = sha256(deps.hash(`${key.office} ${key.serviceId} ${key.date}`))
    return { seed, commitment: sha256(seed) }
  }

  /** The draw, written down with its seed before anybody can enter. */
  function fixed(key: store.DrawKey, window: { from: Instant; to: Instant }): Promise<store.Draw> {
    return store.drawOf(db, key, { ...promised(key), opensAt: window.from, closesAt: window.to })
  }

  /** Writes down every draw whose window is open, so that it is held though nobody enters. */
  async function fixOpen(): Promise<void> {
    for (const { id: office, services, zone, booking } of offices.all())
      for (const { id: serviceId, booking: own } of services) {
        if (own?.release.kind !== 'draw') continue
        for (let ahead = 0; ahead <= own.release.opensDaysAhead; ahead++) {
          const key = { office, serviceId, date: addDays(offices.today(office), ahead) }
          const window = drawWindow(own.release, key.date, zone, booking.releaseTime)
          if (!window || now() < window.from || now() >= window.to) continue
          if (!(await store.knownDraw(db, key))) await fixed(key, window)
        }
      }
  }

  async function holdOne(due: store.Draw): Promise<void> {
    const key = { office: due.office, serviceId: due.service_id, date: due.date }
    const { zone } = offices.get(due.office)
    const day = await days.day(due.office, due.date)
    const it = bookable(day, due.service_id)
    const { starts } = it.slots
    const stored = await store.entriesOf(db, key)
    const entries = stored.map((e): DrawEntry => ({
      code: e.code,
      wishes: (JSON.parse(e.wishes) as string[]).map(w => starts.indexOf(slotStart(w, zone) ?? -1)).filter(i => i >= 0),
      anySlot: e.any_slot === 1,
    }))
    const digest = sha256(entriesText(entries))
    // Written before the first place is given: a draw that is broken off goes on with the places it began with.
    const places = (
      due.result
        ? (JSON.parse(due.result) as { begun: readonly number[] })
        : await begin(key, freePlaces(day, it, now(), { priority: false, all: true }))
    ).begun
    const result = draw(entries, places, code => sha256(keyText(due.seed, digest, code)))
    const byCode = new Map(stored.map(e => [e.code, e]))
    const outcomes: { ticketId: string; outcome: 'place' | 'waitlist' }[] = []
    // In the order of the slots, so that their numbers rise with them.
    const bySlot = [...result].sort((a, b) => (a.slot ?? Infinity) - (b.slot ?? Infinity) || a.turn - b.turn)
    for (const { code, slot } of bySlot) {
      const { ticket_id: ticketId, priority } = byCode.get(code)!
      const common = { id: `draw.${ticketId}`, by: 'system', serviceId: due.service_id, ticketId } as const
      const own = { ...common, priority: priority === 1 }
      const placed =
        slot !== null &&
        (await days
          .execute(due.office, { ...own, verb: 'book', start: starts[slot]!, ahead: true }, due.date)
          .then(() => true, isRefusal))
      if (!placed) await days.execute(due.office, { ...own, verb: 'joinWaitlist' }, due.date).catch(isRefusal)
      outcomes.push({ ticketId, outcome: placed ? 'place' : 'waitlist' })
    }
    const shown = {
      digest,
      places: starts.map((start, i) => ({ id: slotId(start, zone), places: places[i]! })),
      entries: result.map(({ code, turn, slot }) => {
        const { wishes, any_slot } = byCode.get(code)!
        const wished = JSON.parse(wishes) as string[]
        const got = slot === null ? null : slotId(starts[slot]!, zone)
        return { code, wishes: wished, anySlot: any_slot === 1, order: turn, slotId: got }
      }),
    }
    await store.keepResult(db, key, now(), JSON.stringify(shown), outcomes)
  }

  async function enter(
    key: store.DrawKey,
    act: string,
    wish: Parameters<Draws['enter']>[2],
    booker: Booker,
  ): Promise<Entered> {
    const { office, service, window } = windowOf(key)
    const content = [key.serviceId, key.date, wish.wishes, wish.anySlot ?? false, wish.priority ?? false]
    const asking = deps.askings.of('enterDraw', act, { booker, contact: wish.contact }, content)
    const ticketId = deps.askings.ticketId(key.office, key.date, asking)
    const token = deps.tickets.sign(ticketId, linkKindOf(booker))
    const answer = (code: string, drawAt: Instant): Entered => ({ code, token, path: `/t/${token}`, drawAt })
    // Asked again it has its answer, also when the window has closed meanwhile.
    const before = await store.entryOf(db, ticketId)
    if (before) return answer(before.code, before.closes_at)
    deps.slots.dated(key.office, key.serviceId, key.date)
    if (now() < window.from || now() >= window.to) throw new AppError('DRAW_CLOSED')
    for (const w of wish.wishes) {
      if (w.slice(0, 10) !== key.date || deps.slots.named(key.office, key.serviceId, w).date !== key.date)
        throw new AppError('SLOT_UNKNOWN')
    }
    if (!wish.contact?.phone && !wish.contact?.nik && !booker.helped) throw new AppError('CONTACT_NEEDED')
    const known = await fixed(key, window)
    const admission = booker.helped
      ? undefined
      : await deps.gate.admit({
          office: key.office,
          rules: office.booking,
          network: booker.network,
          device: booker.device,
          stranger: false,
          hold: false,
          subject: `${key.office}/${key.serviceId}`,
          act: `${asking.id} ${asking.asked}`,
          proof: wish.proof,
          patience: wish.patience,
        })
    let made = false
    try {
      const whose = { ticketId, office: key.office, serviceId: service.id, date: key.date, contact: wish.contact }
      await deps.people.admit(
        { ...whose, papers: wish.papers ?? [] },
        booker,
        office.booking.perDevice,
        offices.today(key.office),
      )
      const code = newCode()
      await store.insertEntry(db, {
        ticket_id: ticketId,
        office: key.office,
        service_id: key.serviceId,
        date: key.date,
        code,
        wishes: JSON.stringify([...new Set(wish.wishes)]),
        any_slot: wish.anySlot ? 1 : 0,
        priority: wish.priority ? 1 : 0,
        asked_at: now(),
        withdrawn_at: null,
        outcome: null,
      })
      made = true
      return answer(code, known.closes_at)
    } finally {
      await admission?.settle(made)
    }
  }

  return {
    enter: (key, act, wish, booker) => inTurn(booker, act, () => enter(key, act, wish, booker)),

    async view(key) {
      const { window } = windowOf(key)
      const known = await store.knownDraw(db, key)
      const result =
        known?.drawn_at && known.result
          ? (JSON.parse(known.result) as Omit<NonNullable<DrawView['drawn']>, 'at' | 'seed'>)
          : null
      return {
        opensAt: window.from,
        closesAt: window.to,
        commitment: (known ?? promised(key)).commitment,
        entries: await store.countEntries(db, key),
        drawn: result && known?.drawn_at ? { ...result, at: known.drawn_at, seed: known.seed } : null,
      }
    },

    async withdraw(ticketId) {
      const entry = await store.entryOf(db, ticketId)
      return entry !== undefined && now() < entry.closes_at && store.withdrawEntry(db, ticketId, now())
    },

    async holdDue() {
      await fixOpen()
      const due = await store.dueDraws(db, now())
      for (const one of due) await holdOne(one)
      return due.length
    },
  }

  async function begin(key: store.DrawKey, begun: readonly number[]) {
    await store.beginDraw(db, key, JSON.stringify({ begun }))
    return { begun }
  }
}

function isRefusal(error: unknown): false {
  if (error instanceof AppError && error.code !== 'UNAVAILABLE') return false
  throw error
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
