import type { Words } from '../../../shared/kit/words.ts'
import type { ServiceInfo } from '../../../shared/office/office.ts'
import { asksNothing } from '../../../shared/office/papers.ts'
import { INNER_COMPONENTS, type InnerComponent } from '../../../shared/office/standard.ts'

/** A component of a service's standard that may be empty. */
export type Gap = InnerComponent | 'requirements' | 'procedure' | 'fee' | 'product' | 'complaints'

/** The components of the standard that nobody has filled in; the time it takes is always a number. */
export function gapsOf(service: ServiceInfo): readonly Gap[] {
  const { procedure, fee, free, product, complaints, standard } = service
  const empty = ([id]: Words) => id.trim() === ''
  const published: readonly (readonly [Gap, boolean])[] = [
    ['requirements', asksNothing(service)],
    ['procedure', procedure.length === 0],
    ['fee', !free && empty(fee)],
    ['product', empty(product)],
    ['complaints', empty(complaints)],
  ]
  return [
    ...published.filter(([, missing]) => missing).map(([name]) => name),
    ...INNER_COMPONENTS.filter(name => empty(standard[name])),
  ]
}

export const MOST_MINUTES = { typicalMinutes: 240, standardMinutes: 480, waitPromiseMinutes: 480 } as const
export type Minutes = keyof typeof MOST_MINUTES

/** The three times of a service, each with the most that it may be. */
export function minutesOf(service: ServiceInfo): readonly (readonly [Minutes, number, number])[] {
  return (Object.keys(MOST_MINUTES) as Minutes[]).map(name => [name, service[name], MOST_MINUTES[name]])
}

/** One letter or two, never I or O alone; R in second place is the series of bookings. */
export function isLetter(text: string): boolean {
  return /^([A-HJ-NP-Z]|[A-Z][A-QS-Z])$/.test(text)
}

/** The steps of a procedure in one language, a line each. */
export function stepsText(procedure: readonly Words[], lang: 0 | 1): string {
  return procedure.map(step => step[lang]).join('\n')
}

/** The steps after one language was typed; the other keeps its lines. */
export function stepsOf(text: string, procedure: readonly Words[], lang: 0 | 1): readonly Words[] {
  const lines = text === '' ? [] : text.split('\n')
  const other = procedure.map(step => step[lang === 0 ? 1 : 0])
  const spoken = other.map((line, i) => (line === '' ? 0 : i + 1))
  const count = Math.max(lines.length, ...spoken)
  return Array.from({ length: count }, (_, i) => {
    const [mine, theirs] = [lines[i] ?? '', other[i] ?? '']
    return lang === 0 ? [mine, theirs] : [theirs, mine]
  })
}

/** What the address names where a service is not there yet. */
export const NEW = 'baru'

/** The address of a service's page. */
export function serviceHref(id: string): string {
  return `#/pengaturan/layanan/${encodeURIComponent(id)}`
}

/** The first letter that no service takes; empty where all are taken. */
export function freeLetter(services: readonly ServiceInfo[]): string {
  const taken = new Set(services.filter(s => !s.retired).map(s => s.letter))
  return [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].find(l => !taken.has(l)) ?? ''
}

/** The part of a service's page on which a component of its standard is filled in. */
export function paneOf(gap: Gap): Pane {
  if (gap === 'requirements') return 'asking'
  return INNER_COMPONENTS.some(name => name === gap) ? 'inner' : 'published'
}

/** The parts of a service's page that unfold. */
export type Pane = 'asking' | 'name' | 'published' | 'booking' | 'search' | 'inner'
