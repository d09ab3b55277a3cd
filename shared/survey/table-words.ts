import { KINERJA } from './ikm.ts'
import { QUESTIONS, SCORES, UNSUR, type Score, type Unsur } from './instruments.ts'

/** What a cell of an answer says: a mark, or that nobody gave one. */
export type CellMark = Score | 'none'

/**
 * The unsur that a heading names: by its word, its official name, its question, or its number; `order` says which unsur a
 * number is, and a name counts before the number beside it.
 * @example unsurOf('U-3', ['persyaratan', 'prosedur', 'waktu']) // 'waktu'
 */
export function unsurOf(heading: string, order: readonly Unsur[]): Unsur | undefined {
  const number = /^\s*u[\s._–-]*([1-9])\s*$/i.exec(heading)?.[1]
  if (number !== undefined) return order[Number(number) - 1]
  const bare = heading.replace(/^\s*(?:u[\s._–-]*)?[1-9][\s.:()–-]+/i, '')
  return NAMES.get(plain(heading)) ?? NAMES.get(plain(bare))
}

/**
 * The headings by which an unsur is known, for whoever has to rename a column.
 * @example headingsOf('waktu', ['persyaratan', 'prosedur', 'waktu']) // 'U3 = waktu = Waktu Penyelesaian'
 */
export function headingsOf(unsur: Unsur, order: readonly Unsur[]): string {
  return `U${order.indexOf(unsur) + 1} = ${unsur} = ${QUESTIONS[unsur].name[0]}`
}

/**
 * The mark in a cell: 4, "4,0", the answer's own words or those of the general scale; a dash is no answer. Undefined for
 * whatever else stands there, since a mark is never guessed.
 * @example markOf('biaya', 'Gratis') // 4
 */
export function markOf(unsur: Unsur, cell: string): CellMark | undefined {
  const text = cell.trim()
  if (/^[-–—−]*$/.test(text)) return 'none'
  const digit = /^([1-4])(?:[.,]0+)?$/.exec(text)?.[1]
  return digit === undefined ? WORDS.get(unsur)!.get(plain(text)) : (Number(digit) as Score)
}

/**
 * Whether a row's first cell names a sum, a mean or the grade and nothing else, so that the row is nobody's answers.
 * @example isTotal('NRR Tertimbang/Unsur') // true
 */
export function isTotal(label: string): boolean {
  const words = plain(label).split(' ')
  return words.some(word => TOTALS.has(word)) && words.every(word => TOTALS.has(word) || BESIDE.test(word))
}

/** Words that make a row one of sums or means, as the annexes of SKM reports print it. */
const TOTALS = new Set('σ jumlah jml total subtotal rata rata2 rerata nilai nrr ikm indeks mutu kinerja'.split(' '))
/** Words and figures that may stand beside those. */
const BESIDE =
  /^(?:sub|grand|per|unsur|unit|pelayanan|layanan|tertimbang|bobot|kepuasan|masyarakat|konversi|keseluruhan|responden|\d+)$/

const NAMES = new Map(
  UNSUR.flatMap(unsur => {
    const { name, question } = QUESTIONS[unsur]
    return [unsur, name[0], question[0]].map(text => [plain(text), unsur] as const)
  }),
)

/** The words of the regulation for the whole service, worst to best; forms with one scale for all questions print them. */
const SCALE = (['D', 'C', 'B', 'A'] as const).map(mutu => KINERJA[mutu][0])

const WORDS = new Map(
  UNSUR.map(unsur => {
    const own = QUESTIONS[unsur].answers.map(words => words[0])
    const marks = [SCALE, own].flatMap(scale => SCORES.map(score => [plain(scale[score - 1]!), score] as const))
    return [unsur, new Map(marks)] as const
  }),
)

/** Letters and digits alone, without "dan": offices differ in commas, slashes and capitals. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && word !== 'dan')
    .join(' ')
}
