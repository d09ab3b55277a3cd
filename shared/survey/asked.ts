import type { Words } from '../kit/words.ts'
import { ANNEX_ORDER, UNSUR, type Score, type Unsur } from './instruments.ts'

/** Most questions of an office beside the nine of the SKM, and what such a question weighs at least. */
export const MOST_EXTRA = 5
export const LEAST_EXTRA = 0.01

/** An unsur that an office asks beside the nine. */
export interface ExtraUnsur {
  readonly key: string
  readonly name: Words
  readonly question: Words
  readonly answers: readonly Words[]
  /** `null`: all unsur alike. */
  readonly weight: number | null
}

/** The SKM as visits are asked, in one version of it. */
export interface AskedSkm {
  /** 0: as the annex of the regulation has it. */
  readonly version: number
  /** The nine and the further unsur by their keys, as they are asked. */
  readonly order: readonly string[]
  /** By key. */
  readonly extra: readonly ExtraUnsur[]
  /** What each of the nine weighs; `null`: all unsur alike. */
  readonly weight: number | null
}

/** The SKM as every office asks it that saved none of its own. */
export const OFFICIAL_SKM: AskedSkm = { version: 0, order: ANNEX_ORDER, extra: [], weight: null }

/** Names how a version is scored: what it asks beside the nine, and how all weigh. Without further unsur the office's weight counts. */
export function scoringKey({ extra, weight }: AskedSkm): string {
  if (extra.length === 0) return 'SKM 14/2017'
  return JSON.stringify([weight, extra.map(({ key, question, answers, weight }) => [key, question, answers, weight])])
}

/** The marks of further unsur that a version asks; whatever else was sent was not asked. */
export function extraMarks(
  { extra }: Pick<AskedSkm, 'extra'>,
  given: Readonly<Record<string, Score>> = {},
): Readonly<Record<string, Score>> {
  return Object.fromEntries(
    extra.flatMap(({ key }) => (Object.hasOwn(given, key) ? [[key, given[key]!] as const] : [])),
  )
}

/** Whether a key is one of the nine. */
export function isUnsur(key: string): key is Unsur {
  return (UNSUR as readonly string[]).includes(key)
}
