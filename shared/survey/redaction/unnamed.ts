/** Stands where something was that names a person or a visit. */
export const MASK = '•••'

/** What leads to somebody: a link (whoever holds the one of a ticket may do everything with it), its secret, a mail address. */
const NAMING = [
  /(?:https?:|www\.)[^\s"'<>(),;]*|[^\s"'<>(),;]*\/t\/[^\s"'<>(),;]*/giu,
  /[\w-]{4,}\.[\w-]{20,}/gu,
  /[^\s@<>"'(),;]+@[^\s@<>"'(),;]+/gu,
]

/** A number of nine digits or more (NIK, KK, telephone), whatever divides its groups. */
const LONG = /(?:\+[^\p{L}\p{Nd}\r\n]{0,3})?\p{Nd}(?:[^\p{L}\p{Nd}\r\n]{0,3}\p{Nd}){8,}/gu

/** Times, dates, amounts and years one after another have as many digits and name nobody. */
const FACT = [
  String.raw`(?:[01]?\d|2[0-4])[.:][0-5]\d`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d{2}`,
  String.raw`(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?`,
  String.raw`(?:[1-9]\d{0,2}|[1-9]\d?\.\d{3})\.\d{3}(?:,\d{2})?`,
].join('|')
const BETWEEN = String.raw`(?:[.,;]?\s|[,;]|\s?[-–/]\s?)`
const FACTS = new RegExp(String.raw`^(?:[1-9]\d{0,2}${BETWEEN})?(?:${FACT})(?:${BETWEEN}(?:${FACT}))*$`, 'u')

/** Up to three letters and what follows them as a number. */
const LETTERED = /(?<![\p{L}\p{Nd}])([a-z]{1,3})([\s.\-‐–—_/:#]{0,3})(\p{Nd}{1,5})(?![\p{L}\p{Nd}])/giu
/** The letters of a service, and of a booking with R behind them. */
const SERIES = /^[A-HJ-NP-Z][A-HJ-NPQS-Z]?$/i
const BOOKED = /^[A-HJ-NP-Z][A-HJ-NPQS-Z]?R$/i
/** Words and short forms that stand before numbers and could be letters of a service as well. */
const COMMON = new Set('rt rw rp km kg cm mm uu pp ke se pk th hp dr hr per mar apr'.split(' '))

/**
 * A text that a citizen wrote, without the numbers, links and addresses that would tell who it was.
 * @example unnamed('NIK 6472000000000001, A-012') // 'NIK •••, •••'
 */
export function unnamed(text: string): string {
  return NAMING.reduce((left, naming) => left.replace(naming, MASK), text.replace(/\p{Cf}/gu, ''))
    .replace(LONG, run => (FACTS.test(run) ? run : MASK))
    .replace(LETTERED, (all, letters: string, between: string, digits: string) =>
      isQueueNumber(letters, between, digits) ? MASK : all,
    )
    .trim()
}

/** Numbers have three digits at least, those of bookings may be shorter; a hyphen says that it is one. */
function isQueueNumber(letters: string, between: string, digits: string): boolean {
  if (!BOOKED.test(letters) && !(SERIES.test(letters) && digits.length >= 3)) return false
  return /^[-‐–—]$/.test(between) || !COMMON.has(letters.toLowerCase())
}
