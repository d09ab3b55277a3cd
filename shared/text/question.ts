import type { Words } from '../kit/words.ts'

/** What a ticket's page asks once more; the server draws the question, so that no phone loads these words with the script. */
export const questionText = {
  'leave.line': ['Batalkan nomor {number}?', 'Cancel number {number}?'],
  'leave.line.what': [
    'Ini tidak bisa diurungkan. Untuk antre lagi, Anda perlu nomor baru dan mulai dari belakang.',
    'This cannot be undone. To queue again you need a new number and start at the end.',
  ],
  'leave.line.no': ['Tetap antre', 'Stay in line'],
  'leave.booked': ['Batalkan reservasi {number}?', 'Cancel booking {number}?'],
  'leave.booked.what': [
    'Tempat Anda diberikan kepada orang lain dan tidak bisa diambil kembali. Untuk hari lain, pakai “Ganti jadwal”.',
    'Your place goes to somebody else and cannot be taken back. For another day, use “Change the time”.',
  ],
  'leave.booked.no': ['Jangan batalkan', 'Do not cancel'],
  'leave.draw': ['Batal ikut undian?', 'Leave the draw?'],
  'leave.draw.what': [
    'Kode {number} tidak ikut diundi. Bila berubah pikiran, Anda bisa mendaftar lagi sampai {date} pukul {time}: peluangnya tetap sama.',
    'Code {number} will not be drawn. If you change your mind you can enter again until {date} at {time}, with the same chance.',
  ],
  'leave.draw.no': ['Tetap ikut undian', 'Stay in the draw'],
  'leave.wait': ['Keluar dari daftar tunggu?', 'Leave the waitlist?'],
  'leave.wait.what': [
    'Nomor {number} tidak lagi ditawari tempat. Bila mendaftar lagi, Anda mulai dari urutan terakhir.',
    'Number {number} will not be offered a place any more. If you join again you start at the end.',
  ],
  'leave.wait.no': ['Tetap menunggu', 'Keep waiting'],
  'leave.offer': ['Lepaskan tempat yang ditawarkan?', 'Give up the place offered to you?'],
  'leave.offer.what': [
    'Tempat itu ditawarkan kepada urutan berikutnya, dan nomor {number} keluar dari daftar tunggu. Ini tidak bisa diurungkan.',
    'The place goes to the next in line, and number {number} leaves the waitlist. This cannot be undone.',
  ],
  'leave.offer.no': ['Jangan lepaskan', 'Do not give it up'],

  'forget.title': ['Lupakan nomor {number} di ponsel ini?', 'Forget number {number} on this phone?'],
  'forget.what': [
    'Nomor tetap berlaku, tetapi halamannya tidak bisa dibuka lagi dari ponsel ini. Catat dulu: {number}.',
    'The number still stands, but its page cannot be opened from this phone again. Note it first: {number}.',
  ],
  'forget.whatCode': [
    'Nomor tetap berlaku, tetapi halamannya tidak bisa dibuka lagi dari ponsel ini. Catat dulu: {number}, kode {code}.',
    'The number still stands, but its page cannot be opened from this phone again. Note it first: {number}, code {code}.',
  ],
  'forget.yes': ['Ya, lupakan', 'Yes, forget it'],
  'forget.no': ['Jangan lupakan', 'Do not forget it'],
} as const satisfies Record<string, Words>
