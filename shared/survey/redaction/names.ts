import { NAMES, NAMES_AND_WORDS } from './given-names.ts'
import { BEFORE_PLACES, MONTHS, OF_PEOPLE, OFTEN_OF_PEOPLE, ORDINARY, ROLES, TITLES } from './ordinary-words.ts'

/** A word of a text: where it stands, in small letters, and whether its capital says anything. */
interface Word {
  readonly from: number
  readonly to: number
  readonly is: string
  readonly capital: boolean
  /** Nothing but a space (or the point of a short form) before it. */
  readonly joined: boolean
  /** The first one of a sentence. */
  readonly first: boolean
}

/** Words in one text that nobody writes in capitals one by one. */
const SHORT_FORM = /^\p{Lu}{2,6}$/u
/** Beginnings and endings by which a word is known to be no name. */
const BUILT =
  /^(?:meng|meny|mem|men|ber|ter|pel|peng|peny|pem|pen|per|ke(?=.+an$)|di(?=[^aiueo].{4})|me(?=[lrwy].{4})|se(?=.{5}))\p{L}{3,}$|^\p{L}{3,}(?:nya|kan|lah|kah|annya|ku)$/u
/** Fewer letters are nobody's name by themselves. */
const LEAST = 3
/** Share of capitals from which on a text says nothing by them. */
const MOSTLY = 0.75
/** Words that begin as a name and are none. */
const PAIRS = new Set(['budi pekerti', 'budi daya', 'budi luhur', 'dini hari', 'sri lanka'])
const BALINESE = new Set(['i', 'ni'])
const OF_A_NAME = new Set(['bernama', 'namanya', 'nama', 'an', 'panggilan', 'panggilannya'])
const OWN = new Set(['saya', 'dia', 'beliau', 'anak', 'ibu', 'bapak', 'lengkap', 'itu'])

/** Words of names of people, of three letters at least. */
export function partsOfNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(small).filter(word => word.length >= LEAST && !COMMON.has(word)))
}

/** Words that are in names of the staff and in everything else. */
const COMMON = new Set(['petugas', 'loket', 'contoh', 'kepala', 'seksi', 'bidang', 'meja', 'depan', 'bapak', 'ibu'])

const small = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

/**
 * Where names of people stand in a text, as pairs of places; `known` are words of names that belong to somebody here. A name is
 * known by the title or role before it, by a list of common ones, or by a capital where none belongs; words that are names as well
 * are names only beside one of these. Names that are neither listed nor written with a capital or a title stay.
 */
export function namesIn(text: string, known: ReadonlySet<string> = new Set()): readonly (readonly [number, number])[] {
  const all = wordsIn(text)
  const named = all.map((_, i) => isNamed(all, i, known))
  // The other words of a name stand beside the one that is known.
  for (let i = 1; i < all.length; i += 1) named[i] ||= named[i - 1]! && all[i]!.joined && endsName(all, i, known)
  for (let i = all.length - 2; i >= 0; i -= 1)
    named[i] ||= named[i + 1]! && all[i + 1]!.joined && goesOn(all[i]!, known) && !TITLES.has(all[i]!.is)
  const spans: [number, number][] = []
  all.forEach(({ from, to, joined }, i) => {
    if (!named[i]) return
    if (joined && named[i - 1]) spans.at(-1)![1] = to
    else spans.push([from, to])
  })
  return spans
}

