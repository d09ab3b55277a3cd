import type { Words } from '../kit/words.ts'

/** An outage that is marked after its day: what it means, before it is said and after. */
export const lateOutageText = {
  title: ['Gangguan yang belum dicatat', 'An outage that was not marked'],
  lead: [
    'Layanan berhenti pada hari yang sudah lewat, dan tidak ada yang menandainya? Catat di sini, sampai 400 hari ke belakang.',
    'A service stood still on a day that is over, and nobody marked it? Note it here, up to 400 days back.',
  ],
  service: ['Layanan', 'Service'],
  date: ['Tanggal', 'Date'],
  from: ['Mulai pukul', 'From'],
  to: ['Sampai pukul', 'Until'],
  reason: ['Karena', 'Because of'],
  next: ['Periksa akibatnya', 'See what follows'],
  what: ['{service}, {date} pukul {from}–{to}: {reason}', '{service}, {date} from {from} to {to}: {reason}'],
  'then.out': [
    'Semua penilaian layanan itu pada bagian hari yang terkena dikeluarkan, tinggi maupun rendah. Tidak ada yang dapat memilih jawaban.',
    'All ratings of that service in the parts of the day that it touched are left out, high and low. Nobody can choose answers.',
  ],
  'then.anew': [
    'Dihitung ulang sekarang: {periods}. Versi lama tetap terbaca.',
    'Computed anew now: {periods}. The old version stays readable.',
  ],
  'then.running': [
    'Periodenya belum dihitung. Penilaian itu dikeluarkan saat periode ditutup.',
    'Its period is not computed yet. These ratings are left out when it closes.',
  ],
  'then.told': [
    'Diberi tahu di umpan baliknya: setiap petugas yang nilainya dihitung ulang, tanpa angka.',
    'Told in their thread: each officer whose score is computed anew, without a figure.',
  ],
  'then.late': [
    'Laporan harian yang terlambat karena gangguan itu tidak lagi bertanda terlambat.',
    'Daily reports that were late for it are no longer marked late.',
  ],
  'then.stays': [
    'Tercatat atas nama Anda dan tidak dapat dicabut.',
    'It is on record in your name and cannot be taken back.',
  ],
  back: ['Ubah dahulu', 'Change it first'],
  save: ['Catat gangguan', 'Mark the outage'],
  saved: ['Gangguan dicatat: {what}.', 'The outage is marked: {what}.'],
  order: ['Jam selesai harus sesudah jam mulai.', 'It must end after it began.'],
} as const satisfies Record<string, Words>
