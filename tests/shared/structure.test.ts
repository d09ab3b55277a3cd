import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { officeChange } from '../../shared/contracts/schemas.ts'
import { newId } from '../../console/setup/grid.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { changeBetween, keepingUsed } from '../../shared/office/structure/between.ts'
import { changedOffice, fieldsOf, type OfficeChange } from '../../shared/office/structure/change.ts'
import { unsoundOf, type Unsound } from '../../shared/office/structure/sound.ts'
import { fc } from '../helpers/property.ts'

const hall: OfficeInfo = changedOffice(demoOffice, {
  agencies: [
    { id: 'imigrasi', code: 'IM', name: ['Imigrasi', 'Immigration'] },
    { id: 'samsat', code: 'S', name: ['Samsat', 'Vehicle registry'] },
  ],
  areas: [{ id: 'lobi', name: ['Lobi', 'Lobby'] }],
})

function refused(change: OfficeChange, office = hall): readonly Unsound[] {
  try {
    changedOffice(office, change)
  } catch (error) {
    if (error instanceof AppError && error.code === 'STRUCTURE_UNSOUND')
      return error.data!['problems'] as readonly Unsound[]
    throw error
  }
  return []
}

describe('the parts of an office', () => {
  const cases: readonly (readonly [string, OfficeChange, Unsound])[] = [
    [
      'two services with one letter',
      { services: [{ id: 'legalisir', letter: 'A' }] },
      { field: 'services.legalisir.letter', problem: 'letterTaken', with: 'ktp-el' },
    ],
    [
      'a service that takes the code of an agency to which it does not belong',
      { services: [{ id: 'ktp-el', letter: 'IM' }] },
      { field: 'services.ktp-el.letter', problem: 'letterOfAgency', with: 'imigrasi' },
    ],
    [
      'two agencies with one code',
      { agencies: [{ id: 'bank', code: 'IM', name: ['Bank', 'Bank'] }] },
      { field: 'agencies.bank.code', problem: 'codeTaken', with: 'imigrasi' },
    ],
    [
      'a service of an agency that is not there',
      { services: [{ id: 'ktp-el', agency: 'pos' }] },
      { field: 'services.ktp-el.agency', problem: 'agencyUnknown', with: 'pos' },
    ],
    [
      'an agency that is taken away while a service is its own',
      { services: [{ id: 'ktp-el', agency: 'samsat' }], agencies: [{ id: 'samsat', removed: true }] },
      { field: 'services.ktp-el.agency', problem: 'agencyUnknown', with: 'samsat' },
    ],
    [
      'a counter in an area that is not there',
      { counters: [{ id: '1', area: 'lantai-2' }] },
      { field: 'counters.1.area', problem: 'areaUnknown', with: 'lantai-2' },
    ],
    [
      'a counter that serves what is not there',
      { counters: [{ id: '1', services: ['paspor'] }] },
      { field: 'counters.1.services', problem: 'serviceUnknown', with: 'paspor' },
    ],
    [
      'a next step that is not there',
      { services: [{ id: 'ktp-el', next: 'cetak' }] },
      { field: 'services.ktp-el.next', problem: 'serviceUnknown', with: 'cetak' },
    ],
    [
      'a next step that takes nobody any more',
      {
        services: [
          { id: 'ktp-el', next: 'legalisir' },
          { id: 'legalisir', retired: true },
        ],
      },
      { field: 'services.ktp-el.next', problem: 'serviceRetired', with: 'legalisir' },
    ],
    [
      'steps in a circle',
      {
        services: [
          { id: 'ktp-el', next: 'legalisir' },
          { id: 'legalisir', next: 'ktp-el' },
        ],
      },
      { field: 'services.ktp-el.next', problem: 'nextCircle', with: 'legalisir' },
    ],
    [
      'a step that leads to itself',
      { services: [{ id: 'ktp-el', next: 'ktp-el' }] },
      { field: 'services.ktp-el.next', problem: 'nextCircle', with: 'ktp-el' },
    ],
    [
      'a life event of a service that is retired',
      { services: [{ id: 'akta-kelahiran', retired: true }] },
      { field: 'lifeEvents.anak-lahir.parts', problem: 'serviceRetired', with: 'akta-kelahiran' },
    ],
    [
      'a life event for a case that its service does not have',
      { lifeEvents: [{ id: 'wisuda', name: ['Wisuda', 'Graduation'], parts: [part('legalisir', 'ijazah')] }] },
      { field: 'lifeEvents.wisuda.parts', problem: 'caseUnknown', with: 'ijazah' },
    ],
    [
      'a service without a name',
      { services: [{ id: 'ktp-el', name: [' ', 'ID card'] }] },
      { field: 'services.ktp-el.name', problem: 'nameless', with: '' },
    ],
    [
      'more counters than an office holds',
      { counters: Array.from({ length: 193 }, (_, i) => ({ id: `n${i}`, name: `Loket ${i + 9}` })) },
      { field: 'counters', problem: 'tooMany', with: 200 },
    ],
  ]

  it.each(cases)('refuse %s, and say where and with what [A40]', (_, change, problem) => {
    expect(refused(change)).toContainEqual(problem)
  })

  it('are told all at once, not one after another [A40]', () => {
    const change = { services: [{ id: 'legalisir', letter: 'A', next: 'cetak' }], counters: [{ id: '1', area: 'x' }] }
    expect(refused(change).map(p => p.problem)).toEqual(['letterTaken', 'serviceUnknown', 'areaUnknown'])
  })

  it('let a retired service keep its letter beside the one that took it, until it comes back [A40]', () => {
    const moved = changedOffice(hall, {
      services: [
        { id: 'konsultasi', retired: true },
        { id: 'legalisir', letter: 'K' },
      ],
    })
    expect(refused({ services: [{ id: 'konsultasi', retired: false }] }, moved)).toEqual([
      { field: 'services.legalisir.letter', problem: 'letterTaken', with: 'konsultasi' },
    ])
  })

  it('let the services of an agency share its code, so that its numbers are one series [A40]', () => {
    const services = ['paspor', 'izin-tinggal'].map(id => ({
      ...{ id, letter: 'IM', name: [id, id] as const, agency: 'imigrasi' },
    }))
    expect(refused({ services })).toEqual([])
  })

  it('let be what an older program had kept, as long as nobody touches it [A40]', () => {
    const old = { ...hall, counters: [{ ...hall.counters[0]!, services: ['gone'] }, ...hall.counters.slice(1)] }
    expect(refused({ minRatings: 50 }, old)).toEqual([])
    expect(refused({ counters: [{ id: '2', services: ['gone'] }] }, old)).toHaveLength(1)
  })
})

