import { AppError } from '../kit/errors.ts'
import type { Asking } from './papers.ts'
import type { BookingRules, DayHours, OfficeInfo, QueueRules, Release, ServiceInfo } from './office.ts'

type Named<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What changes of one service; what is absent stays. */
export interface ServiceChange extends Named<
  Pick<ServiceInfo, 'open' | 'advises' | 'keywords' | 'booking' | 'document'>
> {
  readonly id: string
  /** Papers and cases as one: a case names papers, so whoever changes either has seen both. */
  readonly asking?: Asking | undefined
}

/** What no setting says. */
type Structure = 'counters' | 'openedAt' | 'agencies' | 'areas' | 'lifeEvents'

/** A change of an office's settings: only what is named changes. Hours go by weekday, `0` is Sunday. */
export interface OfficeChange extends Named<
  Omit<OfficeInfo, 'id' | 'services' | 'hours' | 'rules' | 'booking' | Structure>
> {
  readonly hours?: Readonly<Record<string, DayHours | null | undefined>> | undefined
  readonly rules?: Named<QueueRules> | undefined
  readonly booking?: Named<BookingRules> | undefined
  readonly services?: readonly ServiceChange[] | undefined
}

const GROUPS = ['hours', 'rules', 'booking'] as const

/** Every field that a change names: `minRatings`, `rules.returnPlaces`, `hours.1`, `services.ktp-el.booking`. */
export function fieldsOf({ services = [], ...change }: OfficeChange): ReadonlyMap<string, unknown> {
  const { hours, rules, booking, ...single } = change
  return new Map([
    ...named('', single),
    ...Object.entries({ hours, rules, booking }).flatMap(([group, values]) => named(`${group}.`, values)),
    ...services.flatMap(({ id, ...parts }) => named(`services.${id}.`, parts)),
  ])
}

/** All that can be changed of an office, as it stands. */
export function standingOf({ id: _, hours, services, ...whole }: OfficeInfo): OfficeChange {
  const { counters: _c, openedAt: _o, agencies: _a, areas: _r, lifeEvents: _l, ...office } = whole
  return {
    ...office,
    hours: Object.fromEntries(hours.map((day, i) => [i, day])),
    services: services.map(({ id, open, advises, keywords, booking, document, requirements, cases }) => ({
      id,
      open,
      advises,
      keywords,
      booking,
      document,
      asking: { requirements, cases },
    })),
  }
}

/** The part of a change that names some fields. */
export function onlyFields({ services = [], ...change }: OfficeChange, has: (field: string) => boolean): OfficeChange {
  const part = (at: string, values: object) =>
    Object.fromEntries(
      named(at, values)
        .filter(([f]) => has(f))
        .map(bare(at)),
    )
  const { hours = {}, rules = {}, booking = {}, ...single } = change
  const groups = { hours, rules, booking }
  const parts = GROUPS.map(group => [group, part(`${group}.`, groups[group])] as const)
  const some = services.map(({ id, ...of }) => ({ id, ...part(`services.${id}.`, of) }))
  const left = some.filter(s => Object.keys(s).length > 1)
  return {
    ...part('', single),
    ...Object.fromEntries(parts.filter(([, values]) => Object.keys(values).length > 0)),
    ...(left.length > 0 ? { services: left } : {}),
  }
}

/** The office after a change. Throws `SERVICE_UNKNOWN`, and `BAD_REQUEST` for a draw that opens before its day can be booked. */
export function changedOffice(office: OfficeInfo, change: OfficeChange): OfficeInfo {
  const { hours = {}, rules = {}, booking = {}, services = [], ...single } = change
  const unknown = services.find(c => !office.services.some(s => s.id === c.id))
  if (unknown) throw new AppError('SERVICE_UNKNOWN', { serviceId: unknown.id })
  const changed = {
    ...office,
    ...given(single),
    hours: office.hours.map((day, i) => hours[i] ?? (hours[i] === null ? null : day)),
    rules: { ...office.rules, ...given(rules) },
    booking: { ...office.booking, ...given(booking) },
    services: office.services.map(s =>
      changedService(
        s,
        services.find(c => c.id === s.id),
      ),
    ),
  }
  // What the change does not touch is let be: an older program may have kept it.
  const touched = booking.horizonDays === undefined ? services.filter(s => s.booking) : office.services
  const early = changed.services.find(
    s => touched.some(t => t.id === s.id) && opensEarly(s.booking?.release, changed.booking.horizonDays),
  )
  if (early) throw new AppError('BAD_REQUEST', { where: 'body', field: `services.${early.id}.booking.release` })
  return changed
}

function changedService(service: ServiceInfo, { asking, ...change }: Partial<ServiceChange> = {}): ServiceInfo {
  return { ...service, ...given(change), ...asking }
}

const opensEarly = (release: Release | undefined, horizonDays: number): boolean =>
  release?.kind === 'draw' && release.opensDaysAhead > horizonDays

/** A change together with what its fields hold in the office that whoever makes it has before them. */
export function withSeen<T extends OfficeChange>(change: T, office: OfficeInfo): T & { readonly seen: T } {
  const fields = fieldsOf(change)
  return { ...change, seen: onlyFields(standingOf(office), field => fields.has(field)) as T }
}

/**
 * The fields of a change that somebody else has changed since, with what they hold now: neither what whoever changes them
 * saw nor already what they want. Of a field that is not among those seen nothing was seen.
 */
export function overtaken(office: OfficeInfo, change: OfficeChange, seen: OfficeChange): ReadonlyMap<string, unknown> {
  const [now, before] = [fieldsOf(standingOf(office)), fieldsOf(seen)]
  const lost = [...fieldsOf(change)].filter(
    ([field, wanted]) => !same(now.get(field), before.get(field)) && !same(now.get(field), wanted),
  )
  return new Map(lost.map(([field]) => [field, now.get(field)]))
}

/** Whether two plain values are the same, in whatever order their fields stand. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function named(at: string, values: object = {}): (readonly [string, unknown])[] {
  return Object.entries(given(values)).map(([key, value]) => [`${at}${key}`, value] as const)
}

function bare(at: string) {
  return ([field, value]: readonly [string, unknown]) => [field.slice(at.length), value] as const
}

/** Without what is absent. */
function given<T extends object>(values: Named<T>): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
