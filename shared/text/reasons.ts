import type { Words } from '../kit/words.ts'

/** The words of reasons and suggestions. */
export const reasonsText = {
  title: ['Alasan dan saran', 'Reasons and suggestions'],
  lead: [
    'Yang dipilih pemberi nilai 1 dan 2, dan saran dari kuesioner, per layanan.',
    'What people chose who rated 1 or 2, and the suggestions of the questionnaire, by service.',
  ],
  month: ['Bulan', 'Month'],
  caption: ['Alasan per layanan', 'Reasons by service'],
  service: ['Layanan', 'Service'],
  reason: ['Alasan', 'Reason'],
  n: ['Kali dipilih', 'Times chosen'],
  rated: ['Penilaian', 'Ratings'],
  'rated.n': ['{n} penilaian', '{n} ratings'],
  suggestions: ['Saran', 'Suggestions'],
  'held.running': ['tampil mulai {on}', 'shown from {on}'],
  'held.officer': ['sesudah angka petugasnya dibuka, {on}', 'once the figures of its officer are open, {on}'],
  'held.few': ['belum {min} penilaian', 'fewer than {min} ratings'],
  'held.alone': ['satu loket atau satu petugas', 'one counter or one officer'],
  'held.difference': ['tidak tersendiri', 'not by itself'],
  none: ['Belum ada penilaian pada bulan ini', 'No ratings in this month yet'],
  'none.why': ['Pilih bulan lain.', 'Choose another month.'],
  note: [
    'Hanya bulan yang sudah ditutup dan layanan dengan paling sedikit {n} penilaian. Satu orang bisa memilih beberapa alasan.',
    'Only closed months and services with at least {n} ratings. One person may choose several reasons.',
  ],
  read: ['Baca {n} saran', 'Read {n} suggestions'],
  'read.label': ['Baca {n} saran: {service}', 'Read {n} suggestions: {service}'],
  'read.none': ['Tidak ada saran', 'No suggestions'],
  'read.few': [
    'Saran tampil mulai {min} kuesioner terisi',
    'Suggestions are shown from {min} filled questionnaires on',
  ],
  'read.title': ['Saran: {service}, {month}', 'Suggestions: {service}, {month}'],
  'read.note': [
    'Urutannya menurut abjad. Nomor telepon, NIK, surel, tautan, dan nomor antrean disamarkan. Siapa yang membaca tercatat.',
    'In alphabetical order. Phone numbers, NIK, mail addresses, links and queue numbers are masked. Who reads is on record.',
  ],
  close: ['Tutup', 'Close'],
  'file.suggestion': ['Isi saran', 'What is suggested'],
} as const satisfies Record<string, Words>
