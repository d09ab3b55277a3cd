import type { Instant, Zone } from '../kit/time.ts'
import type { Lang, Words } from '../kit/words.ts'
import type { Range } from '../queue/day.ts'
import { tellingOf, type Telling } from '../queue/range-steps.ts'
import { say } from './text.ts'
import { timeText } from './ui.ts'

/** How a range is told on every screen: short, as a sentence, in minutes and in a column of minutes. */
const rangeWords = {
  soon: ['sebentar lagi', 'any moment now'],
  held: ['perkiraan ditunda', 'estimate on hold'],
  'clock.by': ['sebelum {to}', 'before {to}'],
  'clock.between': ['{from}–{to}', '{from}–{to}'],
  'said.soon': ['Perkiraan dipanggil sebentar lagi', 'Call expected any moment now'],
  'said.by': ['Perkiraan dipanggil sebelum {to}', 'Call expected before {to}'],
  'said.between': ['Perkiraan dipanggil antara {from} dan {to}', 'Call expected between {from} and {to}'],
  'minutes.by': ['sampai {to} menit', 'up to {to} min'],
  'minutes.between': ['{from}–{to} menit', '{from}–{to} min'],
  'about.by': ['perkiraan sampai {to} menit', 'up to about {to} min'],
  'about.between': ['perkiraan {from}–{to} menit', 'about {from}–{to} min'],
  'column.by': ['≤ {to}', '≤ {to}'],
  'column.between': ['{from}–{to}', '{from}–{to}'],
} satisfies Record<string, Words>

/** "10.45–11.00", "sebelum 10.45" or "sebentar lagi". */
export function clockRange(range: Range, now: Instant, zone: Zone, lang: Lang): string {
  return byClock('clock', range, now, zone, lang)
}

/** The same as a sentence: "Perkiraan dipanggil antara 10.45 dan 11.00". */
export function saidRange(range: Range, now: Instant, zone: Zone, lang: Lang): string {
  return byClock('said', range, now, zone, lang)
}

/**
 * "15–25 menit", "sampai 10 menit", "sebentar lagi" or "perkiraan ditunda"; as `about` it says that it is an estimate, and a
 * `column` has minutes as its heading.
 */
export function minuteRange(told: Telling, lang: Lang, form: 'minutes' | 'about' | 'column' = 'minutes'): string {
  switch (told.kind) {
    case 'soon':
    case 'held':
      return say(rangeWords[told.kind], lang)
    case 'by':
      return say(rangeWords[`${form}.by`], lang, { to: told.minutes })
    case 'between': {
      const [from, to] = told.minutes
      return say(rangeWords[`${form}.between`], lang, { from, to })
    }
  }
}

function byClock(form: 'clock' | 'said', range: Range, now: Instant, zone: Zone, lang: Lang): string {
  const told = tellingOf(range, now)
  const time = (at: Instant) => timeText(at, zone, lang)
  if (told.kind === 'soon') return say(rangeWords[form === 'said' ? 'said.soon' : 'soon'], lang)
  if (told.kind === 'by') return say(rangeWords[`${form}.by`], lang, { to: time(told.to) })
  return say(rangeWords[`${form}.between`], lang, { from: time(told.from), to: time(told.to) })
}
