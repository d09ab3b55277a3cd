import type { Reply } from '../../../shared/contracts/api.ts'
import { slotAt, slotStart } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { changeBack, changeBetween, keepingUsed } from '../../../shared/office/structure/between.ts'
import { same, standingOf, type OfficeChange } from '../../../shared/office/structure/change.ts'
import {
  consequencesOf,
  isWorse,
  reachOf,
  otherPapers,
  type Around,
} from '../../../shared/queue/changes/consequences.ts'
import { onwardOf, placesEnd } from '../../../shared/queue/changes/onward.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { LOST_REASONS, ticketsOf, type DayPlan } from '../../../shared/queue/day.ts'
import { lostBy, type Lost } from '../../../shared/queue/lost-time.ts'
import { held, placesOf } from '../../../shared/roster/places.ts'
import { accountsOf } from '../../store/accounts/accounts.ts'
import { devicesOf } from '../../store/devices.ts'
import { entriesFrom } from '../../store/draws.ts'
import { hasWayIn } from '../../store/people/coming-in.ts'
import { holderOf } from '../../store/holders/holders.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { staffWithRoles } from '../../store/roster/people.ts'
import { shiftsFrom } from '../../store/roster/weeks.ts'
import { subscriptionsOf } from '../../store/subscriptions.ts'
import { bookedDates } from '../../store/tickets.ts'
import { listVersions } from '../../store/versions/versions.ts'
import { documentsInProgress } from '../../store/versions/in-progress.ts'
import type { AccountTurn } from '../identity/account-turn.ts'
import { planOf, type OfficeAct, type Offices } from '../office/offices.ts'
import { createGoing } from './going.ts'
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
   * (`foreseen`): throws `BOOKINGS_TOUCHED` if not, and where it has become far worse by now (`isWorse`). Who booked in between
   * is else let go as well and counted in the answer. Throws
   * `STRUCTURE_UNSOUND` for a service that goes though somebody has come for it, a counter at which somebody is, or an agency of people.
   */
  save(
    office: string,
    change: OfficeChange,
    seen: OfficeChange,
    foreseen: number | undefined,
    act: OfficeAct,
  ): Promise<{ office: OfficeInfo; touched: number }>
  /** Saves a whole office with other rows, all or nothing, and lets go whom it leaves no time; asks as `save` does. */
  replace(
    after: OfficeInfo,
    also: Rows,
    foreseen: number | undefined,
    act: OfficeAct,
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
  /** Whether anything carries messages of a channel to phones. */
  reaches: (channel: string) => boolean
  /** A turn among acts upon accounts. */
  inTurn: AccountTurn['inTurn']
  /** Called once the settings of an office are saved; gives how many were let go. */
  saved: (office: string) => Promise<number>
}): Effects {
  const { db, offices, days } = deps
  const { mayGo, usedOf } = createGoing(deps)

  async function of(id: string, change: OfficeChange, seen: OfficeChange): Promise<Told> {
    return told(offices.changed(id, change, seen), change)
  }

  const between = (after: OfficeInfo) => told(after, changeBetween(offices.get(after.id), after))

  async function told(after: OfficeInfo, change: OfficeChange): Promise<Told> {
    await mayGo(after, change)
    const { lost, ...seen } = await bookedBy(after)
    const touched = await touchedBy(after, lost)
    return { touched, consequences: await consequencesFor(after, seen) }
  }

  async function consequencesFor(after: OfficeInfo, of: Booked) {
    const { id } = after
    const today = offices.today(id)
    const [day, documents, devices, shifts, owing] = await Promise.all([
      days.today(id),
      documentsInProgress(db, id),
      devicesOf(db, id),
      shiftsLost(after, today),
      owingBy(after),
    ])
    const shown = {
      kiosks: devices.filter(d => d.kind === 'kiosk').length,
      displays: devices.filter(d => d.kind === 'display').map(d => d.area),
    }
    const around = { now: deps.now(), documents, shifts, owing, ...of, ...shown, plan: planOf(after, today, today) }
    return [...consequencesOf(offices.get(id), after, day, around)]
  }

  /** Accounts that have to set up a second factor once all must. */
  async function owingBy({ id, secondFactorForAll }: OfficeInfo): Promise<number> {
    if (!secondFactorForAll || offices.get(id).secondFactorForAll) return 0
    return (await accountsOf(db, id)).filter(a => a.active && a.secondFactorSince === null && hasWayIn(a)).length
  }

  /** Planned shifts that hold before the change and not after it, by counter. */
  async function shiftsLost(after: OfficeInfo, today: LocalDate): Promise<Around['shifts']> {
    const before = offices.get(after.id)
    if (same(before.counters, after.counters)) return {}
    const [shifts, people] = await Promise.all([shiftsFrom(db, after.id, today), staffWithRoles(db, after.id)])
    const fit = people.map(p => ({ ...p, ...placesOf(p.roles, before.roles) }))
    const stay = new Set(held(shifts, after, fit))
    const lost = held(shifts, before, fit).filter(s => !stay.has(s))
    return Object.fromEntries(counted(lost.flatMap(s => s.counterId ?? [])))
  }

  /** Whom a changed office leaves no time, and how many keep theirs, by service. */
  async function bookedBy(after: OfficeInfo) {
    const { id } = after
    const today = offices.today(id)
    const lost: LostOn[] = []
    const kept: string[] = []
    const later: string[] = []
    const to: ReturnType<typeof onwardOf>[] = []
    const papers: string[] = []
    const unplaced: string[] = []
    let wishes = 0
    for (const date of await bookedDates(db, id, today)) {
      // Opened by that, so that the changed plan is written into it at once.
      const day = await days.day(id, date)
      const plan = planOf(after, date, today)
      const gone = lostBy(day, plan)
      lost.push(...gone.map(one => ({ ...one, date })))
      const stay = [...ticketsOf(day)].filter(
        t => (t.state === 'booked' || t.state === 'offered') && !gone.some(g => g.ticket.no === t.no),
      )
      kept.push(...stay.map(t => t.serviceId))
      if (date !== today) later.push(...stay.map(t => t.serviceId))
      to.push(onwardOf(stay, day.plan, plan))
      const asked = stay.flatMap(t => [t, ...(t.later ?? [])])
      papers.push(...asked.filter(p => otherPapers(offices.get(id), after, p)).map(p => p.serviceId))
      const waits = [...ticketsOf(day)].filter(t => t.state === 'waitlisted')
      wishes += waits.length
      unplaced.push(...waits.map(t => t.serviceId).filter(s => placesEnd(day.plan, plan, s)))
    }
    const by = (services: readonly string[]) => Object.fromEntries(counted(services))
    const entries = await entriesFrom(db, id, today)
    const plans = plansOf(offices.get(id), after, today, entries)
    const undrawn = entries.filter(e => placesEnd(...plans.get(e.date)!, e.service_id))
    const parts = {
      onward: by(to.flatMap(t => t.onward)),
      parts: by(to.flatMap(t => t.falling)),
      ending: by(to.flatMap(t => t.ending)),
      coming: by(to.flatMap(t => t.coming)),
      papers: by(papers),
    }
    const drawn = { entries: by(entries.map(e => e.service_id)), undrawn: by(undrawn.map(e => e.service_id)) }
    return { lost, booked: by(kept), later: by(later), ...drawn, ...parts, wishes, unplaced: by(unplaced) }
  }

  async function touchedBy(after: OfficeInfo, lost: readonly LostOn[]): Promise<Touched> {
    const { id } = after
    const today = offices.today(id)
    const asking = await entriesFrom(db, id, today)
    const plans = plansOf(offices.get(id), after, today, asking)
    const entries = asking.filter(({ date, service_id, wishes }) => {
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
      const channel = (await holderOf(db, id))?.channel
      if ((channel && deps.reaches(channel)) || (await subscriptionsOf(db, id)).length > 0) told++
    }
    return told
  }

  /**
   * Throws `BOOKINGS_TOUCHED` where whoever saves has not been told, or of far fewer than it reaches by now. The act, whose line says
   * how many bookings it was made over.
   */
  function foreseeing(told: Told, foreseen: number | undefined, act: OfficeAct) {
    const touched = reachOf(told)
    const { total } = told.touched
    if (touched > 0 && (foreseen === undefined || isWorse(touched, foreseen)))
      throw new AppError('BOOKINGS_TOUCHED', { touched })
    return total === 0 ? act : { ...act, detail: { ...act.detail, touched: total } }
  }

  /** Nobody takes a counter or joins an agency, and no command is decided, between the look at whom it reaches and the new plan of the days. */
  function changing(id: string, change: () => Promise<OfficeInfo>): Promise<{ office: OfficeInfo; touched: number }> {
    return deps.inTurn(() =>
      days.changing(id, async () => {
        const office = await change()
        return { office, touched: await deps.saved(id) }
      }),
    )
  }

  return {
    of,
    between,
    async replace(after, also, foreseen, act) {
      return changing(after.id, async () => {
        const told = foreseeing(await between(after), foreseen, act)
        return offices.replace(after, told, also)
      })
    },
    async save(id, change, seen, foreseen, act) {
      return changing(id, async () => {
        const told = foreseeing(await of(id, change, seen), foreseen, act)
        return offices.change(id, change, seen, told)
      })
    },
    async restoring(id, version, last) {
      const now = offices.get(id)
      if (last !== undefined && (await listVersions(db, id, 1))[0]?.version !== last)
        throw new AppError('SETTINGS_CHANGED', { fields: {} })
      const change = changeBack(now, await offices.version(id, version))
      const gone = (change.services ?? []).filter(s => s.removed).map(s => s.id)
      const used = await usedOf(id, gone)
      return { change: keepingUsed(change, now, used), seen: standingOf(now) }
    },
  }
}

/** What is known of bookings, wishes and entries of draws. */
type Booked = Pick<
  Around,
  | 'booked'
  | 'later'
  | 'onward'
  | 'entries'
  | 'parts'
  | 'ending'
  | 'coming'
  | 'papers'
  | 'wishes'
  | 'unplaced'
  | 'undrawn'
>

type LostOn = Lost & { readonly date: string }

/** The slots as which a draw would read these wishes on a day with this plan, in one text; empty where it gives none. */
function slotsFor({ doors, slots, services }: DayPlan, serviceId: string, asked: readonly Instant[]): string {
  if (!doors || !slots || !services.some(s => s.id === serviceId && s.open && s.booking)) return ''
  return asked.map(at => slots.starts[slotAt(slots, at)]).join()
}

/** The plans of each of these dates by the present office and by the changed one. */
function plansOf(
  before: OfficeInfo,
  after: OfficeInfo,
  today: LocalDate,
  entries: readonly { readonly date: string }[],
) {
  const dates = [...new Set(entries.map(e => e.date))]
  return new Map(dates.map(date => [date, [planOf(before, date, today), planOf(after, date, today)] as const]))
}

/** How often each of these stands there, in their order. */
function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
}
