import type { SettingTable } from './setting.ts'

/** How a service that can be booked is booked, beside the release of its places. */
export const serviceSettings = {
  /** Numbers a day at most, bookings and walk-ins together; `null` gives as many as come. */
  dailyQuota: {
    kind: 'count',
    min: 1,
    max: 10_000,
    default: null,
    plan: 'quota',
    pane: 'booking',
    label: ['Nomor per hari paling banyak', 'Numbers a day at most'],
    hint: [
      'Kosong: sebanyak yang datang. Reservasi yang sudah ada tetap.',
      'Empty: as many as come. Bookings that are there stay.',
    ],
  },
  /** Whether a booker may send scans of the papers beforehand. */
  files: {
    kind: 'flag',
    default: false,
    pane: 'booking',
    label: ['Terima berkas sebelumnya', 'Take files beforehand'],
    hint: [
      'Pemesan boleh mengirim foto atau PDF. Dihapus setelah hari layanan.',
      'Bookers may send photos or PDFs. Deleted after the service day.',
    ],
  },
} as const satisfies SettingTable<'booking'>

/** The promise of a document that a service yields, from its service standard. */
export const documentSettings = {
  /** Working days from the visit until it can be collected. */
  workingDays: {
    kind: 'days',
    min: 0,
    max: 365,
    default: 1,
    pane: 'document',
    label: ['Selesai dalam', 'Ready within'],
    unit: ['hari kerja', 'working days'],
  },
} as const satisfies SettingTable<'document'>
