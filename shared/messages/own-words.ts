import type { Words } from '../kit/words.ts'
import { MESSAGE_KINDS, type MessageKind } from './message.ts'

/** The messages that an office may word itself; what a chat answers is no sentence of the office. */
export type OwnKind = Exclude<MessageKind, 'chatReply'>
export const OWN_KINDS = MESSAGE_KINDS.filter((kind): kind is OwnKind => kind !== 'chatReply')

/** What stands in a message in place of `{number}`, `{link}` and the like. */
export type Place = 'number' | 'service' | 'time' | 'counter' | 'place' | 'papers' | 'link'

/** The places of each message, in the order in which a provider's template numbers them. */
export const PLACES: Readonly<Record<OwnKind, readonly Place[]>> = {
  booked: ['number', 'service', 'time', 'link'],
  reminder: ['number', 'service', 'time', 'place', 'papers', 'link'],
  threeLeft: ['number', 'service', 'link'],
  called: ['number', 'counter', 'link'],
  putBack: ['number', 'counter', 'link'],
  serviceClosed: ['number', 'service', 'time', 'link'],
  serviceOpened: ['number', 'service', 'time', 'link'],
  timeLost: ['number', 'service', 'time', 'link'],
  placeOffered: ['service', 'time', 'link'],
  released: ['number', 'service', 'time', 'link'],
  drawn: ['service', 'link'],
  documentReady: ['number', 'service', 'link'],
  documentReturned: ['number', 'service', 'link'],
  documentDelayed: ['number', 'service', 'time', 'link'],
  survey: ['service', 'link'],
}

/** What an office says in its own words, of each message; both empty: as everybody says it. */
export type OwnMessages = Readonly<Record<OwnKind, Words>>

/** Everything as everybody says it. */
export const HOUSE_WORDS: OwnMessages = Object.fromEntries(
  OWN_KINDS.map((kind): [OwnKind, Words] => [kind, ['', '']]),
) as Record<OwnKind, Words>

/** Signs of a message at most: longer ones are cut up by SMS and by the screens of old phones. */
export const MOST_SIGNS = 300

/** Without these somebody would not know what to do; the others may be left out. */
const NEEDED: readonly Place[] = ['number', 'time', 'counter', 'link']

/** What keeps words from being sent as a message of a kind. */
export interface WordsProblem {
  readonly problem: 'placeUnknown' | 'placeMissing' | 'oneLanguage'
  /** The place, as it is typed. */
  readonly with: string
}

/** What is wrong with an office's own words of a message; `undefined`: nothing, or nothing is said. */
export function wordsProblem(kind: OwnKind, words: Words): WordsProblem | undefined {
  if (words.every(text => text.trim() === '')) return undefined
  if (words.some(text => text.trim() === '')) return { problem: 'oneLanguage', with: '' }
  const known = PLACES[kind]
  for (const text of words) {
    const used = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!)
    const strange = used.find(name => !known.some(place => place === name))
    if (strange !== undefined) return { problem: 'placeUnknown', with: `{${strange}}` }
    const missing = NEEDED.find(place => known.includes(place) && !used.includes(place))
    if (missing) return { problem: 'placeMissing', with: `{${missing}}` }
  }
  return undefined
}
