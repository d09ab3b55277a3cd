import type { Words } from '../kit/words.ts'

/** What a ticket in a list says. */
export const stubText = {
  queue: ['Antrean {date}', 'In line {date}'],
  booked: ['Reservasi', 'Booking'],
  ahead: ['{n} orang di depan', '{n} people ahead'],
  next: ['Berikutnya', 'Next'],
  expected: ['perkiraan dipanggil', 'expected call'],
  unknown: ['belum bisa diperkirakan', 'cannot be estimated yet'],
  called: ['dipanggil, silakan ke', 'called, please go to'],
  serving: ['sedang dilayani', 'being served'],
  parked: ['ditunda', 'on hold'],
  missed: ['terlewat', 'missed'],
  'missed.until': ['kembali sampai {time}', 'back before {time}'],
  late: ['giliran dari saat kembali', 'turn from your return'],
  waitlisted: ['Daftar tunggu', 'Waitlist'],
  offered: ['ada tempat untuk Anda', 'a place for you'],
  'offered.until': ['ambil sebelum {time}', 'take it before {time}'],
  released: ['tempat diberikan', 'place given on'],
  still: ['tetap boleh datang', 'you may still come'],
  done: ['selesai', 'complete'],
  rate: ['Beri nilai', 'Rate'],
  document: ['Dokumen', 'Document'],
  ready: ['siap diambil', 'ready to collect'],
  'document.late': ['terlambat', 'late'],
  ended: ['tidak berlaku lagi', 'not valid any more'],
} as const satisfies Record<string, Words>
