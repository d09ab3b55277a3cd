import type { LocalDate } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import type { SkmAnswers } from '../ikm.ts'
import { BODY_ORDER, QUESTIONS, UNSUR, type Score, type Unsur } from '../instruments.ts'
import { PROFILE, PROFILE_KEYS, valuesOf, type Profile, type ProfileKey } from '../profile/profile.ts'
import { markOf, unsurOf } from '../table-words.ts'
import { MOST_LETTERS, withFixedBiaya, type CollectedSheet } from './sheet.ts'

/** What can be wrong in a file of answers. */
export type AnswersWord =
  | 'columnMissing'
  | 'columnTwice'
  | 'date'
  | 'future'
  | 'service'
  | 'score'
  | 'profile'
  | 'long'
  | 'none'
  | 'fixed'
  | 'few'

/** What is wrong at a row (as a spreadsheet counts them; 0 is the whole file) and in which column. */
export interface AnswersProblem {
  readonly row: number
  readonly column: string
  readonly word: AnswersWord
  readonly values: Readonly<Record<string, string | number>>
}

/** A row that is right. */
export interface AnswersRow extends CollectedSheet {
  readonly row: number
}

/** What the office has. */
export interface AnswersGround {
  readonly services: readonly { readonly id: string; readonly name: Words; readonly free: boolean }[]
  readonly today: LocalDate
  /** Whether answers of a date can be added: not to what was published or decided. */
  readonly isFixed: (date: LocalDate) => boolean
}

/** Reads the rows of a file one after another. */
export interface AnswersReader {
  /** What is wrong with the headings; then no row is read. */
  readonly problems: readonly AnswersProblem[]
  /** The columns that mean nothing here. */
  readonly ignored: readonly string[]
  /** Undefined of an empty row. */
  read(cells: readonly string[], row: number): AnswersRow | readonly AnswersProblem[] | undefined
}

/** Headings besides those of the unsur; the first of each is the one of the template. */
const HEADINGS = {
  date: ['tanggal', 'tanggal kunjungan', 'tanggal layanan', 'tgl', 'date'],
  service: ['layanan', 'jenis layanan', 'service'],
  sex: ['jenis kelamin', 'jk', 'l/p', 'sex'],
  age: ['usia', 'umur', 'age'],
  education: ['pendidikan', 'pendidikan terakhir', 'education'],
  work: ['pekerjaan', 'pekerjaan utama', 'work'],
  suggestion: ['saran', 'saran/masukan', 'masukan', 'kritik dan saran', 'suggestion'],
} as const satisfies Record<'date' | 'service' | ProfileKey | 'suggestion', readonly string[]>
type Heading = keyof typeof HEADINGS
type Column = Unsur | Heading

const NAMES: ReadonlyMap<string, Heading> = new Map(
  Object.entries(HEADINGS).flatMap(([key, names]) => names.map(name => [name, key as Heading] as const)),
)

/** An unsur by its number with its name: numbers alone mean another unsur on forms in the order of the annex. */
const headingOf = (unsur: Unsur) => `U${BODY_ORDER.indexOf(unsur) + 1} ${QUESTIONS[unsur].name[0]}`

/** The first row of the template; a number without a name is read in the order of the regulation's body. */
export const TEMPLATE_HEADINGS: readonly string[] = [
  ...['Tanggal', 'Layanan'],
  ...BODY_ORDER.map(headingOf),
  ...['Jenis kelamin', 'Usia', 'Pendidikan', 'Pekerjaan', 'Saran'],
]

