/** What people put between the digits: spaces and dashes of any kind, dots, strokes, brackets, and marks of direction. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212./()]/gu
/** Digits after the country code: of a mobile phone 9 to 12, of a house with its area 8 to 11. */
const INDONESIAN = /^(?:8\d{8,11}|[2-79]\d{7,10})$/
/** Digits behind a country code that was given out (ITU-T E.164); behind 1 and 7 they are always ten. */
const FOREIGN = [
  /^1[2-9]\d\d[2-9]\d{6}$/,
  /^7\d{10}$/,
  /^2(?:[07]|1[1-368]|[2346]\d|5[0-8]|9[01789])\d{5,12}$/,
  /^3(?:[0-469]|[57]\d|8[0-35-79])\d{5,12}$/,
  /^4(?:[013-9]|2[013])\d{5,12}$/,
  /^5(?:[1-8]|[09]\d)\d{5,12}$/,
  /^6(?:[0-6]|7[02-9]|8[0-35-9]|9[0-2])\d{5,12}$/,
  /^8(?:[1246]|5[02356]|70|8[0-368])\d{5,12}$/,
  /^9(?:[0-58]|6[0-8]|7[0-79]|9[2-68])\d{5,12}$/,
]
/** How somebody in Indonesia dials abroad by a carrier, used by mistake before the own country's code. */
const BY_CARRIER = /^00[178](?=62)/

/**
 * A phone number in one spelling, digits with the country code; `undefined` where no such number can exist. Without a code
 * it is one of Indonesia, by its leading zero or by the 8 of a mobile phone.
 * @example plainPhone('+62 0812-0000-0000') // '6281200000000'
 */
export function plainPhone(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(BETWEEN, '')
  return (BY_CARRIER.test(plain) ? spelled(plain.replace(BY_CARRIER, '+')) : undefined) ?? spelled(plain)
}

function spelled(plain: string): string | undefined {
  const [, abroad, digits = ''] = /^(\+|00)?(\d+)$/.exec(plain) ?? []
  const [, home] = (abroad ? /^620?(.*)$/ : /^(?:620?|0|(?=8))(.*)$/).exec(digits) ?? []
  if (home !== undefined) return INDONESIAN.test(home) ? `62${home}` : undefined
  return abroad && FOREIGN.some(country => country.test(digits)) ? digits : undefined
}
