import type { Words } from '../kit/words.ts'
import type { InstrumentProblem } from '../survey/instrument/sound.ts'
import type { ProgrammeState } from '../survey/instrument/programme.ts'

/** The page of questionnaires and of programme surveys. */
export const instrumentsText = {
  title: ['Instrumen survei', 'Survey instruments'],
  tabs: ['Tampilan', 'View'],
  'tab.instruments': ['Instrumen', 'Instruments'],
  'tab.programmes': ['Survei program', 'Programme surveys'],
  lead: [
    'Setiap instrumen dinilai sendiri dan tidak pernah digabung ke IKM. Versi yang tersimpan tidak berubah lagi.',
    'Each instrument is scored by itself and never merged into the IKM. A saved version never changes.',
  ],
  official: ['bawaan', 'built in'],
  own: ['milik kantor', 'of this office'],
  shape: ['{n} pertanyaan, skala 1–{steps}', '{n} questions, scale 1–{steps}'],
  'version.none': ['belum diubah', 'not changed yet'],
  version: ['Versi {n}', 'Version {n}'],
  'version.saved': ['Versi {n}, disimpan {date} oleh {name}', 'Version {n}, saved {date} by {name}'],
  versions: ['Versi', 'Versions'],
  'versions.label': ['Versi {name}', 'Versions of {name}'],
  edit: ['Ubah', 'Change'],
  'edit.label': ['Ubah {name}', 'Change {name}'],
  copy: ['Salin', 'Copy'],
  'copy.label': ['Salin {name} sebagai instrumen baru', 'Copy {name} as a new instrument'],
  'copy.of': ['Salinan {name}', 'Copy of {name}'],
  new: ['Instrumen baru', 'New instrument'],
  back: ['Kembali ke daftar', 'Back to the list'],
  gone: ['Instrumen ini tidak ada', 'There is no such instrument'],
  saved: ['Tersimpan sebagai versi {n}', 'Saved as version {n}'],
} as const satisfies Record<string, Words>

/** The editor of a questionnaire. */
export const instrumentEditorText = {
  name: ['Nama instrumen', 'Name of the instrument'],
  english: ['{what}, bahasa Inggris (boleh kosong)', '{what}, English (may be empty)'],
  steps: ['Skala', 'Scale'],
  'steps.n': ['1 sampai {n}', '1 to {n}'],
  asked: [
    'Setelah disimpan, survei tiket bertanya begini kepada kunjungan yang selesai sesudahnya. Pertanyaan tambahan ikut menghitung IKM triwulan, semester dan tahun yang seluruhnya memakai pertanyaan dan bobot yang sama.',
    'Once saved, visits that end afterwards are asked so. Further questions count in the IKM of quarters, semesters and years in which all were asked the same with the same weights.',
  ],
  weights: ['Bobot', 'Weights'],
  'weights.alike': ['Sama untuk semua', 'Alike for all'],
  'weights.own': ['Diisi sendiri', 'Set by yourself'],
  weight: ['Bobot', 'Weight'],
  ceiling: [
    'Jumlah bobot {sum}. Indeks paling tinggi yang dapat dicapai: {ceiling}.',
    'The weights add up to {sum}. The highest index that can be reached: {ceiling}.',
  ],
  order: ['Urutan', 'Order'],
  'order.body': ['Urutan batang tubuh', 'Order of the body'],
  'order.annex': ['Urutan lampiran', 'Order of the annex'],
  question: ['Pertanyaan {n}', 'Question {n}'],
  fixed: ['Bunyi resmi, tidak diubah.', 'Official wording, not to be changed.'],
  short: ['Nama singkat', 'Short name'],
  wording: ['Bunyi pertanyaan', 'Wording'],
  answer: ['Jawaban {n}', 'Answer {n}'],
  up: ['Naik', 'Up'],
  'up.label': ['Naikkan pertanyaan {n}', 'Move question {n} up'],
  down: ['Turun', 'Down'],
  'down.label': ['Turunkan pertanyaan {n}', 'Move question {n} down'],
  remove: ['Hapus', 'Remove'],
  'remove.label': ['Hapus pertanyaan {n}', 'Remove question {n}'],
  removed: ['Pertanyaan dihapus.', 'The question was removed.'],
  undo: ['Urungkan', 'Undo'],
  add: ['Tambah pertanyaan', 'Add a question'],
  save: ['Simpan versi {n}', 'Save version {n}'],
  same: ['Belum ada yang diubah.', 'Nothing was changed yet.'],
  'long.question': [
    'Pertanyaan {n} ({lang}): {lines} baris di ponsel, paling banyak {most}.',
    'Question {n} ({lang}): {lines} lines on a phone, at most {most}.',
  ],
  'long.answer': [
    'Pertanyaan {n}, jawaban {answer} ({lang}): {lines} baris di ponsel, paling banyak {most}.',
    'Question {n}, answer {answer} ({lang}): {lines} lines on a phone, at most {most}.',
  ],
  'long.none': ['Semua bunyi muat di ponsel 360 px.', 'All wording fits a phone 360 px wide.'],
  'long.title': ['Terlalu panjang untuk ponsel', 'Too long for a phone'],
  'lang.id': ['Indonesia', 'Indonesian'],
  'lang.en': ['Inggris', 'English'],
  preview: ['Pratinjau 360 px', 'Preview at 360 px'],
  'preview.lang': ['Bahasa pratinjau', 'Language of the preview'],
  'preview.empty': ['(belum diisi)', '(empty)'],
  lacks: ['Belum dapat disimpan', 'Not ready to be saved'],
} as const satisfies Record<string, Words>

