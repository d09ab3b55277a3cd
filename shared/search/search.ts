import { takesPeople } from '../office/offered.ts'
import type { Elsewhere, ServiceInfo } from '../office/office.ts'
import { finderOf, type Finder } from './finder.ts'

/** What an office can answer from. */
export type Searched<S extends SearchedService = ServiceInfo> = {
  readonly services: readonly S[]
  readonly elsewhere: readonly Elsewhere[]
}
type SearchedService = Pick<ServiceInfo, 'id' | 'name' | 'detail' | 'keywords' | 'letter'> & {
  readonly retired?: boolean
}

/** An answer to everyday words, best first. */
export interface Answer<S extends SearchedService = ServiceInfo> {
  readonly services: readonly S[]
  readonly elsewhere: readonly Elsewhere[]
  /** Another office is the better answer. */
  readonly elsewhereFirst: boolean
  /** Whether anything is looked for; without it every service is in the answer. */
  readonly asked: boolean
  /** What was read where a slip was mended, else empty. */
  readonly read: string
}

const finders = new WeakMap<object, Finder>()

/** The services that answer everyday words, and the other offices that do. */
export function search<S extends SearchedService>(office: Searched<S>, query: string): Answer<S> {
  const { elsewhere } = office
  // What takes nobody new for good is not looked for any more.
  const services = office.services.filter(s => !s.retired)
  let find = finders.get(office)
  if (!find)
    finders.set(
      office,
      (find = finderOf([
        ...services.map(s => ({ id: s.id, phrases: phrasesOf(s) })),
        ...elsewhere.map((e, i) => ({ id: elsewhereId(i), phrases: elsewherePhrases(e) })),
      ])),
    )
  const { ids, whole, asked, read } = find(query)
  if (!asked) return { services, elsewhere: [], elsewhereFirst: false, asked, read }
  const here = ids.flatMap(id => services.filter(s => s.id === id))
  const elsewhereFirst = ids.length > 0 && here[0]?.id !== ids[0]
  // Beside services of this office another is named only where it was meant, not for a word that it shares with them.
  const meant = ids.filter(id => elsewhereFirst || whole.has(id))
  return {
    services: here,
    elsewhere: meant.flatMap(id => elsewhere.filter((_, i) => elsewhereId(i) === id)),
    elsewhereFirst,
    asked,
    read,
  }
}

/** The phrases by which a service is found. */
function phrasesOf({ name, detail, keywords, letter }: SearchedService): readonly string[] {
  return [...inParts(...name, ...detail, ...keywords), letter]
}

/** The phrases by which another office is found. */
function elsewherePhrases({ name, keywords }: Elsewhere): readonly string[] {
  return inParts(...name, ...keywords)
}

function inParts(...texts: readonly string[]): string[] {
  return texts.flatMap(text => text.split(',')).map(part => part.trim())
}

const elsewhereId = (i: number) => ` ${i}`

/** The service to which whoever does not know what is theirs may always turn. */
export function adviceOf<S extends Pick<ServiceInfo, 'advises' | 'open' | 'retired'>>(office: {
  readonly services: readonly S[]
}): S | undefined {
  return office.services.find(s => s.advises && takesPeople(s))
}
