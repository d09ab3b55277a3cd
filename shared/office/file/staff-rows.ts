import { foundIn } from '../../kit/found-in.ts'
import type { Agency } from '../agencies.ts'
import type { OwnRole, Role } from '../permissions.ts'
import { EMPLOYEE_NUMBER, employeeNumberOf, isEmail, isName, MOST_OF_PERSON } from '../person.ts'
import type { ImportProblem, ImportWord } from './import-problem.ts'
import { freeUsername, nameKey } from './same-person.ts'

/** Somebody of an imported list. */
export interface StaffRow {
  readonly row: number
  readonly name: string
  /** The e-mail, else made of the name. */
  readonly username: string
  readonly email: string | null
  readonly nip: string | null
  /** Of every office, and of its own. */
  readonly roles: readonly string[]
  readonly counter: string | null
  /** The agency of the hall; `null`: the whole office. */
  readonly agency: string | null
}

/** A list of staff as it is shown before anybody is invited: all of it is taken over, or nothing while a problem is left. */
export interface StaffPreview {
  readonly rows: readonly StaffRow[]
  readonly problems: readonly ImportProblem[]
}

/** What the office has, by which a list is looked at. */
export interface StaffGround {
  readonly counters: readonly { readonly id: string; readonly name: string; readonly agency: string | null }[]
  readonly agencies: readonly Pick<Agency, 'id' | 'code' | 'name'>[]
  /** User names and e-mails of the whole installation, in small letters. */
  readonly emails: ReadonlySet<string>
  readonly nips: ReadonlySet<string>
  /** Whoever has an account here. */
  readonly people: readonly { readonly name: string; readonly username: string }[]
  /** The roles that the office has made for itself. */
  readonly own: readonly Pick<OwnRole, 'id' | 'name'>[]
  /** Whether whoever brings the list may give a role. */
  readonly mayGive: (role: string) => boolean
}

const COLUMNS = {
  name: /^(nama|nama lengkap|nama pegawai|name)$/,
  email: /^(surel|e-?mail|email|alamat surel|surel dinas)$/,
  nip: /^(nip|nip\/nipppk|nomor induk pegawai|employee number)$/,
  role: /^(peran|jabatan di loket|tugas|role|roles)$/,
  counter: /^(loket|no\.? loket|nomor loket|meja|counter)$/,
  agency: /^(instansi|nama instansi|kode instansi|agency)$/,
} as const
type Column = keyof typeof COLUMNS
const NEEDED: readonly Column[] = ['name', 'role']
const SHOWN: Readonly<Record<Column, string>> = {
  ...{ name: 'nama', email: 'surel', nip: 'NIP', role: 'peran', counter: 'loket', agency: 'instansi' },
}

const ROLE_NAMES: Readonly<Record<string, Role>> = {
  ...{ petugas: 'officer', 'petugas loket': 'officer', officer: 'officer' },
  ...{ 'meja depan': 'frontDesk', 'front desk': 'frontDesk', frontdesk: 'frontDesk', resepsionis: 'frontDesk' },
  ...{ atasan: 'supervisor', penyelia: 'supervisor', supervisor: 'supervisor' },
  ...{ manajer: 'manager', manager: 'manager', pimpinan: 'manager' },
  ...{ administrator: 'administrator', admin: 'administrator' },
  ...{ pemantau: 'observer', observer: 'observer' },
}

/** Rows that were left out, as if they were not there, and those that were meant though somebody of that name is there. */
export interface Chosen {
  readonly without: ReadonlySet<number>
  readonly meant: ReadonlySet<number>
}

