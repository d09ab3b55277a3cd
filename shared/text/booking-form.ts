import type { Words } from '../kit/words.ts'

/** What the script of the booking form says; few words, because a phone loads them. */
export const formText = {
  'hold.left': ['Sisa {time}', '{time} left'],
  'hold.over': [
    'Waktunya habis. Anda tetap bisa mengirim; bila jam itu sudah penuh, cukup pilih jam lain.',
    'The time is up. You can still send; if that time is full by then, just choose another one.',
  ],
  sending: ['Menyimpan', 'Saving'],
  proof: [
    'Sedang ramai. Menyiapkan tempat Anda, {n} persen. Jangan tutup halaman ini.',
    'Busy just now. Preparing your place, {n} percent. Keep this page open.',
  ],
  offline: [
    'Belum tersimpan. Coba lagi, nomor Anda tidak dobel.',
    'Not saved yet. Try again, you will not get two numbers.',
  ],
  busy: [
    'Belum tersimpan, sedang sangat ramai. Coba lagi dalam {wait}, isian Anda tetap ada.',
    'Not saved yet, it is very busy. Try again in {wait}, what you typed stays.',
  ],
  retry: ['Coba lagi', 'Try again'],
  back: ['Isian Anda tadi masih ada.', 'What you typed before is still here.'],
} as const satisfies Record<string, Words>