function wordsIn(text: string): readonly Word[] {
  const found = [...text.matchAll(/\p{L}+(?:['’]\p{L}+)*/gu)].map(m => ({ from: m.index, said: m[0] }))
  const long = found.filter(({ said }) => said.length >= LEAST)
  const capitals = long.filter(({ said }) => /^\p{Lu}/u.test(said)).length
  const loud = long.length > 0 && long.every(({ said }) => said === said.toUpperCase())
  const says = !loud && !(long.length > LEAST && capitals >= long.length * MOSTLY)
  return found.map(({ from, said }, i) => {
    const before = found[i - 1]
    const gap = before ? text.slice(before.from + before.said.length, from) : '.'
    const short = before !== undefined && TITLES.has(before.said.toLowerCase())
    const joined = before !== undefined && (/^[ \t\u00a0]+$/.test(gap) || (short && /^\.\s*$/.test(gap)))
    const is = said.toLowerCase()
    const capital = says && /^\p{Lu}/u.test(said) && !SHORT_FORM.test(said)
    return { from, to: from + said.length, is, capital, joined, first: !joined && /[.!?\n]/.test(gap) }
  })
}

function isNamed(all: readonly Word[], i: number, known: ReadonlySet<string>): boolean {
  const word = all[i]!
  const { is, capital, first } = word
  if (is.length < LEAST) return false
  const before = word.joined ? all[i - 1] : undefined
  const after = all[i + 1]?.joined ? all[i + 1] : undefined
  if (known.has(is) && (capital || !isOrdinary(is))) return true
  // In Bali a short word stands between the title and the name: `Pak I Wayan`, `Bu Ni Made`.
  const short = before?.joined && BALINESE.has(before.is) ? all[i - 2] : before
  const titled = short !== undefined && TITLES.has(short.is)
  if (titled && !isOrdinary(is) && !TITLES.has(is)) return true
  if (after && PAIRS.has(`${is} ${after.is}`)) return false
  if (follows(all, i) && !isOrdinary(is) && !TITLES.has(is)) return true
  if (NAMES.has(is)) return true
  if (!capital || MONTHS.has(is) || isOrdinary(is) || TITLES.has(is)) return false
  const both = NAMES_AND_WORDS.has(is)
  if (!first) return both || !isInPlace(all, i)
  if (!after) return false
  const served = after.is === 'di' && all[i + 2]?.is === 'loket'
  const acts = OF_PEOPLE.has(after.is) || (!both && OFTEN_OF_PEOPLE.has(after.is))
  return served || acts || (after.capital && NAMES.has(after.is))
}

/** Whether what stands before says that a name comes: `bernama`, `atas nama`, `a.n.`, `nama saya`. */
function follows(all: readonly Word[], i: number): boolean {
  const [before, further] = [all[i - 1], all[i - 2]]
  // `a.n.` and `a/n` are two words of a letter, and no sentence begins behind them.
  if (before?.is === 'n' && further?.is === 'a') return true
  if (!before || all[i]!.first) return false
  if (OF_A_NAME.has(before.is)) return true
  return OWN.has(before.is) && further !== undefined && OF_A_NAME.has(further.is)
}

/** Whether a word with a capital belongs to the name of a place: `di Sungai Kunjang`. */
function isInPlace(all: readonly Word[], i: number): boolean {
  let from = i
  while (all[from]!.joined && all[from - 1]!.capital) from -= 1
  return all[from]!.joined && BEFORE_PLACES.has(all[from - 1]!.is) ? true : from < i && BEFORE_PLACES.has(all[from]!.is)
}

/** Whether a word behind a name belongs to it: behind a listed one any that has a capital, `Iskandar Muda`. */
function endsName(all: readonly Word[], i: number, known: ReadonlySet<string>): boolean {
  const { is, capital } = all[i]!
  if (goesOn(all[i]!, known)) return true
  return capital && NAMES.has(all[i - 1]!.is) && ![TITLES, ROLES, BEFORE_PLACES, MONTHS].some(set => set.has(is))
}

/** Whether a word beside a name belongs to it. */
function goesOn({ is, capital }: Word, known: ReadonlySet<string>): boolean {
  if (NAMES.has(is) || known.has(is)) return true
  return capital && !MONTHS.has(is) && !isOrdinary(is) && !TITLES.has(is)
}

function isOrdinary(is: string): boolean {
  if (NAMES.has(is) || NAMES_AND_WORDS.has(is)) return false
  return [ORDINARY, OF_PEOPLE, OFTEN_OF_PEOPLE, ROLES, BEFORE_PLACES].some(set => set.has(is)) || BUILT.test(is)
}
