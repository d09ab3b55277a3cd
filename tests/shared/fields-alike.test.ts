import { describe, expect, it } from 'vitest'
import { newcomerOf } from '../../server/services/identity/oidc/newcomer.ts'
import { officeFile } from '../../server/services/office-file/schema.ts'
import { api } from '../../shared/contracts/api.ts'
import { settings } from '../../shared/contracts/schemas/office.ts'
import { serviceInfo } from '../../shared/contracts/schemas/service.ts'
import { usernameAfter } from '../../shared/office/file/usernames.ts'
import { isUsername } from '../../shared/office/person.ts'
import type { StaffPreview } from '../../shared/office/file/staff-rows.ts'
import { staff } from '../helpers/lists.ts'

type Field = 'name' | 'email' | 'employeeNumber' | 'username'
type Way = (value: string) => Promise<unknown> | unknown
const REFUSED = 'refused'

const bodyOf = (route: keyof typeof api) => (api[route] as { body: { safeParse(value: unknown): Parsed } }).body
interface Parsed {
  readonly success: boolean
  readonly data?: Record<string, never>
}
const read = (parsed: Parsed, of: (data: Record<string, never>) => unknown) =>
  parsed.success ? of(parsed.data!) : REFUSED

const rani = { name: 'Rani', email: 'rani@kantor.example', employeeNumber: null, username: 'rani' }
const setup = { link: 'x'.repeat(22), name: 'Rani', email: rani.email, password: 'kuda minum kopi', code: '123456' }
const office = { name: 'Kantor', city: 'Palu', zone: 'WITA', template: null }
const file = { office: { id: 'palu', name: 'Kantor', city: 'Palu', zone: 'WITA' } }
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
const listed = (looked: StaffPreview, field: 'name' | 'email' | 'nip') =>
  looked.problems.length > 0 ? REFUSED : looked.rows[0]![field]

/** Every way in by which a field of a person comes. */
const WAYS: Readonly<Record<string, Partial<Record<Field, Way>>>> = {
  form: Object.fromEntries(
    (['name', 'email', 'employeeNumber', 'username'] as const).map(field => [
      field,
      (value: string) =>
        read(
          bodyOf('POST /api/offices/:office/people').safeParse({ ...rani, roles: ['officer'], [field]: value }),
          d => d[field],
        ),
    ]),
  ),
  correction: Object.fromEntries(
    (['name', 'email', 'employeeNumber'] as const).map(field => [
      field,
      (value: string) => {
        const { username: _, ...known } = rani
        const route = 'POST /api/offices/:office/people/:person/correct'
        return read(bodyOf(route).safeParse({ ...known, [field]: value }), d => d[field])
      },
    ]),
  ),
  setup: Object.fromEntries(
    (['name', 'email'] as const).map(field => [
      field,
      (value: string) =>
        read(bodyOf('POST /api/setup/administrator').safeParse({ ...setup, [field]: value }), d => d[field]),
    ]),
  ),
  'another office': Object.fromEntries(
    (['name', 'email'] as const).map(field => [
      field,
      (value: string) => {
        const administrator = { name: 'Rani', email: rani.email, [field]: value }
        const parsed = bodyOf('POST /api/offices/:office/offices').safeParse({ ...office, zone: 'WITA', administrator })
        return read(parsed, d => d['administrator']![field])
      },
    ]),
  ),
  'office.yaml': Object.fromEntries(
    (['name', 'email', 'employeeNumber', 'username'] as const).map(field => {
      const key = field === 'employeeNumber' ? 'nip' : field
      return [
        field,
        (value: string) => {
          const one = { username: 'rani', name: 'Rani', roles: ['officer'], [key]: value }
          const parsed = officeFile.safeParse({ ...file, staff: [one] }) as unknown as Parsed
          return read(parsed, d => (d['staff'] as unknown as Record<string, unknown>[])[0]![key])
        },
      ]
    }),
  ),
  list: {
    name: async value => listed(await staff(`Nama;Peran;Surel\n${quoted(value)};Petugas;r@kantor.example`), 'name'),
    email: async value => listed(await staff(`Nama;Peran;Surel\nRani;Petugas;${quoted(value)}`), 'email'),
    employeeNumber: async value => listed(await staff(`Nama;Peran;NIP\nRani;Petugas;${quoted(value)}`), 'nip'),
  },
  provider: {
    email: value =>
      newcomerOf({ name: 'Rani', email: value, emailVerified: true, employeeNumber: undefined }, 'email')?.email ??
      REFUSED,
    employeeNumber: value =>
      newcomerOf({ name: 'Rani', email: undefined, emailVerified: false, employeeNumber: value }, 'employeeNumber')
        ?.employeeNumber ?? REFUSED,
  },
  'signing in': {
    username: value =>
      read(bodyOf('POST /api/login').safeParse({ username: value, password: 'x' }), d => d['username']),
  },
}

