import { OWN_KINDS, PLACES, wordsProblem } from '../../messages/own-words.ts'
import type { Agency } from '../agencies.ts'
import type { OfficeInfo } from '../office.ts'
import { ROLES } from '../permissions.ts'
import type { StaffEntry } from './office-file.ts'
import type { Problem, ProblemWord, Said } from './problem.ts'

type Path = Problem['path']

/** What in an office does not fit together: names that are used twice, and what names something that is not there. */
export function unsound(office: OfficeInfo): readonly Problem[] {
  const { services, counters, agencies, areas, lifeEvents, roles = [] } = office
  return [
    ...twice('services', services, s => s.id, 'id'),
    ...twice('counters', counters, c => c.id, 'id'),
    ...twice('counters', counters, c => c.name, 'name'),
    ...twice('agencies', agencies, a => a.id, 'id'),
    ...twice('agencies', agencies, a => a.code, 'code'),
    ...twice('areas', areas, a => a.id, 'id'),
    ...twice('lifeEvents', lifeEvents, e => e.id, 'id'),
    ...twice('roles', roles, r => r.id, 'id'),
    ...roles.flatMap(({ id, permissions }, i) => [
      ...(BUILT.includes(id) ? [problem(['roles', i, 'id'], 'roleBuilt', { id })] : []),
      ...twice(['roles', i, 'permissions'], permissions, p => p),
    ]),
    ...agencies.flatMap((a, i) =>
      isSeries(a.code) ? [] : [problem(['agencies', i, 'code'], 'code', { code: a.code })],
    ),
    ...services.flatMap((_, i) => serviceProblems(office, i)),
    ...counters.flatMap((c, i) => [
      ...c.services.flatMap((id, j) => unknown(['counters', i, 'services', j], id, services, 'serviceUnknown')),
      ...unknown(['counters', i, 'agency'], c.agency, agencies, 'agencyUnknown'),
      ...unknown(['counters', i, 'area'], c.area, areas, 'areaUnknown'),
    ]),
    ...lifeEvents.flatMap((e, i) =>
      e.parts.flatMap(({ serviceId, caseId }, j): readonly Problem[] => {
        const at = ['lifeEvents', i, 'parts', j]
        const service = services.find(s => s.id === serviceId)
        if (!service) return unknown([...at, 'service'], serviceId, services, 'serviceUnknown')
        if (service.retired) return [problem([...at, 'service'], 'retiredNamed', { id: serviceId })]
        return unknown([...at, 'case'], caseId, service.cases, 'caseUnknown')
      }),
    ),
    ...OWN_KINDS.flatMap(kind => {
      const wrong = wordsProblem(kind, office.messages[kind])
      const known = PLACES[kind].map(place => `{${place}}`).join(', ')
      return wrong ? [problem(['messages', kind], wrong.problem, { place: wrong.with, known })] : []
    }),
  ]
}

const BUILT: readonly string[] = ROLES

/** Whose agency, or a role of whom, is none of the office's. */
export function staffUnsound(staff: readonly StaffEntry[], { agencies, roles = [] }: OfficeInfo): readonly Problem[] {
  const known = [...roles, ...BUILT.map(id => ({ id }))]
  return staff.flatMap((one, i) => [
    ...unknown(['staff', i, 'agency'], one.agency, agencies, 'agencyUnknown'),
    ...one.roles.flatMap((id, j) => unknown(['staff', i, 'roles', j], id, known, 'roleUnknown')),
  ])
}

/** Own roles that the office would have no longer while somebody still has them; `people`: how many have each. */
export function rolesHeld(
  before: OfficeInfo | undefined,
  after: OfficeInfo,
  people: Readonly<Record<string, number>>,
): readonly Problem[] {
  const gone = (before?.roles ?? []).filter(role => !after.roles?.some(({ id }) => id === role.id))
  return gone.flatMap(({ id }) => (people[id] ? [problem(['roles'], 'roleHeld', { id, n: people[id] })] : []))
}

/** Whether numbers may carry these letters; R in second place is the series of bookings: `AR` of `A`. */
export const isSeries = (letter: string) => /^([A-HJ-NP-Z]|[A-Z][A-QS-Z])$/.test(letter)

