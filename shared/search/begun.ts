import type { Agency } from '../office/agencies.ts'
import type { ServiceInfo } from '../office/office.ts'
import { plain } from './plain.ts'
import { search, type Answer, type Searched } from './search.ts'

/** What an answer to letters is made of: services, the agencies of the hall, and which services are asked for most. */
export type Begun<S extends BegunService = ServiceInfo> = Searched<S> & { readonly agencies: readonly Agency[] }
type BegunService = Pick<ServiceInfo, 'id' | 'name' | 'detail' | 'keywords' | 'letter' | 'agency'>

/** How near the typed letters are: they begin the name, a word of it, a phrase by which it is called, a word of one, or whose it is. */
const NEAR = { name: 0, nameWord: 1, phrase: 2, word: 3, agency: 4 } as const
const FAR = 5

/** The letters of a text by which it is found, a space before each word. */
interface Index {
  readonly names: readonly string[]
  readonly phrases: readonly string[]
  /** Of the agency whose it is, its name and its code. */
  readonly agency: readonly string[]
}

const indexes = new WeakMap<object, readonly Index[]>()

/**
 * The services that typed letters begin, from one letter on, nearest first: those whose name they begin, then those of which
 * they begin another word, then those that are called so; among equals `often` come first, then the alphabet. Where nothing
 * begins so, everyday words and slips of the finger are read as in `search`.
 */
export function begunBy<S extends BegunService>(
  office: Begun<S>,
  typed: string,
  often: readonly string[] = [],
): readonly S[] {
  const letters = plain(typed)
  if (letters === '') return []
  const { services } = office
  let index = indexes.get(services)
  if (!index) indexes.set(services, (index = services.map(s => indexOf(s, office.agencies))))
  const rank = new Map(often.map((id, i) => [id, i]))
  const found = services
    .map((service, i) => ({ service, near: nearOf(index[i]!, letters), often: rank.get(service.id) ?? Infinity }))
    .filter(({ near }) => near < FAR)
    .sort((a, b) => a.near - b.near || compare(a.often, b.often) || (a.service.name[0] < b.service.name[0] ? -1 : 1))
    .map(({ service }) => service)
  return found.length > 0 ? found : askedIn(office, typed)
}

/**
 * What a field in which somebody types finds: in a hall of agencies whatever the letters begin, elsewhere what everyday words
 * mean. Nothing typed finds nothing in particular.
 */
export function typedIn<S extends BegunService>(office: Begun<S>, typed: string): Answer<S> {
  const answer = search(office, typed)
  const begun = office.agencies.length > 0 ? begunBy(office, typed) : []
  if (begun.length === 0) return answer
  return { ...answer, services: begun, elsewhere: [], elsewhereFirst: false, asked: true, read: '' }
}

/** The agencies whose name, or a word of it, typed letters begin. */
export function agenciesBegunBy(
  { agencies }: { readonly agencies: readonly Agency[] },
  typed: string,
): readonly Agency[] {
  const letters = ` ${plain(typed)}`
  if (letters === ' ') return []
  return agencies.filter(({ active, name }) => active && name.some(text => ` ${plain(text)}`.includes(letters)))
}

function askedIn<S extends BegunService>(office: Searched<S>, typed: string): readonly S[] {
  const { services, asked } = search(office, typed)
  return asked ? services : []
}

function indexOf({ name, detail, keywords, agency: id }: BegunService, agencies: readonly Agency[]): Index {
  const agency = agencies.find(it => it.id === id)
  const spaced = (texts: readonly string[]) => texts.flatMap(text => text.split(',')).map(text => ` ${plain(text)}`)
  return {
    names: name.map(text => ` ${plain(text)}`),
    phrases: spaced([...keywords, ...detail]),
    agency: agency ? spaced([...agency.name, agency.code]) : [],
  }
}

function nearOf({ names, phrases, agency }: Index, letters: string): number {
  const word = ` ${letters}`
  if (names.some(name => name.startsWith(word))) return NEAR.name
  if (names.some(name => name.includes(word))) return NEAR.nameWord
  if (phrases.some(phrase => phrase.startsWith(word))) return NEAR.phrase
  if (phrases.some(phrase => phrase.includes(word))) return NEAR.word
  return agency.some(text => text.includes(word)) ? NEAR.agency : FAR
}

/** Infinity less Infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
