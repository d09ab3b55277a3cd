import { AppError } from '../../kit/errors.ts'
import type { OwnMessages } from '../../messages/own-words.ts'
import type { BookingRules, DayHours, OfficeInfo, QueueRules, Release } from '../office.ts'
import { withSeries } from '../series.ts'
import { editedList, type Listed, type Named } from './lists.ts'
import {
  given,
  newAgency,
  newArea,
  newCounter,
  newLifeEvent,
  newService,
  type AgencyChange,
  type AreaChange,
  type CounterChange,
  type LifeEventChange,
  type ServiceChange,
} from './members.ts'
import { newlyUnsound } from './sound.ts'

/** The lists of an office, whose members are known by their ids. */
export const LISTS = ['services', 'counters', 'agencies', 'areas', 'lifeEvents'] as const
export type List = (typeof LISTS)[number]

/** The order of the members of some lists, by their ids. */
export type Order = Readonly<Partial<Record<List, readonly string[] | undefined>>>

/**
 * A change of an office: only what is named changes. Hours go by weekday, `0` is Sunday; members of a list by their ids, new
 * ones included.
 */
export interface OfficeChange extends Named<
  Omit<OfficeInfo, 'id' | 'hours' | 'rules' | 'booking' | 'messages' | List>
> {
  readonly hours?: Readonly<Record<string, DayHours | null | undefined>> | undefined
  readonly rules?: Named<QueueRules> | undefined
  readonly booking?: Named<BookingRules> | undefined
  readonly messages?: Named<OwnMessages> | undefined
  readonly order?: Order | undefined
  readonly services?: readonly ServiceChange[] | undefined
  readonly counters?: readonly CounterChange[] | undefined
  readonly agencies?: readonly AgencyChange[] | undefined
  readonly areas?: readonly AreaChange[] | undefined
  readonly lifeEvents?: readonly LifeEventChange[] | undefined
}

const GROUPS = ['hours', 'rules', 'booking', 'messages', 'order'] as const
const isApart = (key: string) => [...GROUPS, ...LISTS].some(name => name === key)

/** Every field that a change names: `minRatings`, `rules.returnPlaces`, `hours.1`, `services.ktp-el.booking`, `order.counters`. */
export function fieldsOf(change: OfficeChange): ReadonlyMap<string, unknown> {
  return new Map([
    ...named('', change).filter(([key]) => !isApart(key)),
    ...GROUPS.flatMap(group => named(`${group}.`, change[group])),
    ...LISTS.flatMap(list => membersOf(change, list).flatMap(({ id, ...parts }) => named(`${list}.${id}.`, parts))),
  ])
}

/** All that can be changed of an office, as it stands. */
export function standingOf({ id: _, hours, services, ...office }: OfficeInfo): OfficeChange {
  const lists = { services, ...office }
  return {
    ...office,
    hours: Object.fromEntries(hours.map((day, i) => [i, day])),
    services: services.map(({ requirements, cases, ...service }) => ({ ...service, asking: { requirements, cases } })),
    order: Object.fromEntries(LISTS.map(list => [list, lists[list].map(member => member.id)])),
  }
}

/** The part of a change that names some fields. */
export function onlyFields(change: OfficeChange, has: (field: string) => boolean): OfficeChange {
  const part = (at: string, values: object = {}) =>
    Object.fromEntries(
      named(at, values)
        .filter(([f]) => has(f))
        .map(bare(at)),
    )
  const groups = GROUPS.map(group => [group, part(`${group}.`, change[group])] as const)
  const lists = LISTS.map(list => {
    const some = membersOf(change, list).map(({ id, ...of }) => ({ id, ...part(`${list}.${id}.`, of) }))
    return [list, some.filter(member => Object.keys(member).length > 1)] as const
  })
  return {
    ...Object.fromEntries(Object.entries(part('', change)).filter(([key]) => !isApart(key))),
    ...Object.fromEntries([...groups, ...lists].filter(([, values]) => Object.keys(values).length > 0)),
  }
}

/**
 * The office after a change. Throws `SERVICE_UNKNOWN` or `NOT_FOUND` for a member that is not there and of which too little is
 * said to make it new, `STRUCTURE_UNSOUND` where its parts would not fit together, and `BAD_REQUEST` for a draw that opens
 * before its day can be booked.
 */
export function changedOffice(office: OfficeInfo, change: OfficeChange): OfficeInfo {
  const changed = withSeries(editedOffice(office, change))
  for (const list of LISTS)
    for (const { id, removed } of membersOf(change, list))
      if (!removed && !changed[list].some(member => member.id === id))
        throw list === 'services'
          ? new AppError('SERVICE_UNKNOWN', { serviceId: id })
          : new AppError('NOT_FOUND', { id })
  const unsound = newlyUnsound(office, changed)
  if (unsound.length > 0) throw new AppError('STRUCTURE_UNSOUND', { problems: unsound })
  // What the change does not touch is let be: an older program may have kept it.
  const touched =
    change.booking?.horizonDays === undefined ? (change.services ?? []).filter(s => s.booking) : office.services
  const early = changed.services.find(
    s => touched.some(t => t.id === s.id) && opensEarly(s.booking?.release, changed.booking.horizonDays),
  )
  if (early) throw new AppError('BAD_REQUEST', { where: 'body', field: `services.${early.id}.booking.release` })
  return changed
}

/** The same without a question: what names a member that is not there any more changes nothing. */
export function editedOffice(office: OfficeInfo, change: OfficeChange): OfficeInfo {
  const { hours = {}, rules = {}, booking = {}, messages = {}, order = {}, services = [], ...more } = change
  const { counters = [], agencies = [], areas = [], lifeEvents = [], ...single } = more
  const put = <T extends { readonly id: string }>(member: T, said: Named<T>): T => ({ ...member, ...given(said) })
  const gone = new Set(services.filter(s => s.removed).map(s => s.id))
  return {
    ...office,
    ...given(single),
    hours: office.hours.map((day, i) => hours[i] ?? (hours[i] === null ? null : day)),
    rules: { ...office.rules, ...given(rules) },
    booking: { ...office.booking, ...given(booking) },
    messages: { ...office.messages, ...given(messages) },
    services: editedList(office.services, services, order.services, {
      changed: (service, { asking, ...said }) => ({ ...put(service, said), ...asking }),
      made: newService,
    }),
    // A counter does not serve what is gone: nobody has to say so twice.
    counters: editedList(office.counters, counters, order.counters, { changed: put, made: newCounter }).map(c =>
      c.services.some(s => gone.has(s)) ? { ...c, services: c.services.filter(s => !gone.has(s)) } : c,
    ),
    agencies: editedList(office.agencies, agencies, order.agencies, { changed: put, made: newAgency }),
    areas: editedList(office.areas, areas, order.areas, { changed: put, made: newArea }),
    lifeEvents: editedList(office.lifeEvents, lifeEvents, order.lifeEvents, { changed: put, made: newLifeEvent }),
  }
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
  return a === b || JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function membersOf(change: OfficeChange, list: List): readonly (Listed & Readonly<Record<string, unknown>>)[] {
  return (change[list] ?? []) as readonly (Listed & Readonly<Record<string, unknown>>)[]
}

function named(at: string, values: object = {}): (readonly [string, unknown])[] {
  return Object.entries(given(values)).map(([key, value]) => [`${at}${key}`, value] as const)
}

function bare(at: string) {
  return ([field, value]: readonly [string, unknown]) => [field.slice(at.length), value] as const
}
