import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { Lang, Words } from '../../shared/kit/words.ts'
import { isThere } from '../../shared/office/agency-days.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { isAttended } from '../../shared/queue/leaving.ts'
import { hallText } from '../../shared/text/kiosk-hall.ts'
import { weekdayText } from '../../shared/text/ui.ts'
import { say } from '../../shared/text/text.ts'
import type { Card } from './services.ts'

/** Agencies on one view of the first page where there are more than it holds; a row of it then leads on. */
const PER_SHEET = 32
/** So many find room without that row. */
const ALL = 36

/** How many of so many agencies stand on one view of the first page. */
export const agenciesPerSheet = (all: number): number => (all > ALL ? PER_SHEET : ALL)

/** One agency of the hall as the kiosk offers it today. */
export interface Tile {
  readonly id: string
  readonly code: string
  readonly name: Words
  readonly detail: Words
  readonly where: Words
  /** Weekdays on which it is there; `null` for every day. */
  readonly weekdays: readonly number[] | null
  readonly there: boolean
  readonly cards: readonly Card[]
}

/** Whether people choose an agency first: a hall of several. */
export function isHall({ agencies }: Pick<HallOffice, 'agencies'>): boolean {
  return agencies.filter(a => a.active).length > 1
}

/** The agencies of the hall in alphabetical order, for none is ranked; last whatever belongs to none of them. */
export function tilesOf(office: HallOffice, cards: readonly Card[], now: Instant, lang: Lang): readonly Tile[] {
  const date: LocalDate = officeDate(now, office.zone)
  const by = new Map<string | null, Card[]>()
  for (const card of cards) {
    if (card.service.retired) continue
    const of = by.get(card.service.agency)
    if (of) of.push(card)
    else by.set(card.service.agency, [card])
  }
  const tiles = office.agencies
    .filter(a => a.active && by.has(a.id))
    .map(({ id, code, name, detail, where, weekdays, active }): Tile => {
      const there = isThere({ active, weekdays }, date)
      return { id, code, name, detail, where, weekdays, there, cards: by.get(id)! }
    })
    .sort((a, b) => say(a.name, lang).localeCompare(say(b.name, lang), lang, { numeric: true }))
  const rest = by.get(null)
  if (!rest) return tiles
  const others = { id: '', code: '', name: hallText.others, detail: hallText['others.small'], where: ['', ''] as const }
  return [...tiles, { ...others, weekdays: null, there: true, cards: rest }]
}

/** "buka Rabu, Kamis", of an agency that is not there today. */
export function daysText({ weekdays }: Pick<Tile, 'weekdays'>, lang: Lang): string {
  if (!weekdays || weekdays.length === 0) return say(hallText['days.off'], lang)
  return say(hallText['days.on'], lang, { days: weekdays.map(day => weekdayText(day, lang)).join(', ') })
}

/** How many of an agency's counters are attended, of how many. */
export function countersAt(office: HallOffice, day: QueueDay | undefined, tile: Tile): { open: number; of: number } {
  const own = new Set(tile.cards.map(card => card.service.id))
  const counters = office.counters.filter(c => c.agency === tile.id || c.services.some(id => own.has(id)))
  const open = counters.filter(({ id }) => {
    const counter = day?.counters[id]
    return counter !== undefined && isAttended(counter)
  })
  return { open: open.length, of: counters.length }
}
