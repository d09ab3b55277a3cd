import type { Words } from '../kit/words.ts'

/** Citizens' words that an officer's supervisor gives to the officer. */
export const kudosText = {
  title: ['Ucapan warga untuk {name}', 'Citizens’ words for {name}'],
  lead: [
    'Dari isian survei bulan yang sudah ditutup, tentang layanan itu dan siapa pun yang melayani. Teruskan hanya yang jelas untuk petugas ini. Hapus nama dan apa pun yang menunjuk orang; yang asli tidak disimpan.',
    'From the survey of months that have closed, about the service and whoever served. Give only what is clearly meant for this officer. Take out names and whatever points to a person; the original is not kept.',
  ],
  month: ['Bulan', 'Month'],
  service: ['Layanan', 'Service'],
  open: ['Baca ucapan', 'Read them'],
  read: ['Pembacaan ini tercatat.', 'This reading is on record.'],
  none: ['Tidak ada ucapan yang dapat dibaca', 'No words that may be read'],
  'none.why': [
    'Jawabannya terlalu sedikit, atau tidak ada yang menulis.',
    'There are too few answers, or nobody wrote anything.',
  ],
  held: [
    'Ucapan bulan itu untuk layanan ini masih ditahan: jawabannya terlalu sedikit, atau bulannya belum boleh dibuka. Pilih bulan atau layanan lain.',
    'The words of that month at this service are still held back: there are too few answers, or the month may not be opened yet. Choose another.',
  ],
  left: ['{n} ucapan', '{n} texts'],
  shown: ['Yang akan dibaca {name}', 'What {name} will read'],
  named: ['Masih menunjuk orang: {words}. Hapus dahulu.', 'It still points to somebody: {words}. Take it out first.'],
  changed: [
    'Kata hanya boleh dihapus, dan kata seperti “tidak” hanya bersama seluruh kalimatnya.',
    'Words may only be taken out, and one like “tidak” only with all of its sentence.',
  ],
  reads: ['Akan terbaca: {text}', 'It will read: {text}'],
  mind: [
    'Nama warga tidak dikenal program: baca sekali lagi sebelum meluluskan.',
    'The program knows no citizen’s name: read it once more before you give it.',
  ],
  give: ['Luluskan', 'Give it'],
  'give.label': ['Luluskan: {text}', 'Give it: {text}'],
  aside: ['Sisihkan', 'Put aside'],
  'aside.label': ['Sisihkan: {text}', 'Put aside: {text}'],
  'aside.done': ['{n} disisihkan, tidak diteruskan kepada siapa pun.', '{n} put aside, given to nobody.'],
  undo: ['Kembalikan yang terakhir', 'Bring the last one back'],
  given: ['Diteruskan kepada {name}.', 'Given to {name}.'],
} as const satisfies Record<string, Words>
