import type { ImportProblem, ImportWord } from '../office/file/import-problem.ts'
import type { Lang, Words } from '../kit/words.ts'
import { say } from './text.ts'

/** What is wrong in an imported list, and what to do about it. */
const PROBLEMS: Readonly<Record<ImportWord, Words>> = {
  empty: ['Tidak ada isinya. Pilih berkas lain.', 'There is nothing in it. Choose another file.'],
  tooLarge: ['Berkas terlalu besar: paling besar {most} MB.', 'The file is too large: {most} MB at most.'],
  tooManyRows: ['Terlalu banyak baris: paling banyak {most}. Bagi dua.', 'Too many rows: {most} at most. Split it.'],
  farCell: [
    'Ada isi atau format di {cell}, jauh di luar daftar. Hapus barisnya, atau simpan sebagai CSV.',
    'There is something at {cell}, far outside the list. Delete its row, or save as CSV.',
  ],
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
  nameWrong: [
    'Nama harus satu baris, paling banyak {most} huruf. Pendekkan atau ketik ulang.',
    'A name is one line of {most} letters at most. Shorten it or type it anew.',
  ],
  emailLong: [
    'Surel lebih dari {most} huruf. Pakai surel lain, atau kosongkan.',
    'The e-mail has over {most} letters. Use another one, or leave it empty.',
  ],
  emailWrong: [
    'Surel {email} tidak lengkap. Tulis seperti nama@kantor.go.id.',
    'E-mail {email} is incomplete. Write it as nama@kantor.go.id.',
  ],
  emailTwice: ['Surel sama dengan baris {row}.', 'The e-mail is that of row {row}.'],
  emailTaken: ['Surel {email} sudah punya akun. Keluarkan baris ini.', '{email} has an account. Take this row out.'],
  nipWrong: ['NIP harus 18 angka, di sini {n}.', 'A NIP has 18 digits, this one {n}.'],
  numberWrong: [
    'Nomor pegawai hanya huruf, angka, titik, garis miring, dan strip, 3 sampai 30 tanda. Periksa lagi.',
    'An employee number has letters, digits, full stops, slashes and hyphens alone, 3 to 30 signs. Check it.',
  ],
  nipRounded: [
    'NIP dibulatkan oleh lembar kerja. Jadikan kolomnya teks, lalu ketik ulang.',
    'The spreadsheet rounded the NIP. Make its column text and type it again.',
  ],
  nipTwice: ['NIP sama dengan baris {row}.', 'The NIP is that of row {row}.'],
  nipTaken: ['NIP ini sudah punya akun. Keluarkan baris ini.', 'This NIP has an account. Take this row out.'],
  personLike: [
    'Kemungkinan orang yang sama dengan {name} ({username}), yang sudah punya akun. Keluarkan, atau tetap undang.',
    'Perhaps the same person as {name} ({username}), who has an account. Leave out, or invite all the same.',
  ],
  rowLike: [
    'Kemungkinan orang yang sama dengan baris {row}. Keluarkan, atau tetap undang.',
    'Perhaps the same person as row {row}. Leave out, or invite all the same.',
  ],
  roleMissing: ['Peran belum diisi, misalnya Petugas.', 'The role is missing, for example Petugas.'],
  roleUnknown: [
    'Peran “{role}” tidak ada. Yang ada: Petugas, Meja depan, Atasan, Manajer, Administrator{known}.',
    'There is no role “{role}”. There are Petugas, Meja depan, Atasan, Manajer, Administrator{known}.',
  ],
  roleNotHeld: [
    'Peran “{role}” memuat hak yang tidak Anda miliki, jadi tidak bisa Anda berikan.',
    'The role “{role}” has a right that you do not have, so you cannot give it.',
  ],
  counterUnknown: ['Loket {counter} tidak ada ({known}).', 'There is no counter {counter} ({known}).'],
  counterElsewhere: [
    'Loket {counter} bukan milik instansi ini. Pilih loketnya sendiri.',
    'Counter {counter} is not of this agency. Choose one of its own.',
  ],
  agencyUnknown: [
    'Instansi {agency} tidak ada ({known}). Tulis nama atau hurufnya.',
    'There is no agency {agency} ({known}). Write its name or letters.',
  ],
}

/** The sentence about one problem of an imported list. */
export function importProblemText({ word, values }: ImportProblem, lang: Lang): string {
  return say(PROBLEMS[word], lang, values)
}
