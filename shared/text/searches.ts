import type { Words } from '../kit/words.ts'

/** The words of the pane of searches that found nothing. */
export const searchesText = {
  title: ['Dicari, tidak ketemu', 'Looked for, not found'],
  caption: ['Kata yang tidak ketemu per minggu', 'Words not found, by week'],
  lead: [
    'Kata yang diketik warga dan tidak menemukan apa-apa, per minggu. Tulis kata itu di Pengaturan, pada layanannya.',
    'Words that people typed and that found nothing, by week. Add them in the settings to the service that is meant.',
  ],
  note: [
    'Hanya kata yang dicari dari paling sedikit {n} tempat atau jam berbeda dalam seminggu. Tanpa angka dan nama. Disimpan {weeks} minggu.',
    'Only words looked for from at least {n} different places or hours of a week. No numbers, no names. Kept for {weeks} weeks.',
  ],
  none: ['Tidak ada kata yang sering gagal', 'No word failed often'],
  'none.why': ['Semua yang sering dicari ketemu.', 'Whatever is looked for often is found.'],
  week: ['Minggu mulai', 'Week from'],
  word: ['Kata', 'Word'],
  n: ['Kali dicari', 'Times'],
  now: ['Sekarang menemukan', 'Now finds'],
  'now.nothing': ['belum ada', 'nothing yet'],
} as const satisfies Record<string, Words>
