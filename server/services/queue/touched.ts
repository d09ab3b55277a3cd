import type { Reply } from '../../../shared/contracts/api.ts'
import { slotAt, slotStart } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { OfficeChange } from '../../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { LOST_REASONS, type DayPlan } from '../../../shared/queue/day.ts'
import { lostBy, type Lost } from '../../../shared/queue/lost-time.ts'
import { entriesFrom } from '../../store/draws.ts'
import { holderOf } from '../../store/holders/holders.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { subscriptionsOf } from '../../store/subscriptions.ts'
import { bookedDates } from '../../store/tickets.ts'
import { planOf, type Offices } from '../office/offices.ts'
import type { QueueDays } from './queue-days.ts'

export type Touched = Reply<'POST /api/offices/:office/settings/effects'>['touched']

/** What a change of the settings does to those who have booked. */
export interface Effects {
  /** Before anything is saved. Throws what `Offices.change` does. */
  of(office: string, change: OfficeChange, seen: OfficeChange): Promise<Touched>
  /** The same for an office that is to stand as `after`. */
  between(after: OfficeInfo): Promise<Touched>
  /**
   * Saves a change, and lets go whom it leaves no time. Where it touches anybody, whoever saves it must have been told how many
   * (`foreseen`): throws `BOOKINGS_TOUCHED` if not. Who booked in between is let go as well and counted in the answer.
   */
  save(
    office: string,
    change: OfficeChange,
    seen: OfficeChange,
    foreseen: number | undefined,
  ): Promise<{ office: OfficeInfo; touched: number }>
  /** Saves a whole office with other rows, all or nothing, and lets go whom it leaves no time; asks as `save` does. */
  replace(after: OfficeInfo, also: Rows, foreseen: number | undefined): Promise<{ office: OfficeInfo; touched: number }>
}

export function createEffects(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  /** Called once the settings of an office are saved; gives how many were let go. */
  saved: (office: string) => Promise<number>
}): Effects {
  const { db, offices, days } = deps

  const of = async (id: string, change: OfficeChange, seen: OfficeChange) => between(offices.changed(id, change, seen))

  async function between(after: OfficeInfo): Promise<Touched> {
    const { id } = after
    const today = offices.today(id)
    const lost: (Lost & { readonly date: string })[] = []
    for (const date of await bookedDates(db, id, today)) {
      // Opened by that, so that the changed plan is written into it at once.
      const day = await days.day(id, date)
      lost.push(...lostBy(day, planOf(after, date, today)).map(one => ({ ...one, date })))
    }
    const before = offices.get(id)
    const plans = new Map<string, readonly [DayPlan, DayPlan]>()
    const entries = (await entriesFrom(db, id, today)).filter(({ date, service_id, wishes }) => {
      if (!plans.has(date)) plans.set(date, [planOf(before, date, today), planOf(after, date, today)])
      const asked = (JSON.parse(wishes) as string[]).flatMap(w => slotStart(w, after.zone) ?? [])
      const [was, is] = plans.get(date)!.map(plan => slotsFor(plan, service_id, asked))
      // A change back gives only what was asked for.
      return was !== is && is !== asked.join()
    })
    return {
      total: lost.length,
      entries: entries.length,
      told: await toldOf(lost),
      priority: lost.filter(l => l.ticket.priority).length,
      wishes: lost.filter(l => l.ticket.state === 'waitlisted').length,
      days: counted(lost.map(l => l.date)).map(([date, count]) => ({ date, count })),
      services: counted(lost.map(l => l.ticket.serviceId)).map(([serviceId, count]) => ({ serviceId, count })),
      reasons: LOST_REASONS.flatMap(why => {
        const count = lost.filter(l => l.why === why).length
        return count > 0 ? [{ why, count }] : []
      }),
    }
  }

  async function toldOf(lost: readonly Lost[]): Promise<number> {
    let told = 0
    for (const { ticket } of lost) {
      const id = ticket.id ?? ''
      if ((await holderOf(db, id))?.channel || (await subscriptionsOf(db, id)).length > 0) told++
    }
    return told
  }

  function mustBeForeseen({ total, entries }: Touched, foreseen: number | undefined): void {
    if (total + entries > 0 && foreseen === undefined)
      throw new AppError('BOOKINGS_TOUCHED', { touched: total + entries })
  }

  return {
    of,
    between,
    async replace(after, also, foreseen) {
      mustBeForeseen(await between(after), foreseen)
      const office = await offices.replace(after, also)
      return { office, touched: await deps.saved(office.id) }
    },
    async save(id, change, seen, foreseen) {
      mustBeForeseen(await of(id, change, seen), foreseen)
      const office = await offices.change(id, change, seen)
      return { office, touched: await deps.saved(id) }
    },
  }
}

/** The slots as which a draw would read these wishes on a day with this plan, in one text; empty where it gives none. */
function slotsFor({ doors, slots, services }: DayPlan, serviceId: string, asked: readonly Instant[]): string {
  if (!doors || !slots || !services.some(s => s.id === serviceId && s.open && s.booking)) return ''
  return asked.map(at => slots.starts[slotAt(slots, at)]).join()
}

/** How often each of these stands there, in their order. */
function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
}
