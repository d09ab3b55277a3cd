import { afterAll, describe, expect, it } from 'vitest'
import { closeKept, happens, type ChangeRow } from '../../helpers/change-rows.ts'

/** Agencies, waiting areas and events of life of a running office that change, and what is seen of it. */
const ROWS: readonly ChangeRow[] = [
  {
    when: 'an agency is away for a while',
    change: { agencies: [{ id: 'capil', active: false }] },
    told: ['waitingServed akta-kematian 1'],
    then: {
      'kiosk order': 'A B C D E G H J L',
      'kiosk akta-kematian': 'gone',
      'papers akta-kematian': 'gone',
      'takes akta-kematian': 'SERVICE_CLOSED',
    },
  },
  {
    when: 'an agency comes on some days only',
    change: { agencies: [{ id: 'capil', weekdays: [1, 3] }] },
    told: ['waitingServed akta-kematian 1'],
    then: {
      'kiosk order': 'A B C D E G H J L',
      'kiosk akta-kematian': 'gone',
      'papers akta-kematian': 'gone',
      'takes akta-kematian': 'SERVICE_CLOSED',
    },
  },
  {
    when: 'an agency gets another name and code',
    change: { agencies: [{ id: 'capil', code: 'Z', name: ['Sipil', 'Civil'] }] },
    told: ['numbersStay akta-kematian 1'],
    then: {
      'kiosk order': 'A B C D E Z G H J L',
      'kiosk akta-kematian': 'Z Akta Kematian, 5',
      'takes akta-kematian': 'Z-001',
    },
  },
  {
    when: 'an agency with services is removed',
    change: { agencies: [{ id: 'capil', removed: true }] },
    told: ['refused STRUCTURE_UNSOUND', 'services.akta-kematian.agency agencyUnknown capil'],
  },
  {
    when: 'an agency is added',
    change: { agencies: [{ id: 'imigrasi', code: 'R', name: ['Imigrasi', 'Immigration'] }] },
  },
  { when: 'a waiting area is removed', change: { areas: [{ id: 'timur', removed: true }] } },
  {
    when: 'a life event loses a part',
    change: {
      lifeEvents: [{ id: 'pindah-rumah', parts: [{ serviceId: 'kartu-keluarga', caseId: null, optional: false }] }],
    },
    then: { 'events of life': 'Anak lahir 3, Pindah rumah 1, Anggota keluarga meninggal 3' },
  },
  {
    when: 'a life event is removed',
    change: { lifeEvents: [{ id: 'anak-lahir', removed: true }] },
    then: { 'events of life': 'Pindah rumah 3, Anggota keluarga meninggal 3' },
  },
]

afterAll(closeKept)

describe('while people wait, are served and have booked', () => {
  it.each(ROWS.map(row => [row.when, row] as const))(
    '%s: told before, seen at once, undone once [A41 A42]',
    async (_, row) => {
      const { told = [], then = {}, kept = {} } = row
      expect(await happens(row)).toEqual({ told, then, kept })
    },
  )
})
