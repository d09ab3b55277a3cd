import { roundHalfUp } from '../kit/stats.ts'
import type { Lang, Words } from '../kit/words.ts'

/**
 * The sentence in `lang` with its `{values}` filled in; what has no English is said in Indonesian.
 * @example say(['{n} orang', '{n} people'], 'id', { n: 3 }) // '3 orang'
 */
export function say(words: Words, lang: Lang, values: Readonly<Record<string, string | number>> = {}): string {
  const said = (lang === 'en' && words[1]) || words[0]
  return said.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

/**
 * A number as the language writes it: decimal comma in Indonesian, halves rounded up as a hand does.
 * @example numberText(84.6, 'id') // '84,6'
 */
export function numberText(value: number, lang: Lang, digits = value % 1 === 0 ? 0 : 1): string {
  const [whole, fraction] = roundHalfUp(value, digits).toFixed(digits).split('.')
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, lang === 'id' ? '.' : ',')
  return fraction === undefined ? grouped : grouped + (lang === 'id' ? ',' : '.') + fraction
}

const SECONDS: Words = ['{n} detik', '{n} seconds']
const MINUTES: Words = ['{n} menit', '{n} minutes']

/**
 * How long somebody has to wait, in the unit in which people wait.
 * @example waitText(293, 'id') // '5 menit'
 */
export function waitText(seconds: number, lang: Lang): string {
  return seconds <= 90 ? say(SECONDS, lang, { n: seconds }) : say(MINUTES, lang, { n: Math.ceil(seconds / 60) })
}
