/** The languages that have clips. */
export type VoiceWordLang = 'id' | 'en'

const ONES_ID = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ')
const ONES_EN = (
  'zero one two three four five six seven eight nine ' +
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ')
const TENS_EN = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/**
 * Letters and digits one by one; other signs are silent.
 * @example spell('AR-07', 'id') // ['a', 'r', 'nol', 'tujuh']
 */
export function spell(text: string, lang: VoiceWordLang): string[] {
  const digits = lang === 'id' ? ONES_ID : ONES_EN
  return (text.toLowerCase().match(/[a-z0-9]/g) ?? []).map(sign => digits[Number(sign)] ?? sign)
}

/**
 * Digits read as one whole number (0 to 9999); longer ones are spelled.
 * @example wholeNumber('012', 'id') // ['dua', 'belas']
 */
export function wholeNumber(digits: string, lang: VoiceWordLang): string[] {
  const value = Number(digits)
  if (digits === '' || value > 9999) return spell(digits, lang)
  return lang === 'id' ? indonesian(value) : english(value)
}

function indonesian(n: number): string[] {
  if (n < 10) return [ONES_ID[n]!]
  if (n === 10) return ['sepuluh']
  if (n === 11) return ['sebelas']
  if (n < 20) return [ONES_ID[n - 10]!, 'belas']
  if (n < 100) return [ONES_ID[Math.floor(n / 10)]!, 'puluh', ...rest(n % 10, indonesian)]
  const [size, one, many] = n < 1000 ? ([100, 'seratus', 'ratus'] as const) : ([1000, 'seribu', 'ribu'] as const)
  const count = Math.floor(n / size)
  return [...(count === 1 ? [one] : [ONES_ID[count]!, many]), ...rest(n % size, indonesian)]
}

function english(n: number): string[] {
  if (n < 20) return [ONES_EN[n]!]
  if (n < 100) return [TENS_EN[Math.floor(n / 10)]!, ...rest(n % 10, english)]
  const [size, name] = n < 1000 ? ([100, 'hundred'] as const) : ([1000, 'thousand'] as const)
  return [ONES_EN[Math.floor(n / size)]!, name, ...rest(n % size, english)]
}

function rest(n: number, read: (n: number) => string[]): string[] {
  return n === 0 ? [] : read(n)
}
