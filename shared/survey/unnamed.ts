/** Stands where something was that names a person or a visit. */
export const MASK = '•••'

/** What leads to somebody: a mail address, a number of nine digits or more (NIK, KK, telephone), a queue number. */
const NAMING = [
  /[^\s@<>"'(),;]+@[^\s@<>"'(),;]+/gu,
  /(?:\+\s?)?\p{Nd}(?:[\s.\-–/()]{0,2}\p{Nd}){8,}/gu,
  /(?<![\p{L}\p{Nd}])\p{L}{1,2}[\s\-–]{0,2}\p{Nd}{3}(?![\p{L}\p{Nd}])/gu,
]

/**
 * A text that a citizen wrote, without the numbers and addresses that would tell who it was.
 * @example unnamed('NIK 6472000000000001, A-012') // 'NIK •••, •••'
 */
export function unnamed(text: string): string {
  return NAMING.reduce((left, naming) => left.replace(naming, MASK), text.replace(/\p{Cf}/gu, '')).trim()
}
