import type { Words } from '../kit/words.ts'

/** What a booking page says, while somebody reads it, of a service or a day that was closed or opened again. */
export const closingsText = {
  until: ['Perkiraan dibuka lagi pukul {time}.', 'Expected to open again at {time}.'],
  others: ['Waktu pada hari lain tetap dapat dipesan.', 'Times on other days can still be booked.'],
  day: ['Kantor tutup {date}. Silakan pilih hari lain.', 'The office is closed {date}. Please choose another day.'],
  over: [
    'Antrean hari ini sudah ditutup. Hari lain tetap dapat dipesan.',
    'Today’s line has been closed. Other days can still be booked.',
  ],
  dayAgain: ['Kantor buka lagi pada hari itu.', 'The office is open again on that day.'],
  otherDay: ['Pilih hari lain', 'Choose another day'],
  again: ['{service} sudah dibuka lagi.', '{service} is open again.'],
} as const satisfies Record<string, Words>
