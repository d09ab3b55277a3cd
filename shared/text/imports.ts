import type { ImportProblem, ImportWord } from '../office/file/import-problem.ts'
import type { Lang, Words } from '../kit/words.ts'
import { say } from './text.ts'

/** What is wrong in an imported list, and what to do about it. */
const PROBLEMS: Readonly<Record<ImportWord, Words>> = {
  empty: ['Tidak ada isinya. Pilih berkas lain.', 'There is nothing in it. Choose another file.'],
  tooLarge: ['Berkas terlalu besar: paling besar {most} MB.', 'The file is too large: {most} MB at most.'],
  tooManyRows: ['Terlalu banyak baris: paling banyak {most}. Bagi dua.', 'Too many rows: {most} at most. Split it.'],
  unreadable: [
    'Berkas tidak terbaca. Simpan ulang sebagai CSV atau XLSX, lalu coba lagi.',
    'The file cannot be read. Save it again as CSV or XLSX and try again.',
  ],
  formula: [
    'Ada rumus. Salin sebagai nilai saja (tempel khusus), lalu coba lagi.',
    'There is a formula. Paste the values only and try again.',
  ],
  noDates: ['Tidak ada tanggal. Pilih berkas lain.', 'There is no date in it. Choose another file.'],
  dateUnknown: [
    '“{text}” bukan tanggal. Tulis misalnya 2026-08-17 atau 17 Agustus 2026.',
    '“{text}” is no date. Write for example 2026-08-17.',
  ],
  endsBefore: [
    '“{name}” berakhir sebelum mulai. Periksa tanggalnya.',
    '“{name}” ends before it begins. Check its dates.',
  ],
  tooLong: [
    '“{name}” lebih dari {most} hari. Periksa tanggalnya.',
    '“{name}” lasts over {most} days. Check its dates.',
  ],
  repeats: [
    '“{name}” berulang (RRULE). Tulis setiap tanggalnya sendiri.',
    '“{name}” repeats (RRULE). Write each of its dates.',
  ],
  timed: ['“{name}” punya jam. Libur harus sehari penuh.', '“{name}” has a time. A holiday is a whole day.'],
  columnMissing: [
    'Kolom {column} tidak ada. Tulis nama kolom pada baris pertama.',
    'Column {column} is missing. Name the columns in the first row.',
  ],
  columnTwice: ['Kolom {column} ada dua. Hapus salah satu.', 'Column {column} is there twice. Take one away.'],
  nameMissing: ['Nama belum diisi.', 'The name is missing.'],
  emailMissing: ['Surel belum diisi.', 'The e-mail address is missing.'],
  emailWrong: [
    'Surel {email} tidak lengkap. Tulis seperti nama@kantor.go.id.',
    'E-mail {email} is incomplete. Write it as nama@kantor.go.id.',
  ],
  emailTwice: ['Surel sama dengan baris {row}.', 'The e-mail is that of row {row}.'],
  emailTaken: ['Surel {email} sudah punya akun. Keluarkan baris ini.', '{email} has an account. Take this row out.'],
  nipWrong: ['NIP harus 18 angka, di sini {n}.', 'A NIP has 18 digits, this one {n}.'],
  nipRounded: [
    'NIP dibulatkan oleh lembar kerja. Jadikan kolomnya teks, lalu ketik ulang.',
    'The spreadsheet rounded the NIP. Make its column text and type it again.',
  ],
  nipTwice: ['NIP sama dengan baris {row}.', 'The NIP is that of row {row}.'],
  nipTaken: ['NIP ini sudah punya akun. Keluarkan baris ini.', 'This NIP has an account. Take this row out.'],
  roleMissing: ['Peran belum diisi, misalnya Petugas.', 'The role is missing, for example Petugas.'],
  roleUnknown: [
    'Peran “{role}” tidak ada. Pilih Petugas, Meja depan, Atasan, Manajer, atau Administrator.',
    'There is no role “{role}”. Choose Petugas, Meja depan, Atasan, Manajer or Administrator.',
  ],
  counterUnknown: ['Loket {counter} tidak ada ({known}).', 'There is no counter {counter} ({known}).'],
}

/** The sentence about one problem of an imported list. */
export function importProblemText({ word, values }: ImportProblem, lang: Lang): string {
  return say(PROBLEMS[word], lang, values)
}
