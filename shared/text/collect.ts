import type { ImportWord } from '../office/file/import-problem.ts'
import type { Words } from '../kit/words.ts'
import type { AnswersWord } from '../survey/collect/import-table.ts'

/** Forms of paper, and files of answers. */
export const collectText = {
  title: ['Formulir kertas', 'Paper forms'],
  lead: [
    'Untuk jawaban SKM yang ditulis warga di kertas. Ketik persis seperti yang tertulis; yang kosong biarkan kosong.',
    'For SKM answers that citizens wrote on paper. Type exactly what stands there; leave empty what is empty.',
  ],
  tabs: ['Cara memasukkan', 'Ways of entering'],
  'tab.type': ['Ketik satu per satu', 'One by one'],
  'tab.file': ['Dari berkas', 'From a file'],
  how: [
    'Angka 1–4 mengisi lalu pindah ke unsur berikutnya; 0 atau – berarti tidak diisi; Tab dan panah juga berpindah.',
    'The digits 1–4 fill in and move on to the next unsur; 0 or – means not filled in; Tab and arrows move as well.',
  ],
  no: ['Nomor formulir', 'Form number'],
  date: ['Tanggal kunjungan', 'Date of the visit'],
  'date.since': ['Paling lama {date}. Yang lebih lama lewat berkas.', 'From {date} on. Older ones by a file.'],
  service: ['Layanan', 'Service'],
  'service.choose': ['Pilih layanan', 'Choose a service'],
  marks: ['Jawaban', 'Answers'],
  'marks.of': ['{unsur}: 1 sampai 4, kosong bila tidak diisi', '{unsur}: 1 to 4, empty where not filled in'],
  'order.annex': [
    'Urutan kotak: lampiran PermenPANRB 14/2017, seperti yang ditanyakan kepada warga. Cocokkan nama unsurnya.',
    'The boxes stand in the order of the annex of PermenPANRB 14/2017, as citizens are asked. Check the names.',
  ],
  'order.own': [
    'Urutan kotak: SKM kantor ini, versi {n}. Kertas lama bisa berurutan lain; cocokkan nama unsurnya.',
    'The boxes stand in the order of this office’s SKM, version {n}. Older paper may have another; check the names.',
  ],
  'order.extra': [
    'Hanya sembilan unsur yang masuk dari kertas dan berkas. Tidak dimasukkan: {names}.',
    'Only the nine unsur come in from paper and files. Left out: {names}.',
  ],
  free: ['Gratis: bernilai 4.', 'Free of charge: scores 4.'],
  profile: ['Responden', 'Respondent'],
  suggestion: ['Saran', 'Suggestion'],
  save: ['Simpan, formulir berikutnya', 'Save, next form'],
  saved: ['Formulir {no} tersimpan.', 'Form {no} is saved.'],
  undo: ['Urungkan', 'Undo'],
  scanned: ['Pindaian formulir {no} terlampir.', 'The scan of form {no} is attached.'],
  undone: ['Formulir {no} diambil kembali.', 'Form {no} was taken back.'],
  'need.no': ['Isi nomor formulir.', 'Fill in the form number.'],
  'need.service': ['Pilih layanannya.', 'Choose the service.'],
  'need.date': ['Isi tanggal kunjungan.', 'Fill in the date of the visit.'],
  'need.mark': ['Isi paling sedikit satu unsur.', 'Fill in at least one unsur.'],
  last: ['Terakhir dimasukkan', 'Typed in last'],
  'last.none': ['Belum ada formulir.', 'No form yet.'],
  'last.none.why': [
    'Yang dimasukkan terlihat di sini, tanpa isinya.',
    'What is typed in stands here, without what it says.',
  ],
  'last.by': ['{date} · {service} · {by}', '{date} · {service} · {by}'],
  scan: ['Lampirkan pindaian', 'Attach the scan'],
  'scan.of': [
    'Pindaian formulir {no}: JPG, PNG, atau PDF, paling besar 5 MB',
    'Scan of form {no}: JPG, PNG or PDF, 5 MB at most',
  ],
  'scan.open': ['Buka pindaian', 'Open the scan'],
  'scan.busy': ['Mengirim…', 'Sending…'],
  file: ['Berkas CSV atau XLSX', 'CSV or XLSX file'],
  'file.how': [
    'Satu baris satu responden, paling banyak 20.000. Kolom unsur dikenal dari namanya; U1–U9 tanpa nama dibaca urut pasal; baris kosong dilewati; rumus ditolak.',
    'One row is one respondent, 20,000 at most. Columns are known by the names of the unsur; U1–U9 without a name are read in the order of the regulation; empty rows are passed over; formulas are refused.',
  ],
  template: ['Unduh contoh', 'Download the template'],
  look: ['Periksa berkas', 'Check the file'],
  busy: ['Memeriksa…', 'Checking…'],
  'look.ok': [
    '{n} jawaban, {from} sampai {to}. Belum ada yang disimpan.',
    '{n} answers, {from} to {to}. Nothing is saved yet.',
  ],
  'look.order': [
    'U1–U9 tanpa nama dibaca urut pasal: U8 {eighth}, U9 {ninth}. Bila kertasnya berurutan lain, tulis nama unsur di judul kolom.',
    'U1–U9 without a name are read in the order of the regulation: U8 {eighth}, U9 {ninth}. Where the paper has another order, write the names of the unsur in the headings.',
  ],
  'look.bad': [
    'Belum dapat dimasukkan: {n} hal perlu dibetulkan dulu. Tidak ada yang disimpan.',
    'It cannot be taken in yet: {n} things must be put right first. Nothing is saved.',
  ],
  'look.known': ['Jawaban dalam berkas ini sudah dimasukkan.', 'The answers of this file have been taken in already.'],
  'look.ignored': ['Kolom yang tidak dipakai: {columns}.', 'Columns that are not used: {columns}.'],
  'look.more': ['dan {n} lagi', 'and {n} more'],
  'look.row': ['Baris', 'Row'],
  'look.column': ['Kolom', 'Column'],
  'look.why': ['Yang perlu dibetulkan', 'What must be put right'],
  'look.whole': ['berkas', 'file'],
  keep: ['Masukkan {n} jawaban', 'Take {n} answers in'],
  kept: ['{n} jawaban masuk.', '{n} answers are in.'],
  imports: ['Berkas yang masuk', 'Files taken in'],
  'imports.none': ['Belum ada berkas.', 'No file yet.'],
  'imports.none.why': [
    'Yang masuk dapat ditarik kembali sampai periodenya terbit.',
    'What came in can be taken back until its period is published.',
  ],
  'imports.line': ['{n} jawaban · {from}–{to} · {by}', '{n} answers · {from}–{to} · {by}'],
  'imports.taken': ['Ditarik: {reason}', 'Taken back: {reason}'],
  'imports.fixed': ['Sudah terbit atau diputuskan: tetap.', 'Published or decided: it stays.'],
  back: ['Tarik kembali', 'Take back'],
  'back.sure': ['Tarik {name} kembali?', 'Take {name} back?'],
  'back.what': [
    'Semua jawabannya keluar dari angka. Tulis alasannya, paling sedikit sepuluh huruf.',
    'All its answers leave the figures. Write the reason, ten letters at least.',
  ],
  'back.reason': ['Alasan', 'Reason'],
  'back.short': ['Tulis alasannya, paling sedikit {n} huruf.', 'Write the reason, {n} letters at least.'],
  'back.no': ['Biarkan', 'Leave it'],
} as const satisfies Record<string, Words>