describe('a member of a list', () => {
  it('is new where nobody has its id and enough is said of it: a service by letter and name', () => {
    const made = changedOffice(hall, { services: [{ id: 'surat', letter: 'N', name: ['Surat', 'Letter'] }] })
    expect(made.services.at(-1)).toMatchObject({ id: 'surat', letter: 'N', open: true, booking: null, retired: false })
    expect(() => changedOffice(hall, { services: [{ id: 'surat', name: ['Surat', 'Letter'] }] })).toThrow(
      'SERVICE_UNKNOWN',
    )
    expect(() => changedOffice(hall, { counters: [{ id: '99', services: [] }] })).toThrow('NOT_FOUND')
  })

  it('that goes is served at no counter any more, and going twice is going once', () => {
    const gone = changedOffice(hall, { services: [{ id: 'konsultasi', removed: true }] })
    expect(gone.counters.flatMap(c => c.services)).not.toContain('konsultasi')
    expect(changedOffice(gone, { services: [{ id: 'konsultasi', removed: true }] })).toEqual(gone)
  })

  it('takes its place in the order that is said, others behind it as they stood', () => {
    const { counters } = changedOffice(hall, { order: { counters: ['8', '3', 'none'] } })
    expect(counters.map(c => c.id)).toEqual(['8', '3', '1', '2', '4', '5', '6', '7'])
  })

  it('that is not named stays as it is', () => {
    const changed = changedOffice(hall, { counters: [{ id: '2', name: 'Loket dua' }] })
    expect(changed).toEqual({
      ...hall,
      counters: hall.counters.map(c => (c.id === '2' ? { ...c, name: 'Loket dua' } : c)),
    })
  })
})

it('nothing of an office has an id that every object has by itself', () => {
  const changes = (id: string): object[] => [
    { services: [{ id }] },
    { services: [{ id: 'ktp-el', asking: { papers: [{ id }], cases: [{ id }] } }] },
    { counters: [{ id }] },
    { agencies: [{ id }] },
    { areas: [{ id }] },
    { lifeEvents: [{ id }] },
  ]
  for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '__defineGetter__'])
    for (const change of changes(id))
      expect([
        id,
        change,
        officeChange
          .safeParse(change)
          .error?.issues.map(i => i.message)
          .join(),
      ]).toEqual([...[id, change], expect.stringContaining('no name that every object has')])
  for (const change of changes('surat-pindah'))
    expect(JSON.stringify(officeChange.safeParse(change).error?.issues ?? [])).not.toContain('every object')
  expect(newId({ services: [] }, 'Constructor')).toBe('constructor-2')
})