/** What an instrument lacks. */
export const instrumentProblemText: Readonly<Record<InstrumentProblem['what'], Words>> = {
  name: ['Isi nama instrumen.', 'Give the instrument a name.'],
  none: ['Tambah paling sedikit satu pertanyaan.', 'Add at least one question.'],
  many: ['Paling banyak 20 pertanyaan.', 'At most 20 questions.'],
  twice: ['Pertanyaan {n} ada dua kali.', 'Question {n} is there twice.'],
  wording: ['Isi nama singkat dan bunyi pertanyaan {n}.', 'Fill in short name and wording of question {n}.'],
  answers: ['Isi semua jawaban pertanyaan {n}.', 'Fill in all answers of question {n}.'],
  weights: ['Isi bobot semua pertanyaan.', 'Give each question a weight.'],
  sum: ['Jumlah bobot harus antara 0,9 dan 1.', 'The weights must add up to 0.9 to 1.'],
  fixed: [
    'Pertanyaan resmi harus ada dengan bunyinya sendiri.',
    'The official questions must stay in their own words.',
  ],
  uneven: ['Kesembilan unsur resmi harus berbobot sama.', 'The nine official questions must weigh the same.'],
  extra: [
    'Pertanyaan tambahan {n}: paling banyak lima, bobotnya 0,01 sampai sama dengan satu unsur resmi.',
    'Further question {n}: five at most, each weighing 0.01 up to as much as an official one.',
  ],
}

/** Surveys that hang on no ticket. */
export const programmeText = {
  lead: [
    'Untuk program yang tidak lewat loket, seperti pengangkutan sampah, imunisasi atau sekolah. Hasil dibuka sehari setelah selesai.',
    'For what does not pass the counter, such as waste collection, immunisation or schools. The result opens the day after the end.',
  ],
  none: ['Belum ada survei program', 'No programme survey yet'],
  'none.why': ['Buat di bawah, lalu pasang kode QR-nya.', 'Begin one below, then hang out its QR code.'],
  of: ['{instrument}, versi {version}', '{instrument}, version {version}'],
  period: ['{from} sampai {to}', '{from} to {to}'],
  answered: ['{n} jawaban', '{n} answers'],
  'answered.of': [
    '{n} jawaban, sasaran {target} dari {population} orang',
    '{n} answers, target {target} of {population} people',
  ],
  page: ['Halaman warga', 'The page for citizens'],
  'page.label': ['Halaman warga {name}', 'The page for citizens of {name}'],
  poster: ['Poster A4 dengan kode QR', 'A4 poster with the QR code'],
  'poster.label': ['Poster {name}', 'Poster of {name}'],
  change: ['Ubah', 'Change'],
  'change.label': ['Ubah {name}', 'Change {name}'],
  result: ['Hasil', 'Result'],
  'result.label': ['Hasil {name}', 'Result of {name}'],
  new: ['Survei program baru', 'New programme survey'],
  name: ['Nama program', 'Name of the programme'],
  about: ['Tentang apa, untuk warga', 'What it is about, for citizens'],
  instrument: ['Instrumen', 'Instrument'],
  from: ['Hari pertama', 'First day'],
  to: ['Hari terakhir', 'Last day'],
  population: ['Jumlah orang yang dilayani program (boleh kosong)', 'People whom the programme serves (may be empty)'],
  places: [
    'Tempat yang dapat dipilih, satu per baris (boleh kosong)',
    'Places to choose from, one a line (may be empty)',
  ],
  fixed: [
    'Sudah dimulai: hanya hari terakhir dan jumlah orang yang dapat diubah.',
    'It has begun: only its last day and the number of people may change.',
  ],
  save: ['Simpan', 'Save'],
  saved: ['Tersimpan', 'Saved'],
  cancel: ['Batal', 'Cancel'],
  'result.running': ['Hasil belum dibuka', 'The result is not open yet'],
  'result.few': ['Kurang dari 10 jawaban, tidak ditampilkan', 'Fewer than 10 answers, not shown'],
  'result.few.why': [
    'Angka dari jawaban yang terlalu sedikit dapat membuka jawaban seseorang.',
    'Figures of too few answers could lay open what somebody said.',
  ],
  index: ['Indeks (25–100)', 'Index (25–100)'],
  perception: ['Nilai persepsi (1–4)', 'Perception (1–4)'],
  mutu: ['Mutu', 'Letter'],
  range: ['Rentang 95 %', '95 % interval'],
  'range.value': ['{low} sampai {high}', '{low} to {high}'],
  incomplete: [
    'Ada pertanyaan tanpa jawaban, jadi tidak ada indeks.',
    'A question has no answer, so there is no index.',
  ],
  'q.question': ['Pertanyaan', 'Question'],
  'q.n': ['Jawaban', 'Answers'],
  'q.mean': ['Rata-rata (1–{steps})', 'Mean (1–{steps})'],
  'q.value': ['Nilai (1–4)', 'Value (1–4)'],
  place: ['Tempat', 'Place'],
  'place.none': [
    'Per tempat belum dapat dibuka tanpa membuka jawaban seseorang.',
    'By place nothing can be shown without laying open what somebody said.',
  ],
  together: [
    '{n} jawaban datang dari jaringan yang mengirim delapan kali atau lebih, misalnya satu posko atau satu keluarga besar. Semua tetap dihitung.',
    '{n} answers came from networks that sent eight and more, such as a post or a large family. All of them count.',
  ],
} as const satisfies Record<string, Words>

/** Where a programme stands. */
export const programmeStateText: Readonly<Record<ProgrammeState, Words>> = {
  coming: ['belum dibuka', 'not open yet'],
  running: ['berjalan', 'running'],
  closed: ['selesai', 'over'],
}