const PROBLEMS: Readonly<Record<AnswersWord | 'formula' | 'empty' | 'unreadable' | 'tooLarge' | 'tooManyRows', Words>> =
  {
    columnMissing: ['Kolom ini tidak ada.', 'This column is missing.'],
    columnTwice: ['Kolom ini ada dua kali.', 'This column is there twice.'],
    date: [
      '"{value}" bukan tanggal; tulis 2026-06-15 atau 15/06/2026.',
      '"{value}" is no date; write 2026-06-15 or 15/06/2026.',
    ],
    future: ['Tanggal ini belum tiba.', 'This date has not come yet.'],
    service: ['Tidak ada layanan "{value}".', 'There is no service "{value}".'],
    score: [
      '"{value}" bukan 1, 2, 3, 4, kata jawabannya, atau kosong.',
      '"{value}" is not 1, 2, 3, 4, an answer in words, or empty.',
    ],
    profile: ['"{value}" tidak ada di daftar isian ini.', '"{value}" is not in the list of this item.'],
    long: ['Lebih dari {most} huruf.', 'More than {most} letters.'],
    none: ['Tidak ada satu pun unsur yang dijawab.', 'Not a single unsur is answered.'],
    fixed: ['Angka bulan ini sudah terbit atau diputuskan.', 'Figures of this month are published or decided.'],
    few: [
      '{service}, {from} sampai {to}: {n} jawaban. Setelah angkanya dapat dibaca, tiap unsur perlu paling sedikit sepuluh untuk tiap layanan dan pekan.',
      '{service}, {from} to {to}: {n} answers. Once figures can be read, each unsur needs at least ten for each service and week.',
    ],
    formula: ['Ada rumus. Simpan nilainya saja.', 'There is a formula. Save the values alone.'],
    empty: ['Berkas ini kosong.', 'This file is empty.'],
    unreadable: ['Berkas ini tidak dapat dibaca sebagai CSV atau XLSX.', 'This file cannot be read as CSV or XLSX.'],
    tooLarge: ['Lebih besar dari {most} MB.', 'Larger than {most} MB.'],
    tooManyRows: ['Lebih dari {most} baris.', 'More than {most} rows.'],
  }

/** What is wrong in a file; what is no problem of answers is said as unreadable. */
export function answersProblemText(word: AnswersWord | ImportWord): Words {
  const known: Readonly<Record<string, Words>> = PROBLEMS
  return known[word] ?? PROBLEMS.unreadable
}
