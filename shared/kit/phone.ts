/** What people put between the digits: spaces and dashes of any kind, dots, strokes, brackets, and marks of direction. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212./()]/gu
/** Digits after the country code: of a mobile phone 9 to 12, of a house with its area 8 to 11. */
const INDONESIAN = /^(?:8\d{8,11}|[2-79]\d{7,10})$/
const FOREIGN = /^[1-9]\d{7,14}$/

/**
 * A phone number in one spelling, digits with the country code; `undefined` where no such number can exist. Without a code
 * it is one of Indonesia, by its leading zero or by the 8 of a mobile phone.
 * @example plainPhone('+62 0812-0000-0000') // '6281200000000'
 */
export function plainPhone(typed: string): string | undefined {
  const [, abroad, digits = ''] = /^(\+|00)?(\d+)$/.exec(typed.normalize('NFKC').replace(BETWEEN, '')) ?? []
  const [, home] = (abroad ? /^620?(.*)$/ : /^(?:620?|0|(?=8))(.*)$/).exec(digits) ?? []
  if (home !== undefined) return INDONESIAN.test(home) ? `62${home}` : undefined
  return abroad && FOREIGN.test(digits) ? digits : undefined
}