/** What is written, and what every way in makes of it. */
const at = (n: number) => `${'a'.repeat(n - '@kantor.example'.length)}@kantor.example`
const CASES: Readonly<Record<Field, readonly (readonly [written: string, kept: string])[]>> = {
  name: [
    ['  Dra. Rani Contoh, M.Si. ', 'Dra. Rani Contoh, M.Si.'],
    ['R'.repeat(120), 'R'.repeat(120)],
    ['R'.repeat(121), REFUSED],
    ['Rani\nContoh', REFUSED],
    ['Rani\u0007', REFUSED],
    ['\u202Einar', REFUSED],
    ['Ra\u200Bni', REFUSED],
    ['Ra\u200Dni', REFUSED],
    ['\u2066Rani\u2069', REFUSED],
    ['Ra\u00ADni', REFUSED],
    ['\u3164', REFUSED],
    ['   ', REFUSED],
  ],
  email: [
    [' Rani.Contoh@Kantor.Example ', 'rani.contoh@kantor.example'],
    ['rani+loket_1@sub.kantor.example', 'rani+loket_1@sub.kantor.example'],
    ["o'neil@kantor.example", "o'neil@kantor.example"],
    ['_rani@kantor.example', '_rani@kantor.example'],
    [at(81), at(81)],
    [at(120), at(120)],
    [at(121), REFUSED],
    ['rani@kantor', REFUSED],
    ['rani..contoh@kantor.example', REFUSED],
    ['räni@kantor.example', REFUSED],
    ['rani contoh@kantor.example', REFUSED],
    ['rani@-kantor.example', REFUSED],
  ],
  employeeNumber: [
    ['198703122010011001', '198703122010011001'],
    [' 19870312 201001 1 001 ', '198703122010011001'],
    ['19870312.201001.1.001', '198703122010011001'],
    ["'198703122010011001", '198703122010011001'],
    ['1990-1', '1990-1'],
    ['A.12/34', 'A.12/34'],
    ['87031220', '87031220'],
    // The NIK, a digit too few or too many, and what a spreadsheet left of a NIP.
    ['6471031203870001', REFUSED],
    ['19870312201001100', REFUSED],
    ['1987031220100110011', REFUSED],
    ['198703122010011000', REFUSED],
    ['1,98703E+17', REFUSED],
    ['12', REFUSED],
    ['1'.repeat(31), REFUSED],
  ],
  username: [
    [' Rani ', 'rani'],
    ['rani+2', 'rani+2'],
    ['198703122010011001', '198703122010011001'],
    [at(120), at(120)],
    [at(121), REFUSED],
  ],
}

describe('a field of a person', () => {
  it.each(Object.entries(WAYS))(
    'by way of %s is bounded, trimmed and written as by every other [A19]',
    async (_, way) => {
      for (const [field, take] of Object.entries(way) as [Field, Way][])
        for (const [written, kept] of CASES[field])
          expect([field, written, await take(written)]).toEqual([field, written, kept])
    },
  )

  it('that is refused by one way only because of its form lets nobody in by a name that nobody can type to sign in [A19]', () => {
    const typed = (username: string) => bodyOf('POST /api/login').safeParse({ username, password: 'x' }).success
    for (const [, kept] of CASES.email) if (kept !== REFUSED) expect([kept, typed(kept)]).toEqual([kept, true])
  })

  it('from which a user name was made makes one that every way takes, or the name does, once it is corrected [A19 A25]', () => {
    const account = { username: 'a-1', name: 'Rani Contoh', email: null, employeeNumber: 'A-1' }
    const after = (employeeNumber: string) =>
      usernameAfter(account, { name: account.name, email: null, employeeNumber }, () => false)
    const made = { 'B/2': 'b/2', '198703122010011001': '198703122010011001' }
    const unfit = ['.123/x', '-99', '...', '/7a']
    expect(Object.fromEntries(Object.keys(made).map(number => [number, after(number)]))).toEqual(made)
    expect([...new Set(unfit.map(after))]).toEqual(['rani.contoh'])
    expect([...Object.keys(made), ...unfit].map(after).every(isUsername)).toBe(true)
  })
})

describe('a field of an office', () => {
  const inFile = (field: string, value: string) =>
    read(
      officeFile.safeParse({ office: { ...file.office, [field]: value } }) as unknown as Parsed,
      d => d['office']![field],
    )
  const begun = (field: string, value: string) => {
    const body = { ...office, administrator: null, [field]: value }
    return read(bodyOf('POST /api/offices/:office/offices').safeParse(body), d => d[field])
  }
  const inSettings = (field: 'name' | 'city' | 'shortName' | 'address' | 'phone' | 'entrance', value: string) => {
    const parsed = settings.shape[field].safeParse(value)
    return parsed.success ? parsed.data : REFUSED
  }
  const most = { name: 120, city: 80, shortName: 30, address: 200, phone: 40, entrance: 200 } as const
  const cases = Object.entries(most).map(([field, n]) => [field as keyof typeof most, n] as const)

  it.each(cases)('%s is bounded at %d signs and trimmed alike in the console and in a file [H16]', (field, n) => {
    for (const [written, kept] of [
      [' Kantor Palu ', 'Kantor Palu'],
      ['K'.repeat(n), 'K'.repeat(n)],
      ['K'.repeat(n + 1), REFUSED],
      ['Kantor\u0007', REFUSED],
      ['Kantor\nPalu', REFUSED],
    ] as const) {
      expect([written, inFile(field, written), inSettings(field, written)]).toEqual([written, kept, kept])
      if (field === 'name' || field === 'city') expect([written, begun(field, written)]).toEqual([written, kept])
    }
  })

  it('with as many steps of a procedure as the console takes can be written down and read again [H16]', () => {
    const steps = (n: number) => Array.from({ length: n }, (_, i) => `Langkah ${i + 1}`)
    const one = { id: 'a', letter: 'A', name: 'Layanan', typicalMinutes: 5, standardMinutes: 5, waitPromiseMinutes: 5 }
    const taken = (n: number) => officeFile.safeParse({ ...file, services: [{ ...one, procedure: steps(n) }] }).success
    const words = (n: number) => steps(n).map(step => [step, step])
    for (const n of [40, 41]) expect(taken(n)).toBe(serviceInfo.shape.procedure.safeParse(words(n)).success)
  })
})
