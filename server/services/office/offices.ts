import { takesPeople } from '../../../shared/office/offered.ts'
import type { ShowHistory } from '../../../shared/booking/overbook.ts'
import { drawWindow, openingsOf } from '../../../shared/booking/release.ts'
import { bookablePlaces, priorityPlaces, slotGrid } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, MINUTE, officeDate, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { absentOn } from '../../../shared/office/agency-days.ts'
import { movesOf, type HallByDay } from '../../../shared/office/former.ts'
import { isOpened } from '../../../shared/office/opened.ts'
import { changeBetween } from '../../../shared/office/structure/between.ts'
import { changedOffice, fieldsOf, overtaken, same, type OfficeChange } from '../../../shared/office/structure/change.ts'
import { doorsTold, publishedDoors } from '../../../shared/office/hours.ts'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import { bookingSettings } from '../../../shared/office/settings/booking-settings.ts'
import { queueSettings } from '../../../shared/office/settings/queue-settings.ts'
import { withSeries } from '../../../shared/office/series.ts'
import { serviceSettings } from '../../../shared/office/settings/service-settings.ts'
import { plannedOf } from '../../../shared/office/settings/values.ts'
import type { DayPlan, PlannedService } from '../../../shared/queue/day.ts'
import { onRecord, type AuditEntry } from '../../store/audit.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { listOffices, officeQueries, writtenOffice } from '../../store/offices.ts'
import { formerAgencies, formerRows } from '../../store/people/former-agencies.ts'
import { shownOf } from '../../store/tickets.ts'
import { listVersions, versionBody, versionQuery, type Made } from '../../store/versions/versions.ts'
import { pictureById } from '../../store/pictures.ts'
import { createTurn } from './turn.ts'

export type { Version } from '../../store/versions/versions.ts'

/** Days of history from which an office learns how many of those who book come. */
const HISTORY_DAYS = 90

/** What the queue days need from the office they serve. */
export interface Calendar {
  /** Today's date of an office; throws `NOT_FOUND` for an unknown one. */
  today(office: string): LocalDate
  planOf(office: string, date: LocalDate): DayPlan | Promise<DayPlan>
}

/** An act on an office: who does it, and how its version and its line in the audit log tell of it, which are written with it. */
export interface OfficeAct extends Pick<AuditEntry, 'who' | 'what'>, Pick<Made, 'reason' | 'restores'> {
  /** What the line says beside the office. */
  readonly detail?: AuditEntry['detail']
  /** Throws where the office as it stands at its turn is not for this act. */
  readonly fits?: (office: OfficeInfo) => void
}

/** The offices of this installation, kept in memory; a change is stored first. */
export interface Offices extends Calendar {
  all(): readonly OfficeInfo[]
  /** Throws `NOT_FOUND`. */
  get(office: string): OfficeInfo
  /**
   * Saves a change together with the version that it makes; one that changes nothing makes none. Throws `SETTINGS_CHANGED` for
   * a field that holds by now something else than was `seen`, or was not seen, and what `changedOffice` does.
   */
  change(office: string, change: OfficeChange, seen: OfficeChange, act: OfficeAct): Promise<OfficeInfo>
  /** The office as one of its versions holds it; throws `NOT_FOUND`. */
  version(office: string, version: number): Promise<OfficeInfo>
  /** Opens one that was prepared, for good; `ready` throws what is missing, of the office as it stands at its turn. `false`: it was open. */
  open(office: string, who: string, ready: (office: OfficeInfo) => Promise<void>): Promise<boolean>
  /** The office with whose its services and counters were before; throws `NOT_FOUND`. */
  byDay(office: string): Promise<HallByDay & { readonly office: OfficeInfo }>
  /** The office as `change` would make it, for somebody to look at first; throws what `change` does. */
  changed(office: string, change: OfficeChange, seen: OfficeChange): OfficeInfo
  /** Writes an office whole, new or known, together with its version and other rows: all or nothing. */
  replace(office: OfficeInfo, act: OfficeAct, also: Rows): Promise<OfficeInfo>
}

