import type { HallOffice } from '../../shared/office/office.ts'
import { agenciesBegunBy, begunBy } from '../../shared/search/begun.ts'
import { eventsNamed } from '../../shared/search/life-events.ts'
import type { LifeEvent } from '../../shared/office/life-events.ts'
import { plain } from '../../shared/search/plain.ts'
import { adviceOf } from '../../shared/search/search.ts'
import type { Tile } from './agencies.ts'
import type { Card } from './services.ts'

/** Answers that one view of a search has room for, the front desk aside. */
export const HITS_PER_SHEET = 5

/** An answer to typed letters: an agency of that name, or a service. */
export type Hit = { readonly tile: Tile } | { readonly card: Card } | { readonly event: LifeEvent }

/**
 * What typed letters lead to, nearest first: an agency that is called so before the services; before the first letter what
 * people come for most. The front desk is no answer: it stands below them always.
 */
export function hitsOf(
  office: HallOffice,
  tiles: readonly Tile[],
  often: readonly Card[],
  letters: string,
): readonly Hit[] {
  if (plain(letters) === '') return often.map(card => ({ card }))
  const cards = new Map(tiles.flatMap(tile => tile.cards.map(card => [card.service.id, card] as const)))
  const called = new Set(agenciesBegunBy(office, letters).map(agency => agency.id))
  const services = begunBy(
    office,
    letters,
    often.map(card => card.service.id),
  )
  return [
    ...eventsNamed(office, letters).meant.map(event => ({ event })),
    // A letter or two begin many names; whoever means the agency finds it on the first page.
    ...(called.size === 1 ? tiles.filter(tile => called.has(tile.id)).map(tile => ({ tile })) : []),
    ...services.flatMap(({ id }) => {
      const card = cards.get(id)
      return card ? [{ card }] : []
    }),
  ]
}

/** Whom the front desk's row leads to: advice, where the office gives it and is open for it; else nobody by number. */
export function deskOf(office: HallOffice, tiles: readonly Tile[]): Card | undefined {
  const advice = adviceOf(office)
  const cards = tiles.flatMap(tile => tile.cards)
  return advice && cards.find(card => card.service.id === advice.id && card.open)
}

/** A name in three pieces, the middle one typed; the typed letters begin a word. */
export function marked(name: string, letters: string): readonly [string, string, string] {
  const typed = letters.trim()
  if (typed === '') return [name, '', '']
  const at = ` ${name.toLowerCase()}`.search(new RegExp(`[^\\p{L}\\p{N}]${escaped(typed.toLowerCase())}`, 'u'))
  if (at === -1) return [name, '', '']
  return [name.slice(0, at), name.slice(at, at + typed.length), name.slice(at + typed.length)]
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
