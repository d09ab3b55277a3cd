import type { Reply } from '../../../shared/contracts/api.ts'
import { slotAt, slotStart } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { changeBetween } from '../../../shared/office/structure/between.ts'
import { standingOf, type OfficeChange } from '../../../shared/office/structure/change.ts'
import type { Unsound } from '../../../shared/office/structure/sound.ts'
import { consequencesOf, mustBeForeseen } from '../../../shared/queue/changes/consequences.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { LOST_REASONS, ticketsOf, type DayPlan } from '../../../shared/queue/day.ts'
import { lostBy, type Lost } from '../../../shared/queue/lost-time.ts'
import { devicesOf } from '../../store/devices.ts'
import { entriesFrom } from '../../store/draws.ts'
import { holderOf } from '../../store/holders/holders.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { subscriptionsOf } from '../../store/subscriptions.ts'
import { bookedDates } from '../../store/tickets.ts'
import { listVersions, usedServices, type Made } from '../../store/versions/versions.ts'
import { documentsInProgress } from '../../store/versions/in-progress.ts'
import { planOf, type Offices } from '../office/offices.ts'
import type { QueueDays } from './queue-days.ts'

export type Told = Reply<'POST /api/offices/:office/settings/effects'>
export type Touched = Told['touched']

/** What a change of an office does to those who have booked, wait, serve or are shown it. */
export interface Effects {
  /** Before anything is saved. Throws what `Offices.change` does. */
  of(office: string, change: OfficeChange, seen: OfficeChange): Promise<Told>
  /** The same for an office that is to stand as `after`. */
  between(after: OfficeInfo): Promise<Told>
  /**
   * Saves a change, and lets go whom it leaves no time. Where it touches anybody, whoever saves it must have been told how many
   * (`foreseen`): throws `BOOKINGS_TOUCHED` if not. Who booked in between is let go as well and counted in the answer. Throws
   * `STRUCTURE_UNSOUND` for a service that goes though somebody has come for it, or a counter at which somebody is.
   */
  save(
    office: string,
    change: OfficeChange,
    seen: OfficeChange,
    foreseen: number | undefined,
    made: Omit<Made, 'at'>,
  ): Promise<{ office: OfficeInfo; touched: number }>
  /** Saves a whole office with other rows, all or nothing, and lets go whom it leaves no time; asks as `save` does. */
  replace(
    after: OfficeInfo,
    also: Rows,
    foreseen: number | undefined,
    made: Omit<Made, 'at'>,
  ): Promise<{ office: OfficeInfo; touched: number }>
  /**
   * The change that brings a version back, with all as it stands for what was seen: a service that has been used since is
   * retired, not taken away. Throws `NOT_FOUND`, and `SETTINGS_CHANGED` where `last` is not the last version any more.
   */
  restoring(
    office: string,
    version: number,
    last?: number,
  ): Promise<{ readonly change: OfficeChange; readonly seen: OfficeChange }>
}

export function createEffects(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  now: () => Instant
  /** Called once the settings of an office are saved; gives how many were let go. */
  saved: (office: string) => Promise<number>
}): Effects {
  const { db, offices, days } = deps

  async function of(id: string, change: OfficeChange, seen: OfficeChange): Promise<Told> {
    return told(offices.changed(id, change, seen), change)
  }

  const between = (after: OfficeInfo) => told(after, changeBetween(offices.get(after.id), after))

  async function told(after: OfficeInfo, change: OfficeChange): Promise<Told> {
    await mayGo(after.id, change)
    const { lost, booked } = await bookedBy(after)
    const touched = await touchedBy(after, lost)
    return { touched, consequences: await consequencesFor(after, booked) }
  }

  /** Nothing goes that somebody has come for, or at which somebody is. */
  async function mayGo(id: string, { services = [], counters = [] }: OfficeChange): Promise<void> {
    const gone = (list: readonly { readonly id: string; readonly removed?: true | undefined }[]) =>
      list.filter(member => member.removed).map(member => member.id)
    const day = await days.today(id)
    const used = await usedServices(db, id, gone(services))
    const attended = gone(counters).filter(counter => (day.counters[counter]?.state ?? 'closed') !== 'closed')
    const problems: Unsound[] = [
      ...used.map(of => ({ field: `services.${of}.removed`, problem: 'serviceUsed' as const, with: of })),
      ...attended.map(of => ({ field: `counters.${of}.removed`, problem: 'counterAttended' as const, with: of })),
    ]
    if (problems.length > 0) throw new AppError('STRUCTURE_UNSOUND', { problems })
  }

  async function consequencesFor(after: OfficeInfo, booked: Readonly<Record<string, number>>) {
    const { id } = after
    const [day, documents, devices] = await Promise.all([
      days.today(id),
      documentsInProgress(db, id),
      devicesOf(db, id),
    ])
    const many = (kind: string) => devices.filter(d => d.kind === kind && d.revokedAt === null).length
    const around = { now: deps.now(), documents, booked, kiosks: many('kiosk'), displays: many('display') }
    return [...consequencesOf(offices.get(id), after, day, around)]
  }

  /** Whom a changed office leaves no time, and how many keep theirs, by service. */
  async function bookedBy(after: OfficeInfo) {
    const { id } = after
    const today = offices.today(id)
    const lost: LostOn[] = []
    const kept: string[] = []
    for (const date of await bookedDates(db, id, today)) {
      // Opened by that, so that the changed plan is written into it at once.
      const day = await days.day(id, date)
      const gone = lostBy(day, planOf(after, date, today))
      lost.push(...gone.map(one => ({ ...one, date })))
      const stay = [...ticketsOf(day)].filter(
        t => (t.state === 'booked' || t.state === 'offered') && !gone.some(g => g.ticket.no === t.no),
      )
      kept.push(...stay.map(t => t.serviceId))
    }
    return { lost, booked: Object.fromEntries(counted(kept)) }
  }

  async function touchedBy(after: OfficeInfo, lost: readonly LostOn[]): Promise<Touched> {
    const { id } = after
    const today = offices.today(id)
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

  /** Throws `BOOKINGS_TOUCHED` where whoever saves has not been told: of bookings, and of whoever else must be known. */
  function foreseeing({ touched: { total, entries }, consequences }: Told, foreseen: number | undefined): void {
    const touched = total + entries + mustBeForeseen(consequences)
    if (touched > 0 && foreseen === undefined) throw new AppError('BOOKINGS_TOUCHED', { touched })
  }

  return {
    of,
    between,
    async replace(after, also, foreseen, made) {
      foreseeing(await between(after), foreseen)
      const office = await offices.replace(after, made, also)
      return { office, touched: await deps.saved(office.id) }
    },
    async save(id, change, seen, foreseen, made) {
      foreseeing(await of(id, change, seen), foreseen)
      const office = await offices.change(id, change, seen, made)
      return { office, touched: await deps.saved(id) }
    },
    async restoring(id, version, last) {
      const now = offices.get(id)
      if (last !== undefined && (await listVersions(db, id, 1))[0]?.version !== last)
        throw new AppError('SETTINGS_CHANGED', { fields: {} })
      // Roles are given by whoever holds their rights, never by an older version.
      const { roles: _, ...change } = changeBetween(now, await offices.version(id, version))
      const gone = (change.services ?? []).filter(s => s.removed).map(s => s.id)
      const used = await usedServices(db, id, gone)
      const services = change.services?.map(s => (used.includes(s.id) ? { id: s.id, retired: true } : s))
      return { change: services ? { ...change, services } : change, seen: standingOf(now) }
    },
  }
}

type LostOn = Lost & { readonly date: string }

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