export async function createOffices(db: Database, now: () => Instant): Promise<Offices> {
  // One change after another, so that none is made on an office that another one is just changing.
  const inTurn = createTurn()
  const reading = new Map<string, ReturnType<typeof shownOf>>()
  const offices = new Map((await listOffices(db)).map(o => [o.id, withSeries(o)]))
  for (const office of offices.values()) await beginVersions(office)

  /** What was written in another way, by an older program or a file, is a version from the next start on. */
  async function beginVersions(office: OfficeInfo): Promise<void> {
    const [last] = await listVersions(db, office.id, 1)
    const known = last && (await version(office.id, last.version))
    if (known && same(known, office)) return
    await db.atomic([versionQuery(db, office, known ? fieldsBetween(known, office) : [], { at: now(), by: 'system' })])
  }

  async function version(id: string, number: number): Promise<OfficeInfo> {
    const body = await versionBody(db, id, number)
    if (body === undefined) throw new AppError('NOT_FOUND', { version: number })
    return withSeries(writtenOffice(body))
  }

  /** Writes an office together with the version that it makes, its line in the audit log, and what else belongs to the same act. */
  async function write(office: OfficeInfo, act: OfficeAct, also: Rows = []): Promise<OfficeInfo> {
    const { who, what, reason, restores } = act
    const at = now()
    const before = offices.get(office.id)
    const fields = before ? fieldsBetween(before, office) : []
    const made = { at, by: who.replace(/^staff:/, ''), reason, restores }
    const version = before && fields.length === 0 ? [] : [versionQuery(db, office, fields, made)]
    // Before it opens nothing was counted for anybody.
    const moves = before && isOpened(before) ? movesOf(before, office, officeDate(at, before.zone)) : []
    const [first, ...rows] = officeQueries(db, office)
    const then = [...rows, ...formerRows(db, office.id, moves), ...version, ...also]
    await onRecord(db, { first: first!, then }, { at, who, what, detail: { office: office.id, ...act.detail } })
    offices.set(office.id, office)
    return office
  }

  /** A logo is kept before it is shown. */
  async function mustBeKept(logo: string, before: string): Promise<void> {
    if (logo === '' || logo === before || (await pictureById(db, logo))) return
    throw new AppError('LOGO_UNFIT', { problem: 'unknown' })
  }

  function get(id: string): OfficeInfo {
    const office = offices.get(id)
    if (!office) throw new AppError('NOT_FOUND', { office: id })
    return office
  }

  function foreseen(id: string, change: OfficeChange, seen: OfficeChange): OfficeInfo {
    const office = get(id)
    const lost = overtaken(office, change, seen)
    if (lost.size > 0) throw new AppError('SETTINGS_CHANGED', { fields: Object.fromEntries(lost) })
    return changedOffice(office, change)
  }

  /** Of the last quarter, without today: its bookings may still come. Read once for all days that are planned at the same moment. */
  function shownUntil(id: string, today: LocalDate) {
    const graceMs = get(id).booking.checkInGraceMinutes * MINUTE
    const key = `${id} ${today} ${graceMs}`
    const under = reading.get(key)
    if (under) return under
    const shown = shownOf(db, id, { from: addDays(today, -HISTORY_DAYS), before: today, graceMs })
    reading.set(key, shown)
    return shown.finally(() => reading.delete(key))
  }

  return {
    changed: foreseen,
    all: () => [...offices.values()],
    get,
    byDay: async id => ({ office: get(id), former: await formerAgencies(db, id) }),
    today: (id): LocalDate => officeDate(now(), get(id).zone),
    async planOf(id, date) {
      const today = officeDate(now(), get(id).zone)
      const shown = await shownUntil(id, today)
      // As it stands now: a change made meanwhile must not be undone by an older plan.
      return planOf(get(id), date, today, shown)
    },
    version,
    change: (id, change, seen, act) =>
      inTurn(async () => {
        act.fits?.(get(id))
        const changed = foreseen(id, change, seen)
        await mustBeKept(changed.logo, get(id).logo)
        return fieldsBetween(get(id), changed).length === 0 ? changed : write(changed, act)
      }),
    open: (id, who, ready) =>
      inTurn(async () => {
        const office = get(id)
        if (isOpened(office)) return false
        await ready(office)
        await write({ ...office, openedAt: now() }, { who, what: 'office.open' })
        return true
      }),
    replace: (office, act, also) =>
      inTurn(async () => {
        // Opened meanwhile it stays open.
        const whole = withSeries({ ...office, openedAt: offices.get(office.id)?.openedAt ?? office.openedAt })
        return write(whole, act, also)
      }),
  }
}

/** The fields in which two states of an office differ, with since when it serves people. */
function fieldsBetween(from: OfficeInfo, to: OfficeInfo): readonly string[] {
  const opened = from.openedAt === to.openedAt ? [] : ['openedAt']
  return [...opened, ...fieldsOf(changeBetween(from, to)).keys()]
}

/**
 * The part of an office's settings that its queue runs on, for one date. `shown` is the history of each service, which bears
 * how far it is booked over.
 */
export function planOf(
  office: OfficeInfo,
  date: LocalDate,
  today: LocalDate,
  shown: ReadonlyMap<string, ShowHistory> = new Map(),
): DayPlan {
  const published = publishedDoors(office, date)
  // A trial office can be tried at night and on a holiday: on the day itself. Before it the published hours hold.
  // One that is being prepared serves nobody: no doors, so neither numbers nor times, whoever asks and however.
  const doors = isOpened(office) ? doorsTold(office, date, today) : null
  // It gives numbers around the clock, but its officers rest when the others do.
  const breaks = published?.breaks ?? []
  const { booking: rules } = office
  const absent = absentOn(office, date)
  const starts = slotGrid(doors && { ...doors, breaks }, rules.slotMinutes)
  return {
    doors: doors && { ...doors, breaks },
    slots: { starts, ...plannedOf(bookingSettings, rules) },
    services: office.services.map(s => ({
      id: s.id,
      letter: s.letter,
      typicalMs: s.typicalMinutes * MINUTE,
      open: takesPeople(s) && !absent.has(s.id),
      ...(s.next === null ? {} : { next: s.next }),
      ...(s.retired ? { retired: true as const } : {}),
      ...bookedPart(office, s, date, starts, shown.get(s.id)),
    })),
    counters: office.counters.map(c => ({ id: c.id, services: c.services })),
    ...plannedOf(queueSettings, office.rules),
  }
}

/** How a service is booked on a date. */
function bookedPart(
  office: OfficeInfo,
  service: ServiceInfo,
  date: LocalDate,
  starts: readonly Instant[],
  shown: ShowHistory | undefined,
): Partial<PlannedService> {
  if (!service.booking) return {}
  const { release } = service.booking
  const { releaseTime } = office.booking
  const draw = drawWindow(release, date, office.zone, releaseTime)
  const places = bookablePlaces(office, service.id, starts, shown)
  const bare = bookablePlaces(office, service.id, starts)
  const over = places.map((n, i) => n - bare[i]!)
  return {
    booking: {
      places,
      ...(over.some(n => n > 0) ? { over } : {}),
      priorityPlaces: priorityPlaces(places, office.booking.priorityShare),
      openings: openingsOf(release, date, office.zone, releaseTime),
      ...(draw ? { draw } : {}),
    },
    ...plannedOf(serviceSettings, service.booking),
  }
}
