import type { Role } from '../permissions.ts'
import type { ImportProblem, ImportWord } from './import-problem.ts'

/** Somebody of an imported list. */
export interface StaffRow {
  readonly row: number
  readonly name: string
  readonly email: string
  readonly nip: string | null
  readonly roles: readonly Role[]
  readonly counter: string | null
}

/** A list of staff as it is shown before anybody is invited: all of it is taken over, or nothing while a problem is left. */
export interface StaffPreview {
  readonly rows: readonly StaffRow[]
  readonly problems: readonly ImportProblem[]
}

/** What the office has, by which a list is looked at. */
export interface StaffGround {
  readonly counters: readonly { readonly id: string; readonly name: string }[]
  /** In small letters. */
  readonly emails: ReadonlySet<string>
  readonly nips: ReadonlySet<string>
}

const COLUMNS = {
  name: /^(nama|nama lengkap|nama pegawai|name)$/,
  email: /^(surel|e-?mail|email|alamat surel|surel dinas)$/,
  nip: /^(nip|nip\/nipppk|nomor induk pegawai|employee number)$/,
  role: /^(peran|jabatan di loket|tugas|role|roles)$/,
  counter: /^(loket|no\.? loket|nomor loket|meja|counter)$/,
} as const
type Column = keyof typeof COLUMNS
const NEEDED: readonly Column[] = ['name', 'email', 'role']
const SHOWN: Readonly<Record<Column, string>> = {
  ...{ name: 'nama', email: 'surel', nip: 'NIP', role: 'peran', counter: 'loket' },
}

const ROLE_NAMES: Readonly<Record<string, Role>> = {
  ...{ petugas: 'officer', 'petugas loket': 'officer', officer: 'officer' },
  ...{ 'meja depan': 'frontDesk', 'front desk': 'frontDesk', frontdesk: 'frontDesk', resepsionis: 'frontDesk' },
  ...{ atasan: 'supervisor', penyelia: 'supervisor', supervisor: 'supervisor' },
  ...{ manajer: 'manager', manager: 'manager', pimpinan: 'manager' },
  ...{ administrator: 'administrator', admin: 'administrator' },
}

/** Looks through a table of staff whose first row names the columns, in any order; rows of `without` are as if they were not there. */
export function previewStaff(
  table: readonly (readonly string[])[],
  ground: StaffGround,
  without: ReadonlySet<number> = new Set(),
): StaffPreview {
  const head = (table[0] ?? []).map(cell => cell.trim().toLowerCase().replace(/\s+/g, ' '))
  const columns = columnsOf(head)
  if ('problems' in columns) return { rows: [], problems: columns.problems }
  const rows: StaffRow[] = []
  const problems: ImportProblem[] = []
  const [emails, nips] = [new Map<string, number>(), new Map<string, number>()]
  table.forEach((cells, i) => {
    if (i === 0 || without.has(i + 1) || cells.every(cell => cell.trim() === '')) return
    const row = i + 1
    const say = (word: ImportWord, values: ImportProblem['values'] = {}) => void problems.push({ row, word, values })
    const cell = (column: Column) => cells[columns.at[column] ?? -1]?.trim() ?? ''
    const [name, email, nip] = [cell('name'), cell('email').toLowerCase(), cell('nip').replace(/[\s.'’]/g, '')]
    if (name === '') say('nameMissing')
    if (email === '') say('emailMissing')
    else if (!EMAIL.test(email)) say('emailWrong', { email: cell('email') })
    else if (emails.has(email)) say('emailTwice', { row: emails.get(email)! })
    else if (ground.emails.has(email)) say('emailTaken', { email })
    if (nip !== '' && /[eE+,]/.test(nip)) say('nipRounded')
    else if (nip !== '' && !/^\d{18}$/.test(nip)) say('nipWrong', { n: nip.length })
    else if (nips.has(nip)) say('nipTwice', { row: nips.get(nip)! })
    else if (ground.nips.has(nip)) say('nipTaken')
    if (!emails.has(email)) emails.set(email, row)
    if (nip !== '' && !nips.has(nip)) nips.set(nip, row)
    const named = cell('role')
      .split(/[,;/+]/)
      .map(r => r.trim())
      .filter(r => r !== '')
    if (named.length === 0) say('roleMissing')
    for (const role of named) if (!roleOf(role)) say('roleUnknown', { role })
    const counter = counterOf(cell('counter'), ground)
    if (counter === undefined)
      say('counterUnknown', { counter: cell('counter').replace(/^loket\s+/i, ''), known: knownOf(ground) })
    const roles = [...new Set(named.flatMap(r => roleOf(r) ?? []))]
    rows.push({ row, name, email, nip: nip === '' ? null : nip, roles, counter: counter ?? null })
  })
  if (rows.length === 0) problems.push({ row: 0, word: 'empty', values: {} })
  return { rows, problems }
}

const EMAIL = /^[^\s@]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/

const roleOf = (name: string): Role | undefined => {
  const key = name.toLowerCase().replace(/\s+/g, ' ')
  return Object.hasOwn(ROLE_NAMES, key) ? ROLE_NAMES[key] : undefined
}

/** `null` where none is named, `undefined` where there is none of that name. */
function counterOf(written: string, { counters }: StaffGround): string | null | undefined {
  if (written === '' || written === '-' || written === '–') return null
  const wanted = written.toLowerCase()
  return counters.find(c => [c.id, c.name, `loket ${c.id}`].some(name => name.toLowerCase() === wanted))?.id
}

const FEW = 8

function knownOf({ counters }: StaffGround): string {
  return (
    counters
      .slice(0, FEW)
      .map(c => c.name)
      .join(', ') + (counters.length > FEW ? ', …' : '')
  )
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
