import type { OfficeInfo } from '../../../shared/office/office.ts'
import { namesOf } from '../../../shared/survey/unsur-name.ts'
import type { Certainty, PeriodFigures, ShownFigures } from '../../../shared/survey/figures/period-figures.ts'
import type { Mutu } from '../../../shared/survey/ikm.ts'
import type { Change } from '../../../shared/survey/statistics/periods.ts'
import type { Range } from '../../../shared/survey/statistics/score-interval.ts'
import { figuresText as words } from '../../../shared/text/period-figures.ts'
import { numberText } from '../../../shared/text/text.ts'
import { lang, t } from '../../../shared/web/lang.ts'

/** A number in the language of the page. */
export const num = (value: number, digits?: number) => numberText(value, lang(), digits)

/** Points of a difference, without its sign. */
const points = (value: number) => num(Math.abs(value), 2)

/** With its sign, where it may be either. */
const signed = (value: number) => `${value < 0 ? '−' : '+'}${points(value)}`

/** An interval. */
export function rangeSays({ low, high }: Range, digits = 1): string {
  return t(words.interval, { low: num(low, digits), high: num(high, digits) })
}

/** The letter with how certain it is, in the words that the report has too. */
export function letterSays(mutu: Mutu, { certain, others }: Pick<Certainty, 'certain' | 'others'>): string {
  if (certain) return t(words.certain, { mutu })
  if (others.length === 0) return t(words['not.certain'], { mutu })
  const named = others.map(one => t(words.maybe, { mutu: one.mutu, percent: num(one.percent) }))
  return t(words.uncertain, { mutu, others: named.join(', ') })
}

/** A change with its interval, and whether it is more than chance. */
export function changeSays({ difference, low, high, moreThanChance }: Change): string {
  const change = t(words[difference < 0 ? 'down' : 'up'], { points: points(difference) })
  const sure = t(words[moreThanChance ? 'more' : 'chance'])
  return t(words.change, { change, sure, low: signed(low), high: signed(high) })
}

/** A part of a whole with its share. */
export function shareSays(part: number, whole: number): string {
  if (whole === 0) return t(words.share, { part: num(part), whole: num(whole), percent: num(0) })
  return t(words.share, { part: num(part), whole: num(whole), percent: num((part / whole) * 100, 1) })
}

/** The names of unsur. */
export const unsurSays = (keys: readonly string[], told: ShownFigures['unsur']) =>
  namesOf(keys, told)
    .map(name => t(name))
    .join(', ')

/** The name of a service, also of one that the office no longer has. */
export function serviceName(office: OfficeInfo, id: string): string {
  const service = office.services.find(one => one.id === id)
  return service ? t(service.name) : id
}

/** What every pane is given. */
export interface Given {
  readonly office: OfficeInfo
  readonly of: PeriodFigures
}
