import type { Words } from '../kit/words.ts'

/** What the kiosk says to whoever wants to rate their visit before they leave. */
export const surveyKioskText = {
  title: ['Nilai layanan kami', 'Rate our service'],
  lead: [
    'Sudah selesai dilayani hari ini? Pindai kode QR di kertas nomor atau di ponsel Anda.',
    'Have you been served today? Scan the QR code on your paper or phone.',
  ],
  how: [
    'Hadapkan kode QR ke pemindai. Tidak perlu menyentuh apa pun, dan tanpa nama.',
    'Hold the QR code to the scanner. Nothing to touch, and no name.',
  ],
  busy: ['Mencari kunjungan Anda', 'Looking for your visit'],
  'no.unknown': [
    'Kode ini bukan kode nomor antrean kantor ini. Pindai kode QR di kertas nomor Anda.',
    'This is no code of a number of this office. Scan the QR code on your paper.',
  ],
  'no.open': [
    'Kunjungan dengan nomor ini belum selesai. Silakan kembali sesudahnya.',
    'The visit of this number is not over yet. Please come back after it.',
  ],
  'no.desk': [
    'Nomor dari meja depan dinilai di tablet loket. Terima kasih.',
    'A number from the front desk is rated on the tablet of the counter. Thank you.',
  ],
  'no.over': [
    'Di sini hanya kunjungan hari ini yang bisa dinilai. Buka tautan di kertas Anda dengan ponsel.',
    'Only visits of today can be rated here. Open the link on your paper with a phone.',
  ],
  'no.many': [
    'Terlalu banyak permintaan. Tunggu sebentar, lalu pindai lagi.',
    'Too many requests. Wait a moment, then scan again.',
  ],
  'no.away': ['Belum tersambung. Tunggu sebentar, lalu pindai lagi.', 'Not connected. Wait a moment, then scan again.'],
  back: ['Kembali ke layar awal', 'Back to the start'],
  leave: ['Selesai', 'Done'],
  'idle.title': ['Masih di sini?', 'Are you still there?'],
  'idle.body': ['Yang belum dikirim dihapus.', 'What was not sent is erased.'],
  'idle.stay': ['Ya, lanjutkan', 'Yes, go on'],
} as const satisfies Record<string, Words>
