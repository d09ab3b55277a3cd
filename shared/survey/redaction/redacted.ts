import { namesIn } from './names.ts'
import { MASK, unnamed } from './unnamed.ts'

/** The street of somebody's house, with whatever numbers follow. */
const STREET =
  /(?<![\p{L}\p{Nd}])(?:(?:[Jj]l|[Jj]ln|[Gg]g|[Pp]erum|[Kk]ompleks?|[Pp]erumahan|[Ll]orong|[Bb]lok|[Jj]alan|[Gg]ang)\.?\s+\p{Lu}[\p{L}'’]*(?:\s+(?!(?:No|Nomor|Gg|Gang|Blok|RT|RW)(?!\p{L}))\p{Lu}[\p{L}'’]*){0,3}|(?:[Jj]l|[Jj]ln|[Gg]g|[Jj]alan|[Gg]ang)\.?\s+(?:\p{L}+\s+){1,3}(?=no\b|nomor\b|\d))(?:[\s,]*(?:(?:[Nn]o(?:mor)?|[Gg]g|[Gg]ang|[Bb]lok|RT|RW|rt|rw)\.?\s*)?[A-Z]?\d{1,4}\p{L}?(?![\p{L}\p{Nd}.:]))*/gu
/** The plate of a vehicle. */
const PLATE = /(?<![\p{L}\p{Nd}])([A-Z]{1,2})[ -]?\d{1,4}[ -]?[A-Z]{1,3}(?![\p{L}\p{Nd}])/gu
const NO_PLATE = new Set('RT RW RP KM KG CM MM UU PP NO KK SD AC TV HP DI KE SE'.split(' '))
/** A short number behind a word that says it is somebody's telephone. */
const CALLED =
  /(?<![\p{L}])((?:telp?|telepon|tlp|hp|wa|whatsapp|sms|hubungi|hub)(?![\p{L}])[^\d\n]{0,12})(\d[\d -]{4,12}\d)(?![\d.:])/giu

/**
 * A text that a citizen wrote, as it may be read: without names of people, numbers, links, addresses and plates that would tell who
 * somebody is. `known` are words of names that are somebody's here, such as those of the staff.
 * @example redacted('Bu Siti di loket 3 ramah, WA 0812-5555-0134') // 'Bu ••• di loket 3 ramah, WA •••'
 */
export function redacted(text: string, known?: ReadonlySet<string>): string {
  // A plate begins as a number of the queue does.
  const plain = unnamed(text.replace(PLATE, (all, letters: string) => (NO_PLATE.has(letters) ? all : MASK)))
    .replace(CALLED, `$1${MASK}`)
    .replace(STREET, MASK)
  let out = ''
  let done = 0
  for (const [from, to] of namesIn(plain, known)) {
    out += plain.slice(done, from) + MASK
    done = to
  }
  return (out + plain.slice(done))
    .replace(/••• +(?=[.,;)]|$)/gu, MASK)
    .replace(/•••(?:\s+•••)+/gu, MASK)
    .trim()
}