/** Begins with the row of headings, which stands first. */
export function answersReader(headings: readonly string[], ground: AnswersGround): AnswersReader {
  const columns = headings.map(columnOf)
  const at = (column: Column) => columns.indexOf(column)
  const twice = columns.flatMap((column, i) => (column !== undefined && at(column) !== i ? [headings[i]!.trim()] : []))
  const missing = [
    ...(['date', 'service'] as const).filter(key => at(key) < 0).map(key => HEADINGS[key][0]),
    ...BODY_ORDER.flatMap(unsur => (at(unsur) < 0 ? [headingOf(unsur)] : [])),
  ]
  const services = new Map(
    ground.services.flatMap(service => [service.id, ...service.name].map(name => [plain(name), service] as const)),
  )
  return {
    problems: [
      ...missing.map(column => ({ row: 1, column, word: 'columnMissing' as const, values: {} })),
      ...twice.map(column => ({ row: 1, column, word: 'columnTwice' as const, values: {} })),
    ],
    ignored: headings
      .filter((heading, i) => columns[i] === undefined && heading.trim() !== '')
      .map(h => clip(h.trim())),
    read(cells, row) {
      if (cells.every(cell => cell.trim() === '')) return undefined
      const problems: AnswersProblem[] = []
      const cell = (column: Column) => (cells[at(column)] ?? '').trim()
      const wrong = (
        column: Column,
        word: AnswersWord,
        values: AnswersProblem['values'] = { value: clip(cell(column)) },
      ) => problems.push({ row, column: headings[at(column)]?.trim() ?? '', word, values })
      const date = dateIn(cell('date'))
      if (date === undefined) wrong('date', 'date')
      else if (date > ground.today) wrong('date', 'future')
      else if (ground.isFixed(date)) wrong('date', 'fixed')
      const service = services.get(plain(cell('service')))
      if (!service) wrong('service', 'service')
      const answers: Partial<Record<Unsur, Score>> = {}
      for (const unsur of UNSUR) {
        const mark = markOf(unsur, cell(unsur))
        if (mark === undefined) wrong(unsur, 'score')
        else if (mark !== 'none') answers[unsur] = mark
      }
      const profile: Partial<Record<ProfileKey, string>> = {}
      for (const key of PROFILE_KEYS) {
        const said = cell(key)
        if (said === '' || /^(-+|tidak diisi)$/i.test(said)) continue
        const value = profileIn(key, said)
        if (value === undefined) wrong(key, 'profile')
        else profile[key] = value
      }
      const suggestion = cell('suggestion')
      if (suggestion.length > MOST_LETTERS) wrong('suggestion', 'long', { most: MOST_LETTERS })
      const full: SkmAnswers = service?.free ? withFixedBiaya(answers) : answers
      if (problems.length === 0 && Object.keys(full).length === 0)
        problems.push({ row, column: headings[at('persyaratan')]?.trim() ?? '', word: 'none', values: {} })
      if (problems.length > 0) return problems
      return {
        ...{ row, date: date!, service: service!.id, answers: full, profile: profile as Profile },
        ...(suggestion === '' ? {} : { suggestion }),
      }
    },
  }
}

function columnOf(heading: string): Column | undefined {
  const bare = heading
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*\/\s*/g, '/')
  return unsurOf(heading, BODY_ORDER) ?? NAMES.get(bare)
}

/** A date as ISO or as Indonesia writes it, day first; undefined for one that is not in the calendar. */
function dateIn(text: string): LocalDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const own = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1) : own ? [own[3], own[2], own[1]] : []
  if (year === undefined || !/^2\d{3}$/.test(year)) return undefined
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined
}

/** A value of the profile by its key or its words; an age also in years. */
function profileIn(key: ProfileKey, text: string): string | undefined {
  const answers: Readonly<Record<string, Words>> = PROFILE[key].answers
  const found = valuesOf(key).find(value => [value, ...answers[value]!].some(name => plain(name) === plain(text)))
  if (found !== undefined || key !== 'age' || !/^\d{1,3}$/.test(text)) return found
  const years = Number(text)
  const from = (group: string) => (group === '<20' ? 0 : Number(group.slice(0, 2)))
  return years > 120 ? undefined : [...valuesOf('age')].reverse().find(group => years >= from(group))
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()

function clip(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
