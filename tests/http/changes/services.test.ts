import { afterAll, describe, expect, it } from 'vitest'
import { closeKept, service, happens, type ChangeRow } from '../../helpers/change-rows.ts'

/** Services of a running office that change, and what is seen of it. */
const ROWS: readonly ChangeRow[] = [
  {
    when: 'a service gets another name',
    change: service('legalisir', { name: ['Pengesahan', 'Attestation'] }),
    told: ['renamed legalisir 2'],
    then: {
      'kiosk legalisir': 'L Pengesahan, 1',
      'legalisir 1': 'L-001 Pengesahan waiting',
      'legalisir 2': 'L-002 Pengesahan waiting',
    },
  },
  {
    when: 'services stand in another order',
    change: { order: { services: ['legalisir', 'kartu-keluarga'] } },
    then: { 'kiosk order': 'L B A C D E S G H J' },
  },
  {
    when: 'a service is paused',
    change: service('ktp-el', { open: false }),
    told: ['lost serviceOff 3', 'waitingServed ktp-el 2'],
    then: {
      'kiosk order': 'B C D E S G H J L',
      'kiosk ktp-el': 'gone',
      'papers ktp-el': 'gone',
      'takes ktp-el': 'SERVICE_CLOSED',
      'booked ktp-el': 'no time',
      'places ktp-el': 'none',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 serviceOff',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 serviceOff',
      'booking next week': 'AR-16 KTP-el 2026-06-16 10.00 serviceOff',
    },
    kept: {
      'places ktp-el': '42 in 13 from 08:00',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 serviceOff, offered 2026-06-09T13:00',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 serviceOff, offered 2026-06-10T10:00',
      'booking next week': 'AR-16 KTP-el 2026-06-16 10.00 serviceOff, offered 2026-06-16T10:00',
    },
  },
  {
    when: 'a paused service goes on',
    change: service('identitas-digital', { open: true }),
    then: {
      'kiosk order': 'A B C D E S G H J L M',
      'takes identitas-digital': 'M-001',
      'kiosk identitas-digital': 'M Identitas Digital, 1',
      'papers identitas-digital':
        'KTP-el pemohon, Ponsel pintar dengan internet, Alamat surel dan nomor ponsel yang aktif',
    },
  },
  {
    when: 'a service is retired',
    change: service('legalisir', { retired: true }),
    told: ['waitingServed legalisir 2'],
    then: {
      'kiosk order': 'A B C D E S G H J',
      'kiosk legalisir': 'gone',
      'papers legalisir': 'gone',
      'takes legalisir': 'SERVICE_CLOSED',
    },
  },
  {
    when: 'a service that life events name is retired',
    change: service('kartu-keluarga', { retired: true }),
    told: [
      'refused STRUCTURE_UNSOUND',
      'lifeEvents.anak-lahir.parts serviceRetired kartu-keluarga',
      'lifeEvents.pindah-rumah.parts serviceRetired kartu-keluarga',
      'lifeEvents.keluarga-meninggal.parts serviceRetired kartu-keluarga',
    ],
  },
  {
    when: 'a service with bookings is retired together with its life events',
    change: {
      services: [{ id: 'ktp-el', retired: true }],
      lifeEvents: [
        { id: 'pindah-rumah', removed: true },
        { id: 'keluarga-meninggal', removed: true },
      ],
    },
    told: ['lost serviceOff 3', 'waitingServed ktp-el 2'],
    then: {
      'kiosk order': 'B C D E S G H J L',
      'kiosk ktp-el': 'gone',
      'papers ktp-el': 'gone',
      'takes ktp-el': 'SERVICE_CLOSED',
      'events of life': 'Anak lahir 3',
      'booked ktp-el': 'no time',
      'places ktp-el': 'none',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 serviceOff',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 serviceOff',
      'booking next week': 'AR-16 KTP-el 2026-06-16 10.00 serviceOff',
    },
    kept: {
      'places ktp-el': '42 in 13 from 08:00',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 serviceOff, offered 2026-06-09T13:00',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 serviceOff, offered 2026-06-10T10:00',
      'booking next week': 'AR-16 KTP-el 2026-06-16 10.00 serviceOff, offered 2026-06-16T10:00',
    },
  },
  {
    when: 'a retired service comes back',
    change: service('konsultasi', { retired: false }),
    then: {
      'kiosk order': 'A B C D E S G H J K L',
      'takes konsultasi': 'K-001',
      'kiosk konsultasi': 'K Konsultasi, no counter',
      'papers konsultasi': '',
    },
  },
  {
    when: 'a service that people have used is removed',
    change: service('legalisir', { removed: true }),
    told: ['refused STRUCTURE_UNSOUND', 'services.legalisir.removed serviceUsed legalisir'],
  },
  {
    when: 'a service that only an entry of a draw names is removed',
    change: service('akta-perkawinan', { removed: true }),
    told: ['refused STRUCTURE_UNSOUND', 'services.akta-perkawinan.removed serviceUsed akta-perkawinan'],
  },
  {
    when: 'a service that nobody has used is removed',
    change: service('perubahan-data', { removed: true }),
    told: ['officerKeeps 4 1'],
    then: {
      'kiosk order': 'A B C D E S G H L',
      'kiosk perubahan-data': 'gone',
      'papers perubahan-data': 'gone',
      'takes perubahan-data': 'gone',
      'desk 3': 'Loket 3: ktp-el kartu-identitas-anak',
      'desk 6': 'Loket 6: pindah-datang',
      'places ktp-el': '48 in 13 from 08:00',
      'places kartu-keluarga': '24 in 13 from 08:00',
      'places pindah-datang': '42 in 13 from 08:00',
    },
  },
  {
    when: 'a service of a life event is removed',
    change: service('pindah-datang', { removed: true }),
    told: ['refused STRUCTURE_UNSOUND', 'lifeEvents.pindah-rumah.parts serviceUnknown pindah-datang'],
  },
  {
    when: 'a service is added and given to a counter',
    change: {
      services: [{ id: 'surat', letter: 'N', name: ['Surat', 'Letter'] }],
      counters: [{ id: '1', services: ['ktp-el', 'identitas-digital', 'legalisir', 'surat'] }],
    },
    told: ['officerFollows 1 1'],
    then: {
      'kiosk order': 'A B C D E S G H J L N',
      'desk 1': 'Loket 1, p1: ktp-el identitas-digital legalisir surat; serves A-001, next A-002',
      'places ktp-el': '39 in 13 from 08:00',
      'kiosk surat': 'N Surat, 1',
      'papers surat': '',
      'takes surat': 'N-001',
    },
  },
  {
    when: 'a service gets another letter',
    change: service('ktp-el', { letter: 'P' }),
    told: ['numbersStay ktp-el 4', 'laterNumbersStay ktp-el 2'],
    then: { 'kiosk order': 'P B C D E S G H J L', 'kiosk ktp-el': 'P KTP-el, 1', 'takes ktp-el': 'P-001' },
  },
  {
    when: 'a service gets the letter of another one',
    change: service('ktp-el', { letter: 'B' }),
    told: ['refused STRUCTURE_UNSOUND', 'services.kartu-keluarga.letter letterTaken ktp-el'],
  },
  {
    when: 'a service goes to an agency',
    change: service('legalisir', { agency: 'capil' }),
    told: ['numbersStay legalisir 2'],
    then: { 'kiosk order': 'A B C D E S G H J S', 'kiosk legalisir': 'S Legalisir, 1', 'takes legalisir': 'S-002' },
  },
  {
    when: 'a service gets a next step',
    change: service('ktp-el', { next: 'legalisir' }),
    told: ['partsCome legalisir 3'],
    then: { 'takes ktp-el': 'A-004, then legalisir' },
  },
  {
    when: 'next steps lead in a circle',
    change: {
      services: [
        { id: 'ktp-el', next: 'legalisir' },
        { id: 'legalisir', next: 'ktp-el' },
      ],
    },
    told: [
      'refused STRUCTURE_UNSOUND',
      'services.ktp-el.next nextCircle legalisir',
      'services.legalisir.next nextCircle ktp-el',
    ],
  },
  {
    when: 'the papers of a service change',
    change: service('legalisir', {
      asking: { requirements: [{ id: 'asli', name: ['Dokumen asli', 'Original'], note: null }], cases: [] },
    }),
    then: { 'papers legalisir': 'Dokumen asli' },
  },
  {
    when: 'its usual minutes and its standard change',
    change: service('ktp-el', { typicalMinutes: 20, standardMinutes: 30, waitPromiseMinutes: 45 }),
    then: { 'places ktp-el': '12 in 13 from 08:00' },
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