/** Looks through a table of staff whose first row names the columns, in any order. */
export function previewStaff(
  table: readonly (readonly string[])[],
  ground: StaffGround,
  { without, meant }: Chosen = { without: new Set(), meant: new Set() },
): StaffPreview {
  const head = (table[0] ?? []).map(cell => cell.trim().toLowerCase().replace(/\s+/g, ' '))
  const columns = columnsOf(head)
  if ('problems' in columns) return { rows: [], problems: columns.problems }
  const rows: StaffRow[] = []
  const problems: ImportProblem[] = []
  const [emails, nips, names] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const known = new Map(ground.people.map(one => [nameKey(one.name), one]))
  const made = new Set<string>()
  table.forEach((cells, i) => {
    if (i === 0 || without.has(i + 1) || cells.every(cell => cell.trim() === '')) return
    const row = i + 1
    const say = (word: ImportWord, values: ImportProblem['values'] = {}) => void problems.push({ row, word, values })
    const cell = (column: Column) => cells[columns.at[column] ?? -1]?.trim() ?? ''
    const [name, email, nip] = [cell('name'), cell('email').toLowerCase(), employeeNumberOf(cell('nip'))]
    if (name === '') say('nameMissing')
    else if (!isName(name)) say('nameWrong', { most: MOST_OF_PERSON })
    if (email.length > MOST_OF_PERSON) say('emailLong', { most: MOST_OF_PERSON })
    else if (email !== '' && !isEmail(email)) say('emailWrong', { email: cell('email') })
    else if (emails.has(email)) say('emailTwice', { row: emails.get(email)! })
    else if (ground.emails.has(email)) say('emailTaken', { email })
    // Nobody's number ends in 000: a spreadsheet that kept 15 of the 18 digits wrote it out.
    if (/^\d+[.,]?\d*[eE]\+?\d+$|^\d{15}000$/.test(nip)) say('nipRounded')
    else if (nip !== '' && !EMPLOYEE_NUMBER.test(nip))
      say(/^\d{15,}$/.test(nip) ? 'nipWrong' : 'numberWrong', { n: nip.length })
    else if (nips.has(nip)) say('nipTwice', { row: nips.get(nip)! })
    else if (ground.nips.has(nip)) say('nipTaken')
    if (email !== '' && !emails.has(email)) emails.set(email, row)
    if (nip !== '' && !nips.has(nip)) nips.set(nip, row)
    const key = nameKey(name)
    const like = known.get(key)
    const taken = ground.emails.has(email) || ground.nips.has(nip)
    if (key !== '' && !taken && !meant.has(row)) {
      if (like) say('personLike', { name: like.name, username: like.username })
      else if (names.has(key)) say('rowLike', { row: names.get(key)! })
    }
    if (!names.has(key)) names.set(key, row)
    const named = cell('role')
      .split(/[,;/+]/)
      .map(r => r.trim())
      .filter(r => r !== '')
    if (named.length === 0) say('roleMissing')
    for (const written of named) {
      const role = roleOf(written, ground)
      if (role === undefined) say('roleUnknown', { role: written, known: ownOf(ground) })
      else if (!ground.mayGive(role)) say('roleNotHeld', { role: written })
    }
    const counter = counterOf(cell('counter'), ground)
    if (counter === undefined)
      say('counterUnknown', {
        counter: cell('counter').replace(/^loket\s+/i, ''),
        known: firstFew(ground.counters.map(c => c.name)),
      })
    const agency = agencyOf(cell('agency'), ground)
    if (agency === undefined)
      say('agencyUnknown', { agency: cell('agency'), known: firstFew(ground.agencies.map(a => a.name[0])) })
    else if (agency !== null && counter && ground.counters.find(c => c.id === counter)?.agency !== agency)
      say('counterElsewhere', { counter: cell('counter').replace(/^loket\s+/i, '') })
    const roles = [...new Set(named.flatMap(r => roleOf(r, ground) ?? []))]
    const isTaken = (one: string) => ground.emails.has(one) || emails.has(one) || made.has(one)
    const username = email === '' ? freeUsername(name, isTaken) : email
    made.add(username)
    rows.push({
      row,
      name,
      username,
      email: email === '' ? null : email,
      nip: nip === '' ? null : nip,
      roles,
      counter: counter ?? null,
      agency: agency ?? null,
    })
  })
  if (rows.length === 0) problems.push({ row: 0, word: 'empty', values: {} })
  return { rows, problems }
}

const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** A role of every office by its words, else one of its own by its name in either language, or its id. */
function roleOf(written: string, { own }: StaffGround): string | undefined {
  const key = plain(written)
  return foundIn(ROLE_NAMES, key) ?? own.find(({ id, name }) => [id, ...name].some(said => plain(said) === key))?.id
}

/** The own roles by name, to be read behind those of every office. */
const ownOf = ({ own }: StaffGround): string => own.map(({ name }) => `, ${name[0]}`).join('')

/** `null` where none is named, `undefined` where there is none of that name. */
function counterOf(written: string, { counters }: StaffGround): string | null | undefined {
  if (written === '' || written === '-' || written === '–') return null
  const wanted = written.toLowerCase()
  return counters.find(c => [c.id, c.name, `loket ${c.id}`].some(name => name.toLowerCase() === wanted))?.id
}

/** The same of an agency, by its id, code or name in either language. */
function agencyOf(written: string, { agencies }: StaffGround): string | null | undefined {
  if (written === '' || written === '-' || written === '–') return null
  const wanted = written.toLowerCase().replace(/\s+/g, ' ')
  return agencies.find(a => [a.id, a.code, ...a.name].some(name => name.toLowerCase() === wanted))?.id
}

const FEW = 8

function firstFew(names: readonly string[]): string {
  return names.length === 0 ? '–' : names.slice(0, FEW).join(', ') + (names.length > FEW ? ', …' : '')
}

function columnsOf(
  head: readonly string[],
): { readonly at: Readonly<Partial<Record<Column, number>>> } | { readonly problems: readonly ImportProblem[] } {
  const all = Object.entries(COLUMNS) as [Column, RegExp][]
  const problem = (word: ImportWord, column: Column) => ({ row: 1, word, values: { column: SHOWN[column] } })
  const problems = all.flatMap(([column, names]) => {
    const n = head.filter(cell => names.test(cell)).length
    if (n > 1) return [problem('columnTwice', column)]
    return n === 0 && NEEDED.includes(column) ? [problem('columnMissing', column)] : []
  })
  if (problems.length > 0) return { problems }
  const found = all.map(([column, names]) => [column, head.findIndex(cell => names.test(cell))] as const)
  return { at: Object.fromEntries(found.filter(([, i]) => i >= 0)) }
}
