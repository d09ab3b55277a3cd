import { spell, wholeNumber, type VoiceWordLang } from './number-words.ts'

/** How a number is read: digit by digit (keeps the zeros) or as a whole number ("dua belas"). */
export type Reading = 'digits' | 'whole'
/** Indonesian alone, or Indonesian followed by English. */
export type VoiceLanguage = 'id' | 'id+en'
/** `full` opens with the chime, `repeat` is the same words again, `short` (a hall in haste) has no chime and no English. */
export type Manner = 'full' | 'repeat' | 'short'
/** What the hall hears: a ticket number such as `A-012` and the counter's name such as `Loket 3` or `3`. */
export interface Announced {
  readonly number: string
  readonly counterName: string
}
/** The office's choices for its voice. */
export interface VoiceSettings {
  readonly reading: Reading
  readonly language: VoiceLanguage
}

/** The clip key of the chime, which belongs to no language. */
const CHIME = 'chime'
/** A key without a clip: a breath between two clauses. */
export const PAUSE = 'pause'

/**
 * The words of a ticket number, in the order they are spoken; each word has a clip of that name.
 * @example spokenNumber('A-012', 'digits', 'id') // ['a', 'nol', 'satu', 'dua']
 */
export function spokenNumber(number: string, reading: Reading, lang: VoiceWordLang): string[] {
  // The code of a draw has its letters and digits mixed: it is no number, and is spelt sign by sign.
  const [, letters, digits] = /^([a-z]{0,3})-?(\d+)$/i.exec(number) ?? []
  if (reading === 'digits' || digits === undefined) return spell(number, lang)
  return [...spell(letters!, lang), ...wholeNumber(digits, lang)]
}

/**
 * The words of a counter, always as a whole number ("dua belas"); nothing for a name that has no clips.
 * @example spokenCounter('Loket 12', 'id') // ['dua', 'belas']
 */
export function spokenCounter(counterName: string, lang: VoiceWordLang): string[] {
  const mark = /^(?:loket|counter)?\s*([a-z]{0,2})[\s-]*(\d{0,4})$/i.exec(counterName.trim())
  if (!mark) return []
  const [, letters = '', digits = ''] = mark
  return [...spell(letters, lang), ...(digits === '' ? [] : wholeNumber(digits, lang))]
}

/** The clip keys of one reading of a call, in order: `chime`, `pause`, or a word of a language such as `id/nol`. */
export function announcement(call: Announced, settings: VoiceSettings, manner: Manner): string[] {
  if (manner === 'short') return [...clause(call, settings.reading, 'id', true), PAUSE]
  const clauses = settings.language === 'id+en' ? (['id', 'en'] as const) : (['id'] as const)
  const opening = manner === 'full' ? CHIME : PAUSE
  return [opening, ...clauses.flatMap(lang => [...clause(call, settings.reading, lang, false), PAUSE])]
}

/**
 * A ticket number as a screen reader should say it.
 * @example spokenLabel('A-047', 'digits', 'id') // 'A nol empat tujuh'
 */
export function spokenLabel(number: string, reading: Reading, lang: VoiceWordLang): string {
  return spokenNumber(number, reading, lang).map(capital).join(' ')
}

/**
 * The call as a written sentence, for screen readers.
 * @example spokenText({ number: 'A-034', counterName: '3' }, 'digits', 'id') // 'Nomor antrean A nol tiga empat, silakan menuju loket tiga'
 */
export function spokenText(call: Announced, reading: Reading, lang: VoiceWordLang): string {
  const number = spokenLabel(call.number, reading, lang)
  const counter = spokenCounter(call.counterName, lang).map(capital).join(' ')
  if (lang === 'en') return `Number ${number}, please go to ${counter ? `counter ${counter}` : call.counterName}`
  return `Nomor antrean ${number}, silakan menuju ${counter ? `loket ${counter}` : call.counterName}`
}

function clause(call: Announced, reading: Reading, lang: VoiceWordLang, short: boolean): string[] {
  const number = [lang === 'id' ? 'nomor-antrean' : 'number', ...spokenNumber(call.number, reading, lang)]
  const counter = spokenCounter(call.counterName, lang)
  // A counter whose name has no clips is shown only: "silakan menuju" with nothing behind it would send people nowhere.
  const way = counter.length === 0 ? [] : [...wayWords(lang, short), ...counter]
  return [...number.map(key), ...(short || way.length === 0 ? [] : [PAUSE]), ...way.map(key)]

  function key(word: string): string {
    return `${lang}/${word}`
  }
}

function wayWords(lang: VoiceWordLang, short: boolean): string[] {
  if (lang === 'en') return ['please-go-to-counter']
  return short ? ['loket'] : ['silakan-menuju', 'loket']
}

function capital(word: string): string {
  return word.length === 1 ? word.toUpperCase() : word
}
