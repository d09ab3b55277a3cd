import type { Words } from '../kit/words.ts'

/** Who assesses whom in an office, and who reads its figures from elsewhere. */
export const oversightText = {
  title: ['Penilai dan pemantau', 'Assessors and observers'],
  'who.title': ['Siapa menilai siapa', 'Who assesses whom'],
  'who.why': [
    'Penilai membaca catatan orang yang dinilainya, untuk hari-hari penilaiannya. Yang berakhir tetap tercatat.',
    'An assessor reads the record of whom they assess, for the days on which they do. What has ended stays on record.',
  ],
  'who.none': ['Belum ada penilai.', 'Nobody assesses anybody yet.'],
  officer: ['Yang dinilai', 'Who is assessed'],
  assessor: ['Penilai', 'Assessor'],
  from: ['Mulai', 'From'],
  to: ['Sampai (boleh kosong)', 'Until (may be empty)'],
  term: ['{from} sampai {to}', '{from} to {to}'],
  'term.open': ['sejak {from}', 'since {from}'],
  'who.add': ['Tetapkan penilai', 'Say who assesses'],
  end: ['Akhiri hari ini', 'End it today'],
  'end.label': ['Akhiri hari ini: {name}', 'End it today: {name}'],
  ended: ['sudah berakhir', 'over'],
  'open.title': ['Penilaian yang berjalan akan berakhir', 'The one that goes on would end'],
  'open.why': [
    '{name} menilai {officer} sampai {until}; sesudahnya {next}. Tidak ada yang dihapus.',
    '{name} assesses {officer} until {until}; {next} does so from then on. Nothing is deleted.',
  ],
  'open.go': ['Akhiri dan tetapkan', 'End it and go on'],
  'open.stay': ['Batal', 'Cancel'],
  'see.title': ['Pemantau kantor ini', 'Observers of this office'],
  'see.why': [
    'Pemantau membaca angka kantor di samping kantor lain: tunggu, dilayani, IKM, dan penilaian. Tanpa nama orang dan tanpa petugas.',
    'An observer reads the figures of the office beside others: waits, served, IKM and ratings. No names of people, no officers.',
  ],
  'see.none': ['Kantor ini belum dipantau.', 'Nobody observes this office.'],
  username: ['Nama pengguna pemantau', 'User name of the observer'],
  'see.add': ['Setujui', 'Agree'],
  'see.end': ['Cabut sekarang', 'End it now'],
  'see.end.label': ['Cabut sekarang: {name}', 'End it now: {name}'],
  now: ['berlaku', 'holds now'],
  later: ['belum mulai', 'yet to begin'],
} as const satisfies Readonly<Record<string, Words>>
