import { addDays, officeDate, type Instant, type LocalDate } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import { publishedHours } from '../hours.ts'
import type { OfficeInfo, ServiceInfo } from '../office.ts'
import { asksNothing } from '../papers.ts'
import { permissionsOf, type Permission } from '../permissions.ts'
import { INNER_COMPONENTS } from '../standard.ts'
import { unheardAreas } from '../unheard.ts'

/**
 * `must`: nobody could be served, or the office is not safe; `later`: the office can begin without; `done`: a topic without a gap.
 *
 * A standard that is not published whole is told with the law that asks for it (UU 25/2009, PermenPANRB 15/2014), at the check and
 * again at the opening, and keeps no door shut: the provider answers for it, also on paper, and had the duty before this program
 * came. Whoever is kept from the first number by it fills its fields with dots; whoever is told of it can do it well.
 */
export type Level = 'must' | 'later' | 'done'

/** Where a gap is mended: a page of the administration, or the server itself. */
export type Mend = 'services' | 'counters' | 'hours' | 'office' | 'staff' | 'devices' | 'account' | 'server'

/** What is looked at together; each topic is done, or has at least one gap, or nothing to look at. */
export const TOPICS = ['services', 'standard', 'hours', 'staff', 'devices', 'server'] as const
export type Topic = (typeof TOPICS)[number]

/** Every gap that the check knows, with its topic and where it is mended. */
const GAPS = {
  noService: ['services', 'services'],
  noCounter: ['services', 'counters'],
  idleCounter: ['services', 'counters'],
  sameLetter: ['services', 'services'],
  published: ['standard', 'services'],
  bare: ['standard', 'services'],
  inner: ['standard', 'services'],
  noHours: ['hours', 'hours'],
  holidays: ['hours', 'hours'],
  name: ['hours', 'office'],
  address: ['hours', 'office'],
  noCaller: ['staff', 'staff'],
  noFrontDesk: ['staff', 'staff'],
  noManager: ['staff', 'staff'],
  invitations: ['staff', 'staff'],
  secondFactor: ['staff', 'account'],
  kiosk: ['devices', 'devices'],
  display: ['devices', 'devices'],
  unheard: ['devices', 'devices'],
  publicUrl: ['server', 'server'],
  backup: ['server', 'server'],
  clock: ['server', 'server'],
} as const satisfies Record<string, readonly [Topic, Mend]>
export type Gap = keyof typeof GAPS

/** One line of the check. */
export interface Finding {
  readonly level: Level
  readonly key: Gap | Topic
  /** What it concerns, as people call it. */
  readonly names: readonly Words[]
  readonly count: number
  readonly mend: Mend | null
  /** The first service that lacks it, where its own page is the way. */
  readonly service: string | null
}

/** What the check knows beside the office's own settings. */
export interface OpeningFacts {
  readonly staff: readonly {
    readonly roles: readonly string[]
    readonly active: boolean
    /** Invited, and never came in yet. */
    readonly invited: boolean
    readonly secondFactor: boolean
  }[]
  readonly devices: readonly ('kiosk' | 'display' | 'tablet')[]
  /** The areas of the displays; `null`: one of the whole hall. */
  readonly displays: readonly (string | null)[]
  /** The address that people type has been set. */
  readonly publicUrl: boolean
  readonly backupAt: Instant | null
  readonly clockWrong: boolean
}

/** So many days ahead there has to be one on which the doors open. */
const LOOK_DAYS = 14

/** With which an earlier program began an office, so that nobody had given it one. */
const EARLIER_NAME = 'Kantor baru'

/** What is missing before an office may open, what may follow, and what is done; the needs first. */
export function openingCheck(office: OfficeInfo, facts: OpeningFacts, now: Instant): readonly Finding[] {
  const gaps = [
    ...servicesOf(office),
    ...standardOf(office),
    ...hoursOf(office, now),
    ...staffOf(office, facts),
  ].concat(devicesOf(office, facts), serverOf(facts))
  const open = new Set(gaps.map(g => GAPS[g.key as Gap][0] as Topic))
  // Without a service there is no standard that could be whole.
  const empty = offered(office).length === 0
  const done = TOPICS.filter(topic => !open.has(topic) && !(topic === 'standard' && empty)).map(key =>
    finding('done', key, [], countOf(key, office, facts)),
  )
  return [...gaps.filter(g => g.level === 'must'), ...gaps.filter(g => g.level === 'later'), ...done]
}

/** How many things keep the office shut. */
export function mustsOf(findings: readonly Finding[]): number {
  return findings.filter(f => f.level === 'must').length
}

function finding(level: Level, key: Gap | Topic, names: readonly Words[] = [], count = names.length): Finding {
  return { level, key, names, count, mend: key in GAPS ? GAPS[key as Gap][1] : null, service: null }
}

/** The gap, where there is anything that it concerns. */
function gapOf(level: Level, key: Gap, names: readonly Words[]): Finding[] {
  return names.length > 0 ? [finding(level, key, names)] : []
}

