import type { Words } from '../kit/words.ts'

/** What the survey says besides where it is a plain form. */
export const surveyFormText = {
  rate: ['Pilih satu', 'Choose one'],
  reasonsLate: [
    'Penilaian Anda tersimpan. Alasannya datang lebih dari satu menit kemudian, jadi tidak ikut tersimpan.',
    'Your rating is kept. The reasons came more than a minute later and were not kept.',
  ],
  reasonsSafe: [
    'Penilaian Anda sudah tersimpan. Alasan bisa ditambahkan dalam satu menit.',
    'Your rating is kept. Reasons can be added within a minute.',
  ],
  missing: ['Belum terkirim', 'Not sent yet'],
  long: [
    'Paling banyak {most} huruf. Yang Anda tulis masih di sini.',
    'At most {most} characters. What you wrote is still here.',
  ],
  plain: ['Halaman tidak terbuka? Pakai formulir sederhana', 'Does the page not open? Use the plain form'],
} as const satisfies Record<string, Words>