describe('a change between two states of an office', () => {
  const ids = hall.services.map(s => s.id)
  const words = fc.constantFrom(['Satu', 'One'], ['Dua', 'Two'], ['', '']) as fc.Arbitrary<readonly [string, string]>
  const some = <T>(list: readonly T[]) => fc.subarray([...list], { maxLength: Math.min(3, list.length) })
  const edit: fc.Arbitrary<OfficeChange> = fc.oneof(
    fc.record({
      services: fc
        .tuple(
          fc.constantFrom(...ids, 'baru-1', 'baru-2'),
          fc.record(
            {
              letter: fc.constantFrom('A', 'N', 'P', 'IM', 'S'),
              name: words,
              next: fc.option(fc.constantFrom(...ids)),
              agency: fc.option(fc.constantFrom('imigrasi', 'samsat', 'pos')),
              ...{ retired: fc.boolean(), open: fc.boolean() },
              removed: fc.constant(true as const),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([id, said]) => [{ id, ...said }]),
    }),
    fc.record({
      counters: fc
        .tuple(
          fc.constantFrom('1', '2', '9'),
          fc.record(
            {
              name: fc.constantFrom('Loket A', ' '),
              services: some([...ids, 'gone']),
              removed: fc.constant(true as const),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([id, said]) => [{ id, ...said }]),
    }),
    fc.record({ order: fc.record({ services: fc.shuffledSubarray([...ids]) }) }),
    fc.record({ minRatings: fc.integer({ min: 30, max: 60 }), rules: fc.record({ returnPlaces: fc.nat(9) }) }),
    fc.record({
      agencies: some([
        { id: 'samsat', removed: true as const },
        { id: 'imigrasi', code: 'IG' },
      ]),
    }),
  )
  /** What came of many edits in a row; those that are refused change nothing. */
  const reached = (from: OfficeInfo, edits: readonly OfficeChange[]) =>
    edits.reduce((office, change) => {
      try {
        return changedOffice(office, change)
      } catch (error) {
        if (error instanceof AppError) return office
        throw error
      }
    }, from)
  const edits = fc.array(edit, { maxLength: 12 })

  it('makes the one of the other, whatever was edited, added, moved and taken away', () => {
    fc.assert(
      fc.property(edits, edits, (first, then) => {
        const [a, b] = [reached(hall, first), reached(hall, then)]
        expect(changedOffice(a, changeBetween(a, b))).toEqual(b)
        expect(fieldsOf(changeBetween(a, a)).size).toBe(0)
      }),
    )
  })

  it('is one that could be sent, and sound offices stay sound whatever is sent [A40]', () => {
    fc.assert(
      fc.property(edits, all => {
        const office = reached(hall, all)
        expect(unsoundOf(office)).toEqual([])
        const sent = changeBetween(hall, office)
        expect(officeChange.parse(sent)).toEqual(sent)
      }),
    )
  })

  it('goes back to before an agency whose service somebody came for: that one is retired, and of nobody any more [A41 A42]', () => {
    const added = changedOffice(hall, {
      agencies: [{ id: 'pos', code: 'PS', name: ['Pos', 'Post'] }],
      services: [
        { id: 'paket', letter: 'PS', name: ['Paket', 'Parcels'], agency: 'pos', next: 'legalisir' },
        { id: 'surat', letter: 'PS', name: ['Surat', 'Letters'], agency: 'pos' },
      ],
      counters: [{ id: '90', name: 'Loket 90', agency: 'pos', services: ['paket', 'surat'] }],
    })
    const back = keepingUsed(changeBetween(added, hall), added, ['paket'])
    const { services, agencies, counters } = changedOffice(added, back)
    expect([services.length, agencies, counters]).toEqual([hall.services.length + 1, hall.agencies, hall.counters])
    expect(services.find(s => s.id === 'paket')).toMatchObject({ retired: true, agency: null })
    // An agency that stays keeps what was its own.
    const more = changedOffice(hall, {
      services: [{ id: 'paspor', letter: 'IM', name: ['Paspor', 'Passport'], agency: 'imigrasi' }],
    })
    const less = changedOffice(more, keepingUsed(changeBetween(more, hall), more, ['paspor']))
    expect(less.services.at(-1)).toMatchObject({ id: 'paspor', retired: true, agency: 'imigrasi' })
  })

  it('never says since when the office serves people', () => {
    expect(changeBetween(hall, { ...hall, openedAt: null })).toEqual({})
  })
})

function part(serviceId: string, caseId: string | null) {
  return { serviceId, caseId, optional: false }
}
