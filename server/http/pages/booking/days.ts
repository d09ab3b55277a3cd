import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { AppError, type ErrorCode } from '../../../../shared/kit/errors.ts'
import { atClock, officeDate, weekday, type LocalDate, type Zone } from '../../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { capital, dateText, nearDateText, nearWord } from '../../../../shared/text/ui.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import type { SlotsReply } from './desk.ts'

type Day = SlotsReply['days'][number]
export type Slot = SlotsReply['slots'][number]

/** Dates in two rows of a small phone. */
const MOST_DAYS = 10

/** The days that somebody may choose from, and what each is like. */
export interface DayChoice {
  readonly date: LocalDate
  readonly state: Day['state']
  readonly at: number | null
  readonly slots: readonly Slot[]
  readonly free: number
}

/** The days of an answer with their slots still to come; days on which the office never opens are left out. */
export function dayChoices(reply: SlotsReply, office: Pick<OfficeInfo, 'hours'>): readonly DayChoice[] {
  const shut = (date: LocalDate) => office.hours[weekday(date)] === null
  return reply.days
    .filter(day => day.state !== 'closed' || !shut(day.date))
    .map(day => {
      // The id begins with the date; computing it for each slot and day was half of the page's work.
      const slots = reply.slots.filter(s => s.start > reply.now && s.id.startsWith(day.date))
      return { ...day, slots, free: slots.reduce((sum, s) => sum + Math.max(0, s.free), 0) }
    })
}

/** The day to show first: the one asked for, else the nearest with a place, else the nearest of all. */
export function chosenDay(days: readonly DayChoice[], asked: LocalDate | undefined): DayChoice | undefined {
  return (
    days.find(d => d.date === asked) ??
    days.find(d => d.state === 'open' && d.free > 0) ??
    days.find(d => d.state === 'draw') ??
    days.find(d => d.state !== 'closed')
  )
}

/** The time of a day that is proposed: where most places are left, the earlier of two. */
export function bestOf(day: DayChoice): Slot | undefined {
  return day.slots.reduce<Slot | undefined>((best, s) => (s.free > (best?.free ?? 0) ? s : best), undefined)
}

/** Why a day that is not open has no waitlist. */
const WAITS_NOT = {
  closed: 'DATE_CLOSED',
  later: 'NOT_RELEASED',
  draw: 'DRAW_PENDING',
  walkIn: 'NOT_BOOKABLE',
} as const satisfies Record<Exclude<Day['state'], 'open'>, ErrorCode>

/** Why nobody can wait for a place of a date, so that no form is filled in for nothing; from the answer about that date alone. */
export function whyNoWait(reply: SlotsReply, date: LocalDate): AppError | undefined {
  const day = reply.days.find(d => d.date === date)
  if (!day) return new AppError(reply.days.length > 0 ? 'SLOT_PAST' : 'NOT_RELEASED')
  if (day.state !== 'open') return new AppError(WAITS_NOT[day.state])
  const n = reply.slots.reduce((sum, slot) => sum + slot.free, 0)
  return n > 0 ? new AppError('PLACES_FREE', { n }) : undefined
}

/** The strip of dates, each a link; a closed day is only said. */
export function dayStrip(
  days: readonly DayChoice[],
  chosen: DayChoice | undefined,
  lang: Lang,
  front: Pick<Front, 'now' | 'office'>,
  hrefOf: (date: LocalDate) => string,
): Markup {
  const cells = days.slice(0, MOST_DAYS).map(day => {
    const word = nearWord(day.date, officeDate(front.now, front.office.zone), lang)
    const name = word === undefined ? dateAt(day.date, lang).slice(0, 3) : html`<i>${capital(word)}</i>`
    const inside = html`${name}<b>${Number(day.date.slice(8))}</b>${stateText(day, lang)}`
    const label = `${capital(nearDay(day.date, lang, front))}, ${stateText(day, lang)}`
    if (day.state === 'closed') return html`<span class="day off" role="img" aria-label="${label}">${inside}</span>`
    const full = day.state === 'open' && day.free === 0
    return html`<a
      class="day${(full || day.state === 'later' || day.state === 'walkIn') && ' off'}"
      href="${hrefOf(day.date)}"
      aria-label="${label}"
      aria-current=${day.date === chosen?.date && 'date'}
      >${inside}</a
    >`
  })
  return html`<nav class="days" aria-label="${say(words['slots.days'], lang)}">${cells}</nav>`
}

/** The first date that the strip had no room for. */
export function nextDates(days: readonly DayChoice[]): LocalDate | undefined {
  return days[MOST_DAYS]?.date
}

/** A date of the office in words, within a sentence; today and tomorrow by theirs. */
export function nearDay(date: LocalDate, lang: Lang, { now, office }: Pick<Front, 'now' | 'office'>): string {
  return nearDateText(atClock(date, '12:00', office.zone), office.zone, lang, now)
}

/** A date of the office in words. */
export function dateAt(date: LocalDate, lang: Lang): string {
  const zone: Zone = 'WIB'
  return dateText(atClock(date, '12:00', zone), zone, lang)
}

function stateText(day: DayChoice, lang: Lang): string {
  switch (day.state) {
    case 'closed':
      return say(words['slots.closed'], lang)
    case 'later':
      return say(words['slots.later'], lang)
    case 'draw':
      return say(words['slots.draw'], lang)
    case 'walkIn':
      return say(words['slots.walk'], lang)
    case 'open':
      return day.free === 0 ? say(words['slots.full'], lang) : say(words['slots.left'], lang, { n: day.free })
  }
}
