import { createHash } from 'node:crypto'
import type { Reply } from '../../../shared/contracts/api.ts'
import { entriesText, inOrder, keyText, wishesIn } from '../../../shared/booking/draw.ts'
import { drawWindow } from '../../../shared/booking/release.ts'
import { slotId, slotStart, type SlotGrid } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, MINUTE, officeDate, type Instant } from '../../../shared/kit/time.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { randomId } from '../identity/secrets.ts'
import { ofEach } from '../office/of-each.ts'
import type { Offices } from '../office/offices.ts'
import { ownId } from '../queue/command-ids.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { Database } from '../../store/open/database.ts'
import * as store from '../../store/draws.ts'

/** What is published of a draw that was held, beside its seed. */
export type DrawRecord = Omit<
  NonNullable<Reply<'GET /api/offices/:office/services/:service/draws/:date'>['drawn']>,
  'at' | 'seed'
>

/** How far back a draw is looked for whose record is missing. */
const DAYS_BACK = 7

/** A closed day. */
const NO_GRID: SlotGrid = { starts: [], slotMs: 0 }

/** Opens draws and holds them. */
export interface Strokes {
  /** The seed of a draw: the same whoever asks and whenever, so that its hash is promised without a word being written. */
  promised(key: store.DrawKey): { readonly seed: string; readonly commitment: string }
  /** The draw, written down with its seed and announced to its day before anybody can enter. */
  opened(key: store.DrawKey, window: { readonly from: Instant; readonly to: Instant }): Promise<store.Draw>
  /**
   * Opens the draws whose window is open and holds every one whose window is over; gives how many. One that nobody entered is
   * held at once when its service is not drawn any more. Broken off, each goes on
   * where it was; one that cannot be held holds up no other.
   */
  holdDue(): Promise<number>
}

