import { OWN_KINDS, wordsProblem } from '../../messages/own-words.ts'
import type { OfficeInfo, ServiceInfo } from '../office.ts'

/** Ways in which the parts of an office may not fit together. */
export const UNSOUND = [
  'tooMany',
  'nameless',
  'letterTaken',
  'letterOfAgency',
  'codeTaken',
  'agencyUnknown',
  'areaUnknown',
  'serviceUnknown',
  'serviceRetired',
  'caseUnknown',
  'nextCircle',
  'serviceUsed',
  'counterAttended',
  'agencyPeopled',
  'placeUnknown',
  'placeMissing',
  'oneLanguage',
] as const

/** What does not fit: at which field, how, and with what. */
export interface Unsound {
  /** `services.ktp-el.letter`, as in a change. */
  readonly field: string
  readonly problem: (typeof UNSOUND)[number]
  /** What stands in its way: another member, the letter, the most there may be. */
  readonly with: string | number
}

/** The most that one office holds. */
export const MOST = { services: 300, counters: 200, agencies: 60, areas: 30, lifeEvents: 40 } as const

/** What does not fit together in an office. */
export function unsoundOf(office: OfficeInfo): readonly Unsound[] {
  const services = new Map(office.services.map(s => [s.id, s]))
  const has = {
    agency: new Set(office.agencies.map(a => a.id)),
    area: new Set(office.areas.map(a => a.id)),
  }
  const inUse = (field: string, id: string): Unsound[] => {
    const service = services.get(id)
    if (!service) return [{ field, problem: 'serviceUnknown', with: id }]
    return service.retired ? [{ field, problem: 'serviceRetired', with: id }] : []
  }
  const belongs = (field: string, agency: string | null): Unsound[] =>
    agency !== null && !has.agency.has(agency) ? [{ field, problem: 'agencyUnknown', with: agency }] : []
  return [
    ...lengths(office),
    ...letters(office),
    ...office.services.flatMap(s => [
      ...named(`services.${s.id}.name`, s.name[0]),
      ...belongs(`services.${s.id}.agency`, s.agency),
      ...(s.next !== null && !s.retired ? inUse(`services.${s.id}.next`, s.next) : []),
      ...(runsInCircle(s, services) ? [unsound(`services.${s.id}.next`, 'nextCircle', s.next!)] : []),
    ]),
    ...office.counters.flatMap(c => [
      ...named(`counters.${c.id}.name`, c.name),
      ...belongs(`counters.${c.id}.agency`, c.agency),
      ...(c.area !== null && !has.area.has(c.area) ? [unsound(`counters.${c.id}.area`, 'areaUnknown', c.area)] : []),
      ...c.services.flatMap(id =>
        services.has(id) ? [] : [unsound(`counters.${c.id}.services`, 'serviceUnknown', id)],
      ),
    ]),
    ...office.agencies.flatMap(a => named(`agencies.${a.id}.name`, a.name[0])),
    ...office.areas.flatMap(a => named(`areas.${a.id}.name`, a.name[0])),
    ...office.lifeEvents.flatMap(e => [
      ...named(`lifeEvents.${e.id}.name`, e.name[0]),
      ...e.parts.flatMap(({ serviceId, caseId }) => {
        const field = `lifeEvents.${e.id}.parts`
        const known = services.get(serviceId)?.cases.some(c => c.id === caseId) ?? true
        const wrong = inUse(field, serviceId)
        return caseId === null || known ? wrong : [...wrong, unsound(field, 'caseUnknown', caseId)]
      }),
    ]),
    ...OWN_KINDS.flatMap(kind => {
      const wrong = wordsProblem(kind, office.messages[kind])
      return wrong ? [unsound(`messages.${kind}`, wrong.problem, wrong.with)] : []
    }),
  ]
}

/** What a change would leave unsound that was not so before: what it does not touch is let be. */
export function newlyUnsound(before: OfficeInfo, after: OfficeInfo): readonly Unsound[] {
  const known = new Set(unsoundOf(before).map(u => JSON.stringify(u)))
  return unsoundOf(after).filter(u => !known.has(JSON.stringify(u)))
}

function unsound(field: string, problem: Unsound['problem'], what: string | number): Unsound {
  return { field, problem, with: what }
}

function named(field: string, name: string): readonly Unsound[] {
  return name.trim() === '' ? [unsound(field, 'nameless', '')] : []
}

function lengths(office: OfficeInfo): readonly Unsound[] {
  return (Object.keys(MOST) as (keyof typeof MOST)[]).flatMap(list =>
    office[list].length > MOST[list] ? [unsound(list, 'tooMany', MOST[list])] : [],
  )
}

/** Each letter belongs to one service that takes people; services of an agency may share its code, and nobody else has it. */
function letters({ services, agencies }: OfficeInfo): readonly Unsound[] {
  const codes = new Map(agencies.map(a => [a.code, a.id]))
  const holders = new Map<string, ServiceInfo>()
  const taken = services.flatMap(s => {
    if (s.retired) return []
    const field = `services.${s.id}.letter`
    const owner = codes.get(s.letter)
    if (owner !== undefined) return owner === s.agency ? [] : [unsound(field, 'letterOfAgency', owner)]
    const holder = holders.get(s.letter)
    if (holder) return [unsound(field, 'letterTaken', holder.id)]
    holders.set(s.letter, s)
    return []
  })
  const codeTaken = agencies.flatMap((a, i) => {
    const other = agencies.slice(0, i).find(b => b.code === a.code)
    return other ? [unsound(`agencies.${a.id}.code`, 'codeTaken', other.id)] : []
  })
  return [...taken, ...codeTaken]
}

function runsInCircle(service: ServiceInfo, services: ReadonlyMap<string, ServiceInfo>): boolean {
  let at = service.next
  for (let steps = 0; at !== null && steps <= services.size; steps++) {
    if (at === service.id) return true
    at = services.get(at)?.next ?? null
  }
  return false
}