function serviceProblems(office: OfficeInfo, i: number): readonly Problem[] {
  const { services, agencies, booking } = office
  const s = services[i]!
  const at = (...rest: Path): Path => ['services', i, ...rest]
  const { release } = s.booking ?? {}
  return [
    ...(isSeries(s.letter)
      ? lettersTaken(office, i)
      : [problem(at('letter'), 'letterless', { free: freeLetter(office) })]),
    ...unknown(at('agency'), s.agency, agencies, 'agencyUnknown'),
    ...nextProblems(office, i),
    ...twice([...at('papers')], s.requirements, p => p.id, 'id'),
    ...twice([...at('papers')], s.requirements, p => p.name[0], 'name'),
    ...twice([...at('cases')], s.cases, c => c.id, 'id'),
    ...twice([...at('cases')], s.cases, c => c.label[0], 'label'),
    ...s.cases.flatMap((c, j) => [
      ...c.papers.flatMap((id, k) => unknown(at('cases', j, 'papers', k), id, s.requirements, 'paperUnknown')),
      ...twice(at('cases', j, 'papers'), c.papers, id => id),
    ]),
    ...(release?.kind === 'draw' && release.opensDaysAhead > booking.horizonDays
      ? [problem(at('booking', 'release'), 'drawEarly', { days: booking.horizonDays })]
      : []),
  ]
}

/** Services of an agency may share its code and nobody else has it; otherwise each that takes people has a letter of its own. */
function lettersTaken({ services, agencies }: OfficeInfo, i: number): readonly Problem[] {
  const { letter, agency, retired } = services[i]!
  if (retired) return []
  const at = ['services', i, 'letter']
  const owner = agencies.find(a => a.code === letter)
  if (owner) return owner.id === agency ? [] : [problem(at, 'letterTaken', { letter, by: owner.name[0] })]
  const before = services.slice(0, i).find(s => s.letter === letter && !s.retired)
  return before ? [problem(at, 'letterTaken', { letter, by: before.name[0] })] : []
}

const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']

function freeLetter({ services }: OfficeInfo): string {
  return LETTERS.find(l => !services.some(s => s.letter === l)) ?? 'AB'
}

function nextProblems({ services }: OfficeInfo, i: number): readonly Problem[] {
  const at = ['services', i, 'next']
  const { id, next } = services[i]!
  if (next === null) return []
  if (next === id) return [problem(at, 'nextSelf', { id })]
  const found = services.find(s => s.id === next)
  if (!found) return unknown(at, next, services, 'serviceUnknown')
  if (found.retired) return [problem(at, 'retiredNamed', { id: next })]
  let step = services.find(s => s.id === next)
  for (let n = 0; step && n < services.length; n++) {
    if (step.id === id) return [problem(at, 'nextCircle', { id, next })]
    const { next: following } = step
    step = services.find(s => s.id === following)
  }
  return []
}

function twice<T>(
  list: Path | string,
  all: readonly T[],
  nameOf: (one: T) => string,
  key?: string,
): readonly Problem[] {
  const seen = new Map<string, number>()
  return all.flatMap((one, i) => {
    const name = nameOf(one)
    const first = seen.get(name)
    if (first === undefined) {
      seen.set(name, i)
      return []
    }
    const at = [...(typeof list === 'string' ? [list] : list), i, ...(key === undefined ? [] : [key])]
    return [problem(at, 'twice', { name, n: first + 1 })]
  })
}

function unknown(
  path: Path,
  id: string | null,
  all: readonly Pick<Agency, 'id'>[],
  word: ProblemWord,
): readonly Problem[] {
  if (id === null || all.some(one => one.id === id)) return []
  return [problem(path, word, { id, known: knownOf(all.map(one => one.id)) })]
}

const FEW = 8

/** Those that there are, the first few. */
function knownOf(ids: readonly string[]): string {
  return ids.length === 0 ? '–' : ids.slice(0, FEW).join(', ') + (ids.length > FEW ? ', …' : '')
}

function problem(path: Path, word: ProblemWord, values: Said['values']): Problem {
  return { path, word, values }
}
