import { addDays, officeDate, type Instant, type LocalDate } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import { publishedHours } from '../hours.ts'
import type { OfficeInfo, ServiceInfo } from '../office.ts'
import { permissionsOf, type Permission } from '../permissions.ts'
import { INNER_COMPONENTS } from '../standard.ts'

/** `must`: nobody could be served, or the law is broken; `later`: the office can begin without; `done`: a topic without a gap. */
export type Level = 'must' | 'later' | 'done'

/** Where a gap is mended: a page of the administration, or the server itself. */
export type Mend = 'services' | 'counters' | 'hours' | 'office' | 'staff' | 'devices' | 'server'

/** What is looked at together; each topic is done, or has at least one gap. */
export const TOPICS = ['services', 'standard', 'hours', 'staff', 'devices', 'server'] as const
export type Topic = (typeof TOPICS)[number]

/** Every gap that the check knows, with its topic and where it is mended. */
const GAPS = {
  noService: ['services', 'services'],
  noCounter: ['services', 'counters'],
  idleCounter: ['services', 'counters'],
  sameLetter: ['services', 'services'],
  published: ['standard', 'services'],
  inner: ['standard', 'services'],
  noHours: ['hours', 'hours'],
  holidays: ['hours', 'hours'],
  address: ['hours', 'office'],
  noCaller: ['staff', 'staff'],
  noFrontDesk: ['staff', 'staff'],
  noManager: ['staff', 'staff'],
  invitations: ['staff', 'staff'],
  secondFactor: ['staff', 'staff'],
  kiosk: ['devices', 'devices'],
  display: ['devices', 'devices'],
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
  /** The address that people type has been set. */
  readonly publicUrl: boolean
  readonly backupAt: Instant | null
  readonly clockWrong: boolean
}

/** So many days ahead there has to be one on which the doors open. */
const LOOK_DAYS = 14

/** What is missing before an office may open, what may follow, and what is done; the needs first. */
export function openingCheck(office: OfficeInfo, facts: OpeningFacts, now: Instant): readonly Finding[] {
  const gaps = [
    ...servicesOf(office),
    ...standardOf(office),
    ...hoursOf(office, now),
    ...staffOf(office, facts),
  ].concat(devicesOf(office, facts), serverOf(facts))
  const open = new Set(gaps.map(g => GAPS[g.key as Gap][0] as Topic))
  const done = TOPICS.filter(topic => !open.has(topic)).map(key =>
    finding('done', key, [], countOf(key, office, facts)),
  )
  return [...gaps.filter(g => g.level === 'must'), ...gaps.filter(g => g.level === 'later'), ...done]
}

/** How many things keep the office shut. */
export function mustsOf(findings: readonly Finding[]): number {
  return findings.filter(f => f.level === 'must').length
}

function finding(level: Level, key: Gap | Topic, names: readonly Words[] = [], count = names.length): Finding {
  return { level, key, names, count, mend: key in GAPS ? GAPS[key as Gap][1] : null }
}

/** The gap, where there is anything that it concerns. */
function gapOf(level: Level, key: Gap, names: readonly Words[]): Finding[] {
  return names.length > 0 ? [finding(level, key, names)] : []
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
    ...gapOf('must', 'sameLetter', namesOf(same)),
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
      !(s.standardMinutes > 0) ||
      (s.requirements.length === 0 && s.cases.every(c => c.papers.length === 0) && !s.advises),
  )
  const lacksInner = services.filter(s => INNER_COMPONENTS.some(part => isEmpty(s.standard[part])))
  return [...gapOf('must', 'published', namesOf(lacksPublished)), ...gapOf('later', 'inner', namesOf(lacksInner))]
}

function hoursOf(office: OfficeInfo, now: Instant): Finding[] {
  const today = officeDate(now, office.zone)
  const ahead = Array.from({ length: LOOK_DAYS }, (_, i) => addDays(today, i))
  const opens = (date: LocalDate) => publishedHours(office, date) !== null
  return [
    ...gapIf(!ahead.some(opens), 'must', 'noHours'),
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

function devicesOf(office: OfficeInfo, { devices, staff }: OpeningFacts): Finding[] {
  const helped = staff.some(s => s.active && permissionsOf(s.roles, office.roles).has('queue.take'))
  const booked = offered(office).some(s => s.booking !== null)
  return [
    ...gapIf(!devices.includes('kiosk'), helped || booked ? 'later' : 'must', 'kiosk'),
    ...gapIf(!devices.includes('display'), 'later', 'display'),
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