export function createStrokes(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  /** A keyed hash that only this installation can compute. */
  hash: (text: string) => string
  now: () => Instant
}): Strokes {
  const { db, offices, days, now } = deps

  const promised: Strokes['promised'] = key => {
    const seed = sha256(deps.hash(`${key.office} ${key.serviceId} ${key.date}`))
    return { seed, commitment: sha256(seed) }
  }

  const opened: Strokes['opened'] = async (key, window) => {
    const { office, serviceId, date } = key
    const draw = await store.drawOf(db, key, { ...promised(key), opensAt: window.from, closesAt: window.to })
    const request = { verb: 'openDraw', serviceId, from: draw.opens_at, to: draw.closes_at } as const
    const isOpen = now() >= draw.opens_at && now() < draw.closes_at
    if (isOpen && !(await days.day(office, date)).draws[serviceId])
      await days.execute(office, { id: randomId(), by: 'system', ...request }, date)
    return draw
  }

  /** Opens every draw whose window is open, so that its places are kept and it is held though nobody enters. */
  const openAll = () =>
    ofEach(offices.all(), async ({ id: office, services, zone, booking }) => {
      for (const { id: serviceId, booking: own } of services) {
        if (own?.release.kind !== 'draw') continue
        for (let ahead = 0; ahead <= own.release.opensDaysAhead; ahead++) {
          const key = { office, serviceId, date: addDays(offices.today(office), ahead) }
          const window = drawWindow(own.release, key.date, zone, booking.releaseTime)
          if (!window || now() < window.from || now() >= window.to) continue
          if (!(await days.day(office, key.date)).draws[serviceId]) await opened(key, window)
        }
      }
    })

  /**
   * Holds what nobody entered and what is not drawn any more: its places are open to everybody at once. Whoever enters in that very
   * moment has a place of it.
   */
  async function letGo(failures: unknown[]): Promise<void> {
    for (const draw of await store.openDraws(db, now())) {
      const service = offices
        .all()
        .find(o => o.id === draw.office)
        ?.services.find(s => s.id === draw.service_id)
      if (!service?.booking || service.booking.release.kind === 'draw') continue
      const key = { office: draw.office, serviceId: draw.service_id, date: draw.date }
      if ((await store.countEntries(db, key)) === 0) await held(draw).catch((error: unknown) => failures.push(error))
    }
  }

  /**
   * One command of the day gives all the places; the record only tells what it did, so that the two cannot differ. Done
   * again after a crash, each step finds what is there.
   */
  async function hold({ office, service_id: serviceId, date, seed }: store.Draw): Promise<void> {
    const key = { office, serviceId, date }
    await store.standStill(db, key)
    const entries = await store.entriesOf(db, key)
    const id = ownId('holdDraw', serviceId)
    // An earlier program held it under the other id.
    const earlier = `draw.${deps.hash(`stroke ${office} ${serviceId} ${date}`)}`
    const before = ((await days.answered(office, date, id)) ?? (await days.answered(office, date, earlier)))?.events
    // Nobody could come any more, or for what nobody entered and the office has no more.
    if (!before && (date < offices.today(office) || !offices.get(office).services.some(s => s.id === serviceId))) return
    const grid = before ? gridOf(before) : ((await days.day(office, date)).plan?.slots ?? NO_GRID)
    const { starts, slotMs } = grid
    const { zone } = offices.get(office)
    const askedOf = new Map(entries.map(e => [e.code, JSON.parse(e.wishes) as string[]]))
    const wishing = entries.map(e => ({
      code: e.code,
      ticketId: e.ticket_id,
      wishes: wishesIn(
        grid,
        askedOf.get(e.code)!.flatMap(w => slotStart(w, zone) ?? []),
      ),
      anySlot: e.any_slot === 1,
      priority: e.priority === 1,
      ...(e.case_id === null ? {} : { case: e.case_id }),
    }))
    const digest = sha256(entriesText(wishing))
    const order = inOrder(wishing, code => sha256(keyText(seed, digest, code)))
    const request = {
      verb: 'holdDraw',
      serviceId,
      starts,
      slotMs,
      entries: order.map(({ code: _, ...e }) => e),
    } as const
    const events = before ?? (await days.execute(office, { id, by: 'system', ...request }, date)).events
    const slotOf = new Map(events.flatMap(e => (e.type === 'ticketBooked' && e.id ? [[e.id, e.slot.start]] : [])))
    const named = (start: Instant) => slotId(start, zone)
    const record: DrawRecord = {
      digest,
      slotMinutes: slotMs / MINUTE,
      places: placesOf(events).map(({ start, places }) => ({ id: named(start), places })),
      entries: order.map(({ code, ticketId, wishes, anySlot }, i) => {
        const got = slotOf.get(ticketId)
        const read = { wishes: wishes.map(w => named(starts[w]!)), anySlot, order: i + 1 }
        const asked = askedOf.get(code)!
        const changed = String(asked) !== String(read.wishes) && { asked }
        return { code, ...changed, ...read, slotId: got === undefined ? null : named(got) }
      }),
    }
    const outcomes = order.map(({ ticketId }) => ({
      ticketId,
      outcome: slotOf.has(ticketId) ? ('place' as const) : ('waitlist' as const),
    }))
    await store.keepResult(db, key, events[0]!.at, JSON.stringify(record), outcomes)
  }

  /** Where the times of the day change between the reading of the wishes and the stroke, they are read again. */
  async function held(draw: store.Draw): Promise<void> {
    await hold(draw).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'SETTINGS_CHANGED') throw error
      return held(draw)
    })
  }

  return {
    promised,
    opened,
    async holdDue() {
      const failures: unknown[] = []
      await openAll().catch((error: unknown) => failures.push(error))
      await letGo(failures).catch((error: unknown) => failures.push(error))
      const due = await store.dueDraws(db, now(), addDays(officeDate(now(), 'WIB'), -DAYS_BACK))
      for (const draw of due) await held(draw).catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw failures[0]
      return due.length
    },
  }
}

function placesOf(events: readonly DayEvent[]) {
  return events.flatMap(e => (e.type === 'drawHeld' ? e.places : []))
}

/** The slots into which the wishes were read; an earlier program took nothing but their very beginnings. */
function gridOf(events: readonly DayEvent[]): SlotGrid {
  const slotMs = events.flatMap(e => (e.type === 'drawHeld' ? (e.slotMs ?? []) : []))[0]
  return { starts: placesOf(events).map(p => p.start), slotMs: slotMs ?? 1 }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
