import { atClock } from '../shared/kit/time.ts'

const at = (time: string) => atClock('2026-06-09', time, 'WITA')

/** The moment every sample of the gallery shows; all of it is invented. */
export const NOW = at('10:24')

export const range = { from: at('10:44'), to: at('10:59'), end: at('11:20') }
export const day = { open: at('08:00'), close: at('15:00'), breaks: [{ from: at('12:00'), to: at('12:30') }] }
export const dayMoments = [at('07:30'), NOW, at('12:15'), at('15:10')]

export const trip = [
  { kind: 'waiting', from: at('09:48'), to: at('10:20') },
  { kind: 'walking', from: at('10:20'), to: at('10:22') },
  { kind: 'serving', from: at('10:22') },
] as const

export const reasons = ['Terlalu lama', 'Syarat berubah', 'Penjelasan', 'Ruang tunggu'].map(label => ({
  value: label,
  label,
}))

export const answers = ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'].map((label, n) => ({
  value: String(n + 1),
  label,
}))

export const prices = ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'].map((label, n) => ({
  value: String(n + 1),
  label,
}))

export const figures = [
  { label: 'Dilayani', value: '18', unit: 'orang' },
  { label: 'Lama layanan, tengah', value: '9,2', unit: 'menit' },
  { label: 'Lewat janji', value: '2', unit: 'orang', hot: true },
]

export const columns = [
  { key: 'number', label: 'Nomor', strong: true },
  { key: 'because', label: 'Karena' },
  { key: 'due', label: 'Giliran', numeric: true, strong: true },
  { key: 'wait', label: 'Menunggu', numeric: true },
]

export const rows = [
  { id: '1', cells: { number: 'A-035', because: 'Datang langsung 09.51', due: '09.51', wait: '33 mnt' }, next: true },
  { id: '2', cells: { number: 'A-041', because: 'Prioritas, maju 15 menit', due: '09.55', wait: '14 mnt' } },
  { id: '3', cells: { number: 'AR-08', because: 'Reservasi 10.15', due: '10.00', wait: '22 mnt' } },
]
