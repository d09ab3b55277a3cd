import { eventsOf, type LifeEvent } from '../office/life-events.ts'
import { finderOf, type Finder } from './finder.ts'
import { plain } from './plain.ts'

interface Searched {
  readonly lifeEvents: readonly LifeEvent[]
  readonly services: readonly { readonly id: string; readonly open: boolean; readonly retired: boolean }[]
}

/** Letters from which on a beginning names an event. */
const BEGUN_LETTERS = 3

/** The events of life that typed words name. */
export interface Named {
  /** The words say or begin nothing but a phrase of them, so they come before all services. */
  readonly meant: readonly LifeEvent[]
  /** A phrase of them was said beside other words. */
  readonly also: readonly LifeEvent[]
}

const finders = new WeakMap<object, Finder>()

/** The events of life that typed words name; a word that an event only shares with services does not bring it up. */
export function eventsNamed(office: Searched, query: string): Named {
  const events = eventsOf(office)
  const letters = ` ${plain(query)}`
  if (events.length === 0 || letters === ' ') return { meant: [], also: [] }
  let find = finders.get(office)
  if (!find) finders.set(office, (find = finderOf(office.lifeEvents.map(e => ({ id: e.id, phrases: phrasesOf(e) })))))
  const { whole } = find(query)
  const begun = (e: LifeEvent) =>
    letters.length > BEGUN_LETTERS && phrasesOf(e).some(phrase => ` ${plain(phrase)}`.startsWith(letters))
  const meant = events.filter(begun)
  return { meant, also: events.filter(e => whole.has(e.id) && !meant.includes(e)) }
}

function phrasesOf({ name, keywords }: LifeEvent): readonly string[] {
  return [...name, ...keywords]
}
