import type { Words } from '../kit/words.ts'

/** What the page behind the code of the hall screen says. */
export const inText = {
  title: ['Buka tiket Anda', 'Open your ticket'],
  code: ['Kode di layar ruang tunggu', 'Code on the hall screen'],
  'code.none': [
    'Lihat kode di layar ruang tunggu, lalu ketik kode itu di halaman tiket Anda.',
    'See the code on the hall screen, then type it on your ticket page.',
  ],
  'own.title': ['Reservasi Anda hari ini', 'Your bookings today'],
  'own.act': ['Check-in {number}', 'Check in {number}'],
  'own.all': ['Nomor Anda hari ini', 'Your numbers today'],
  'own.open': ['Buka {number}', 'Open {number}'],
  'how.title': ['Check-in dari halaman tiket', 'Check in from your ticket page'],
  'how.open': [
    'Buka halaman tiket Anda: tautan dari saat memesan, atau kode QR pada bukti reservasi.',
    'Open your ticket page: the link from when you booked, or the QR code on your booking slip.',
  ],
  'how.type': ['Ketik kode {code} di bagian check-in.', 'Type the code {code} in the check-in part.'],
  'how.typeAny': ['Ketik kode dari layar di bagian check-in.', 'Type the code from the screen in the check-in part.'],
  'how.else': [
    'Tanpa ponsel pun bisa: check-in di kiosk dengan nomor reservasi, atau tanya meja depan.',
    'It works without a phone too: check in at the kiosk with your booking number, or ask the front desk.',
  ],
} as const satisfies Record<string, Words>
