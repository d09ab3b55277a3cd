import type { Words } from '../kit/words.ts'

/** What is said of a visit that its day, or its doors, overtook at the counter. */
export const unfinishedText = {
  'left.serving': [
    'Dari kemarin: {number} masih dilayani di {counter}, dipanggil {at}. Selesaikan dahulu.',
    'From yesterday: {number} is still being served at {counter}, called at {at}. Finish it first.',
  ],
  'left.called': [
    'Dari kemarin: {number} dipanggil ke {counter} pukul {at}, belum ada akhirnya.',
    'From yesterday: {number} was called to {counter} at {at} and has no end yet.',
  ],
  'left.parked': [
    'Dari kemarin: {number} masih ditunda di {counter}, dipanggil {at}.',
    'From yesterday: {number} is still put aside at {counter}, called at {at}.',
  ],
  'evening.serving': [
    '{number} masih dilayani di {counter}, dan pintu sudah tutup. Masih berjalan?',
    '{number} is still being served at {counter}, and the doors are shut. Does it go on?',
  ],
  'evening.called': [
    '{number} dipanggil ke {counter} dan belum punya akhir, dan pintu sudah tutup. Masih ditunggu?',
    '{number} was called to {counter} and has no end yet, and the doors are shut. Do you still wait?',
  ],
  'evening.still': ['Masih', 'Yes, still'],
  'left.finish': ['Sudah dilayani', 'Was served'],
  'left.skip': ['Tidak datang', 'Did not come'],
  'left.resume': ['Panggil kembali', 'Call back'],
} as const satisfies Record<string, Words>
