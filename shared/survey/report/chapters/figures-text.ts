import { numberText } from '../../../text/text.ts'
import { KINERJA, type Mutu } from '../../ikm.ts'
import type { Cell } from '../document.ts'

/** Decimals of an IKM, of an NRR, and of an NRR times its weight. */
export const [IKM_DIGITS, NRR_DIGITS, WEIGHTED_DIGITS] = [2, 3, 4] as const

/**
 * A number as the report prints it, with what a spreadsheet computes with.
 * @example numeric(3.5, 3) // { text: '3,500', n: 3.5, digits: 3 }
 */
export function numeric(n: number, digits = 0): Exclude<Cell, string> {
  return { text: numberText(n, 'id', digits), n, digits }
}

/** The same where something was measured, else a dash. */
export function numericOr(n: number | undefined, digits = 0): Cell {
  return n === undefined ? '–' : numeric(n, digits)
}

/**
 * @example ikmText(84.67) // '84,67'
 */
export function ikmText(n: number): string {
  return numberText(n, 'id', IKM_DIGITS)
}

export function nrrText(n: number): string {
  return numberText(n, 'id', NRR_DIGITS)
}

/** From one value to another. */
export function rangeText(low: number, high: number, digits: number): string {
  return `${numberText(low, 'id', digits)}–${numberText(high, 'id', digits)}`
}

/**
 * The letter with what it says.
 * @example mutuText('B') // 'B (Baik)'
 */
export function mutuText(mutu: Mutu): string {
  return `${mutu} (${KINERJA[mutu][0]})`
}

/**
 * Words one after another, as people list them.
 * @example listed(['a', 'b', 'c']) // 'a, b, dan c'
 */
export function listed(words: readonly string[]): string {
  if (words.length < 3) return words.join(' dan ')
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)!}`
}
