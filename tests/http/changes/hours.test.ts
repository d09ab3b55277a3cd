import { afterAll, describe, expect, it } from 'vitest'
import { closeKept, open, happens, type ChangeRow } from '../../helpers/change-rows.ts'

/** Hours, place and rules of a running office that change, and what is seen of it. */
const ROWS: readonly ChangeRow[] = [
  {
    when: 'the office closes earlier on Tuesdays',
    change: { hours: { 2: open('12:00', []) } },
    told: ['lost hours 1'],
    then: {
      'doors 2026-06-09': '08.00-12.00',
      'doors 2026-06-16': '08.00-12.00',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 hours, offered 2026-06-09T11:30',
    },
    kept: { 'booking today': 'AR-34 KTP-el 2026-06-09 13.00 hours, offered 2026-06-09T13:00' },
  },
  {
    when: 'the office closes later on Tuesdays',
    change: { hours: { 2: open('16:00') } },
    then: { 'doors 2026-06-09': '08.00-16.00 not 12.00-12.30', 'doors 2026-06-16': '08.00-16.00 not 12.00-12.30' },
  },
  {
    when: 'Wednesdays are closed',
    change: { hours: { 3: null } },
    told: ['lost dayClosed 2', 'entries 1'],
    then: {
      'doors 2026-06-10': 'closed',
      'booked ktp-el': '9 days until 2026-06-23',
      'places ktp-el': 'none',
      'booked kartu-keluarga': '9 days until 2026-06-23',
      'places kartu-keluarga': 'none',
      'booked pindah-datang': '9 days until 2026-06-23',
      'places pindah-datang': 'none',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 dayClosed, offered 2026-06-11T10:00',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 14.00 dayClosed, offered 2026-06-11T14:00',
    },
    kept: {
      'places ktp-el': '42 in 13 from 08:00',
      'places kartu-keluarga': '20 in 13 from 08:00',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 dayClosed, offered 2026-06-10T10:00',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 14.00 dayClosed, offered 2026-06-10T14:00',
    },
  },
  {
    when: 'today becomes a holiday',
    change: { holidays: ['2026-06-09'] },
    told: ['lost dayClosed 1', 'lineServed 7'],
    then: {
      'takes ktp-el': 'OFFICE_CLOSED',
      'takes kartu-keluarga': 'OFFICE_CLOSED',
      'takes akta-kelahiran': 'OFFICE_CLOSED',
      'takes kartu-identitas-anak': 'OFFICE_CLOSED',
      'takes pindah-datang': 'OFFICE_CLOSED',
      'takes akta-kematian': 'OFFICE_CLOSED',
      'takes akta-perkawinan': 'OFFICE_CLOSED',
      'takes akta-perceraian': 'OFFICE_CLOSED',
      'takes perubahan-data': 'OFFICE_CLOSED',
      'takes konsultasi': 'OFFICE_CLOSED',
      'takes legalisir': 'OFFICE_CLOSED',
      'takes identitas-digital': 'OFFICE_CLOSED',
      'doors 2026-06-09': 'closed',
      'booked ktp-el': '10 days until 2026-06-23',
      'booked kartu-keluarga': '10 days until 2026-06-23',
      'booked pindah-datang': '10 days until 2026-06-23',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 dayClosed, offered 2026-06-10T13:00',
    },
    kept: { 'booking today': 'AR-34 KTP-el 2026-06-09 13.00 dayClosed, offered 2026-06-09T13:00' },
  },
  {
    when: 'tomorrow becomes a holiday',
    change: { holidays: ['2026-06-10'] },
    told: ['lost dayClosed 2', 'entries 1'],
    then: {
      'doors 2026-06-10': 'closed',
      'booked ktp-el': '10 days until 2026-06-23',
      'places ktp-el': 'none',
      'booked kartu-keluarga': '10 days until 2026-06-23',
      'places kartu-keluarga': 'none',
      'booked pindah-datang': '10 days until 2026-06-23',
      'places pindah-datang': 'none',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 dayClosed, offered 2026-06-11T10:00',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 14.00 dayClosed, offered 2026-06-11T14:00',
    },
    kept: {
      'places ktp-el': '42 in 13 from 08:00',
      'places kartu-keluarga': '20 in 13 from 08:00',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 10.00 dayClosed, offered 2026-06-10T10:00',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 14.00 dayClosed, offered 2026-06-10T14:00',
    },
  },
  {
    when: 'a day of next week becomes a holiday',
    change: { holidays: ['2026-06-16'] },
    told: ['lost dayClosed 1'],
    then: {
      'doors 2026-06-16': 'closed',
      'booked ktp-el': '10 days until 2026-06-23',
      'booked kartu-keluarga': '10 days until 2026-06-23',
      'booked pindah-datang': '10 days until 2026-06-23',
      'booking next week': 'AR-16 KTP-el 2026-06-16 10.00 dayClosed, offered 2026-06-17T10:00',
    },
    kept: { 'booking next week': 'AR-16 KTP-el 2026-06-16 10.00 dayClosed, offered 2026-06-16T10:00' },
  },
  {
    when: 'special hours hold for the week',
    change: {
      specialHours: [
        {
          from: '2026-06-08',
          to: '2026-06-12',
          name: ['Ramadan', 'Ramadan'],
          hours: [
            null,
            open('13:30', []),
            open('13:30', []),
            open('13:30', []),
            open('13:30', []),
            open('11:00', []),
            null,
          ],
        },
      ],
    },
    told: ['lost hours 1', 'entries 1'],
    then: {
      'doors 2026-06-09': '08.00-13.30',
      'doors 2026-06-10': '08.00-13.30',
      'doors 2026-06-11': '08.00-13.30',
      'places ktp-el': '35 in 11 from 08:00',
      'places kartu-keluarga': '16 in 11 from 08:00',
      'places pindah-datang': '20 in 11 from 08:00',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 14.00 hours, offered 2026-06-10T13:00',
    },
    kept: {
      'places kartu-keluarga': '20 in 13 from 08:00',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 14.00 hours, offered 2026-06-10T14:00',
    },
  },
  {
    when: 'a break is put over a booking',
    change: { hours: { 2: open('15:00', [{ from: '12:00', to: '13:30' }]) } },
    told: ['lost breakTime 1'],
    then: {
      'doors 2026-06-09': '08.00-15.00 not 12.00-13.30',
      'doors 2026-06-16': '08.00-15.00 not 12.00-13.30',
      'booking today': 'AR-34 KTP-el 2026-06-09 13.00 breakTime, offered 2026-06-09T13:30',
    },
    kept: { 'booking today': 'AR-34 KTP-el 2026-06-09 13.00 breakTime, offered 2026-06-09T13:00' },
  },
  {
    when: 'the office is in another zone',
    change: { zone: 'WIB' },
    told: ['lost breakTime 1', 'clockMoves 3'],
    then: {
      office: 'Dinas Kependudukan dan Pencatatan Sipil · Disdukcapil Kota Samarinda · WIB',
      'booking checked in': 'AR-12 Kartu Keluarga 2026-06-09 08.30 waiting',
      'booking today': 'AR-34 KTP-el 2026-06-09 12.00 breakTime, offered 2026-06-09T12:30',
      'booking tomorrow': 'AR-16 KTP-el 2026-06-10 09.00 booked',
      'booking tomorrow late': 'BR-19 Kartu Keluarga 2026-06-10 13.00 booked',
      'booking next week': 'AR-16 KTP-el 2026-06-16 09.00 booked',
    },
    kept: { 'booking today': 'AR-34 KTP-el 2026-06-09 13.00 breakTime, offered 2026-06-09T13:00' },
  },
  {
    when: 'the office gets another name and address',
    change: { name: 'Kantor Contoh', shortName: 'Contoh', address: 'Jalan Lain 1' },
    then: { office: 'Kantor Contoh · Contoh · WITA' },
  },
  {
    when: 'the office is open around the clock',
    change: { alwaysOpen: true },
    then: { 'doors 2026-06-09': '00.00-00.00 not 12.00-12.30' },
  },
  {
    when: 'slots become shorter',
    change: { booking: { slotMinutes: 15 } },
    then: {
      'places ktp-el': '41 in 26 from 08:00',
      'places kartu-keluarga': '19 in 26 from 08:00',
      'places pindah-datang': '23 in 26 from 08:00',
    },
  },
  {
    when: 'bookings reach less far',
    change: { booking: { horizonDays: 3 } },
    then: {
      'booked ktp-el': '4 days until 2026-06-12',
      'booked kartu-keluarga': '4 days until 2026-06-12',
      'booked pindah-datang': '4 days until 2026-06-12',
    },
  },
  {
    when: 'more is kept for walk-ins',
    change: { booking: { walkInReserve: 0.9 } },
    then: {
      'places ktp-el': '5 in 13 from 08:00',
      'places kartu-keluarga': '2 in 13 from 08:00',
      'places pindah-datang': '4 in 13 from 08:00',
    },
  },
  {
    when: 'who is late has less time',
    change: { booking: { checkInGraceMinutes: 5 } },
    told: ['checkInShorter 4'],
    then: { rules: '3 calls, back after 3, late from 5 min' },
  },
  {
    when: 'more calls are made before a number is passed over',
    change: { rules: { mostCalls: 4, returnPlaces: 5 } },
    then: { rules: '4 calls, back after 5, late from 10 min' },
  },
  { when: 'figures need more ratings', change: { minRatings: 70 } },
]

afterAll(closeKept)

describe('while people wait, are served and have booked', () => {
  it.each(ROWS.map(row => [row.when, row] as const))(
    '%s: told before, seen at once, undone once [A41 A44]',
    async (_, row) => {
      const { told = [], then = {}, kept = {} } = row
      expect(await happens(row)).toEqual({ told, then, kept })
    },
  )
})