/** A gap that only the page of each service has a field for. */
function gapOnPage(level: Level, key: Gap, services: readonly ServiceInfo[]): Finding[] {
  return gapOf(level, key, namesOf(services)).map(gap => ({ ...gap, service: services[0]!.id }))
}

function gapIf(is: boolean, level: Level, key: Gap): Finding[] {
  return is ? [finding(level, key)] : []
}

/** Services that people can ask for. */
function offered(office: OfficeInfo): readonly ServiceInfo[] {
  return office.services.filter(s => s.open && !s.retired)
}

function servicesOf(office: OfficeInfo): Finding[] {
  const services = offered(office)
  const served = new Set(office.counters.flatMap(c => c.services))
  const ids = new Set(services.map(s => s.id))
  const idle = office.counters.filter(c => !c.services.some(id => ids.has(id)))
  const letters = new Map<string, ServiceInfo[]>()
  // An agency numbers its services in one series by its code: only a letter of one's own can be doubled.
  for (const s of services) if (s.agency === null) letters.set(s.letter, [...(letters.get(s.letter) ?? []), s])
  const same = [...letters.values()].filter(group => group.length > 1).flat()
  return [
    ...gapIf(services.length === 0, 'must', 'noService'),
    ...gapOf('must', 'noCounter', namesOf(services.filter(s => !served.has(s.id)))),
    ...gapOnPage('must', 'sameLetter', same),
    ...gapOf(
      'later',
      'idleCounter',
      idle.map(c => [c.name, c.name]),
    ),
  ]
}

function standardOf(office: OfficeInfo): Finding[] {
  const services = offered(office)
  const lacksPublished = services.filter(
    s =>
      s.procedure.length === 0 ||
      [s.product, s.complaints, ...(s.free ? [] : [s.fee])].some(isEmpty) ||
      !(s.standardMinutes > 0),
  )
  // An empty list is an answer, which every page gives as "no papers are needed": is it the true one?
  const bare = services.filter(asksNothing)
  const lacksInner = services.filter(s => INNER_COMPONENTS.some(part => isEmpty(s.standard[part])))
  return [
    ...gapOnPage('later', 'published', lacksPublished),
    ...gapOnPage('later', 'bare', bare),
    ...gapOnPage('later', 'inner', lacksInner),
  ]
}

function hoursOf(office: OfficeInfo, now: Instant): Finding[] {
  const today = officeDate(now, office.zone)
  const ahead = Array.from({ length: LOOK_DAYS }, (_, i) => addDays(today, i))
  const opens = (date: LocalDate) => publishedHours(office, date) !== null
  return [
    ...gapIf(!ahead.some(opens), 'must', 'noHours'),
    ...gapIf(['', EARLIER_NAME].includes(office.name.trim()), 'must', 'name'),
    ...gapIf(
      [office.address, office.city].some(text => text.trim() === ''),
      'must',
      'address',
    ),
    ...gapIf(!office.holidays.some(date => date.startsWith(today.slice(0, 4))), 'later', 'holidays'),
  ]
}

function staffOf(office: OfficeInfo, { staff }: OpeningFacts): Finding[] {
  const active = staff.filter(s => s.active)
  const anybody = (permission: Permission) => active.some(s => permissionsOf(s.roles, office.roles).has(permission))
  const bare = active.filter(s => s.roles.includes('administrator') && !s.secondFactor && !s.invited)
  const invited = active.filter(s => s.invited)
  return [
    ...gapIf(!anybody('queue.call'), 'must', 'noCaller'),
    ...(bare.length > 0 ? [finding('must', 'secondFactor', [], bare.length)] : []),
    ...gapIf(!active.some(s => s.roles.includes('frontDesk')), 'later', 'noFrontDesk'),
    ...gapIf(!anybody('unit.read'), 'later', 'noManager'),
    ...(invited.length > 0 ? [finding('later', 'invitations', [], invited.length)] : []),
  ]
}

function devicesOf(office: OfficeInfo, { devices, displays, staff }: OpeningFacts): Finding[] {
  const helped = staff.some(s => s.active && permissionsOf(s.roles, office.roles).has('queue.take'))
  const booked = offered(office).some(s => s.booking !== null)
  return [
    ...gapIf(!devices.includes('kiosk'), helped || booked ? 'later' : 'must', 'kiosk'),
    ...gapIf(!devices.includes('display'), 'later', 'display'),
    ...gapOf(
      'later',
      'unheard',
      unheardAreas(office, displays).map(a => a.name),
    ),
  ]
}

function serverOf({ publicUrl, backupAt, clockWrong }: OpeningFacts): Finding[] {
  return [
    ...gapIf(clockWrong, 'must', 'clock'),
    ...gapIf(!publicUrl, 'later', 'publicUrl'),
    ...gapIf(backupAt === null, 'later', 'backup'),
  ]
}

function countOf(topic: Topic, office: OfficeInfo, { staff, devices }: OpeningFacts): number {
  if (topic === 'staff') return staff.filter(s => s.active).length
  return topic === 'devices' ? devices.length : offered(office).length
}

function namesOf(services: readonly ServiceInfo[]): readonly Words[] {
  return services.map(s => s.name)
}

function isEmpty([id]: Words): boolean {
  return id.trim() === ''
}
