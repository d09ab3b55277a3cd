import { formsOf } from './stem.ts'
import { saysNothing, wordsOf } from './plain.ts'
import { oneSlip } from './typo.ts'

/** Something that can be found, and the phrases by which people call it. */
export interface Findable {
  readonly id: string
  readonly phrases: readonly string[]
}

/** What was found, best first. */
export interface Found {
  readonly ids: readonly string[]
  /** Those of them of which a phrase was said whole, not only a word of it. */
  readonly whole: ReadonlySet<string>
  /** Whether the words name anything at all; `false` when nothing is looked for yet, as in "mau ambil nomor". */
  readonly asked: boolean
  /** What was read where a slip was mended (`akta kelahiran`); empty where the words stand as they were typed. */
  readonly read: string
}

/** Finds among what it was made for. */
export type Finder = (query: string) => Found

/** How well a typed word must fit: the very word, its root, its beginning as it is typed, or a slip away. */
const FIT = { same: 1, root: 0.9, begun: 0.6, slip: 0.55 }
/** A word of a longer phrase says less than a phrase by itself. */
const IN_PHRASE = 0.65
/** What the phrase adds that is said whole. */
const WHOLE_PHRASE = 0.4
/** Whatever fits less than this share of the best is not shown. */
const ENOUGH = 0.25
/** Fewer letters carry no slip, but two of three in the wrong order are one. */
const SLIP_LETTERS = 4
const SURE_LETTERS = 6
/** A beginning says something from three letters on; in the word that is being typed, from two. */
const BEGUN_LETTERS = 3
const BEGUN_LAST = 2

interface Phrase {
  readonly entry: number
  readonly words: readonly string[]
}

/**
 * Ranks by how well the words fit instead of asking for all of them: a word that is in few entries counts more than one in
 * many, a phrase said whole counts most, and words that nobody knows do no harm.
 */
export function finderOf(entries: readonly Findable[]): Finder {
  const phrases = entries.flatMap((entry, at) => entry.phrases.map(text => ({ entry: at, words: sayingWords(text) })))
  const known = new Map(phrases.flatMap(p => p.words.map(word => [word, formsOf(word)] as const)))

  return query => {
    const typed = wordsOf(query).flatMap(word => partsOf(word, known))
    const saying = typed.filter(word => known.has(word) || !saysNothing(word, formsOf(word)))
    // A letter names a service only by itself: the `a` of `sim a` names none.
    const meant = saying.length > 1 ? saying.filter(word => word.length > 1) : saying
    // The first letter of a word says nothing yet, unless it is the letter of a service.
    const asked = meant.length > 0 && (meant[0]!.length > 1 || known.has(meant[0]!))
    const fits = meant.map((word, i) => fitsOf(word, known, i === meant.length - 1))
    const scores = scoresOf(fits, phrases, entries.length)
    const best = Math.max(...scores, 0)
    const order = scores
      .map((score, at) => ({ score, at }))
      .filter(({ score }) => score > 0 && score >= best * ENOUGH)
      .sort((a, b) => b.score - a.score)
    const said = (words: readonly string[]) => words.every(word => fits.some(fit => fit.has(word)))
    const whole = new Set(phrases.filter(p => said(p.words)).map(p => entries[p.entry]!.id))
    const ids = order.map(({ at }) => entries[at]!.id)
    const ofBest = new Set(phrases.filter(p => p.entry === order[0]?.at).flatMap(p => p.words))
    return { ids, whole, asked, read: mended(meant, fits, ofBest) }
  }
}

/** The words of a phrase that say something; all of them where none does. */
function sayingWords(phrase: string): readonly string[] {
  const words = wordsOf(phrase)
  const saying = words.filter(word => !saysNothing(word, formsOf(word)))
  return saying.length > 0 ? saying : words
}

/** Two known words that were typed as one (`kartukeluarga`). */
function partsOf(word: string, known: ReadonlyMap<string, unknown>): readonly string[] {
  if (known.has(word)) return [word]
  for (let at = 2; at <= word.length - 2; at++) {
    const parts = [word.slice(0, at), word.slice(at)]
    if (parts.every(part => known.has(part))) return parts
  }
  return [word]
}

/** How well a typed word fits each known word; a slip is looked for only where nothing else fits. */
function fitsOf(
  typed: string,
  known: ReadonlyMap<string, readonly string[]>,
  last: boolean,
): ReadonlyMap<string, number> {
  const forms = formsOf(typed)
  const fits = new Map<string, number>()
  for (const [word, roots] of known) {
    if (word === typed) fits.set(word, FIT.same)
    else if (roots.some(root => forms.includes(root))) fits.set(word, FIT.root)
    else if (word.startsWith(typed) && typed.length >= (last ? BEGUN_LAST : BEGUN_LETTERS)) fits.set(word, FIT.begun)
  }
  if (fits.size > 0) return fits
  for (const [word, roots] of known)
    if (mayBeSlip(typed, word) || forms.some(form => roots.some(root => mayBeSlip(form, root))))
      fits.set(word, FIT.slip)
  return fits
}

/**
 * Short words are soon something else: below six letters another letter is a slip only behind the first (`harga` is not
 * `warga`), of four letters never (`buka` is not `buku`); a first letter that nobody says may be missing from five on (`ilang`).
 */
function mayBeSlip(typed: string, word: string): boolean {
  if (typed.length < SLIP_LETTERS - 1 || !oneSlip(typed, word)) return false
  if (typed.length >= SURE_LETTERS || swapped(typed, word)) return true
  const begins = typed[0] === word[0]
  const otherLetter = typed.length === word.length
  return typed.length > SLIP_LETTERS ? begins || !otherLetter : typed.length === SLIP_LETTERS && begins && !otherLetter
}

function swapped(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('')
}

/** The typed words with the slips of the best answer mended. */
function mended(
  meant: readonly string[],
  fits: readonly ReadonlyMap<string, number>[],
  ofBest: ReadonlySet<string>,
): string {
  const read = meant.map((word, i) => [...fits[i]!].find(([k, fit]) => fit === FIT.slip && ofBest.has(k))?.[0] ?? word)
  return read.every((word, i) => word === meant[i]) ? '' : read.join(' ')
}

function scoresOf(fits: readonly ReadonlyMap<string, number>[], phrases: readonly Phrase[], count: number): number[] {
  // How many entries know what was typed: the fewer, the more the word says.
  const weights = fits.map(fit => {
    const within = new Set(phrases.filter(p => p.words.some(word => fit.has(word))).map(p => p.entry))
    return within.size === 0 ? 0 : Math.log(1 + count / within.size)
  })
  const single = Array.from({ length: count }, () => fits.map(() => 0))
  const whole = Array.from({ length: count }, () => 0)
  for (const { entry, words } of phrases) {
    const said = fits.map(fit => Math.max(0, ...words.map(word => fit.get(word) ?? 0)))
    const share = words.length === 1 ? 1 : IN_PHRASE
    said.forEach((fit, i) => (single[entry]![i] = Math.max(single[entry]![i]!, fit * share)))
    const needed = words.map(word => Math.max(0, ...fits.map(fit => fit.get(word) ?? 0)))
    if (words.length > 1 && needed.every(fit => fit > 0)) {
      const sum = said.reduce((total, fit, i) => total + fit * weights[i]!, 0)
      whole[entry] = Math.max(whole[entry]!, sum * WHOLE_PHRASE)
    }
  }
  return single.map((of, entry) => of.reduce((sum, fit, i) => sum + fit * weights[i]!, whole[entry]!))
}
