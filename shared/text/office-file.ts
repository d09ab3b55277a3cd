import type { ProblemWord, Said } from '../office/file/problem.ts'
import type { Lang, Words } from '../kit/words.ts'
import { say } from './text.ts'

/** What is wrong in a file of an office, and what to do about it. */
const PROBLEMS: Readonly<Record<ProblemWord, Words>> = {
  logo: [
    'Logo bukan gambar PNG yang utuh. Unggah di konsol, lalu ekspor lagi.',
    'The logo is no whole PNG picture. Upload it in the console and export again.',
  ],
  tooLarge: [
    'Berkas terlalu besar: paling besar {most} MB. Kirim berkas kantor saja.',
    'The file is too large: {most} MB at most. Send the file of the office alone.',
  ],
  yaml: [
    'Tidak terbaca sebagai YAML. Periksa indentasi (spasi, bukan tab), titik dua, dan tanda kutip. ({detail})',
    'This cannot be read as YAML. Check the indentation (spaces, no tabs), colons and quotes. ({detail})',
  ],
  aliases: [
    'Terlalu banyak rujukan (*nama). Tulis isinya langsung.',
    'Too many references (*name). Write out what they mean.',
  ],
  duplicateKey: ['Kunci ini ditulis dua kali. Hapus salah satu.', 'This key is written twice. Take one of them away.'],
  unknownKey: [
    '“{key}” tidak dikenal di sini. Hapus, atau lihat daftar kunci di docs/operations.md.',
    '“{key}” is not known here. Take it away, or see the keys in docs/operations.md.',
  ],
  nearKey: [
    '“{key}” tidak dikenal di sini. Mungkin maksudnya “{near}”.',
    '“{key}” is not known here. Perhaps “{near}” is meant.',
  ],
  missing: ['“{key}” belum ditulis. Tambahkan.', '“{key}” is not written. Add it.'],
  text: ['Di sini harus teks. Beri tanda kutip bila perlu.', 'Text is needed here. Put it in quotes if need be.'],
  number: ['Di sini harus angka, tanpa tanda kutip.', 'A number is needed here, without quotes.'],
  list: ['Di sini harus daftar: tiap baris mulai dengan “- ”.', 'A list is needed here: each line begins with “- ”.'],
  map: ['Di sini harus pasangan kunci: isi.', 'Pairs of key: value are needed here.'],
  flag: ['Di sini harus true atau false.', 'true or false is needed here.'],
  empty: ['Belum diisi. Tulis isinya.', 'Nothing is written. Fill it in.'],
  tooLong: ['Terlalu panjang: paling banyak {most} huruf. Pendekkan.', 'Too long: {most} letters at most. Shorten it.'],
  tooFew: ['Terlalu sedikit: paling sedikit {least}. Tambahkan.', 'Too few: {least} at least. Add some.'],
  tooMany: ['Terlalu banyak: paling banyak {most}. Kurangi.', 'Too many: {most} at most. Take some away.'],
  least: ['Terlalu kecil: paling kecil {least}.', 'Too small: {least} at least.'],
  above: ['Harus lebih dari {least}.', 'More than {least} is needed.'],
  most: ['Terlalu besar: paling besar {most}.', 'Too large: {most} at most.'],
  whole: ['Harus bilangan bulat. Buang angka di belakang koma.', 'A whole number is needed. Drop the decimals.'],
  choice: ['Pilih salah satu: {known}.', 'Choose one of: {known}.'],
  pattern: [
    'Bentuknya tidak sesuai. Lihat contoh di docs/operations.md.',
    'The form is wrong. See docs/operations.md.',
  ],
  date: [
    'Bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2026-08-17.',
    'No date. Write year-month-day, for example 2026-08-17.',
  ],
  email: [
    'Surel tidak lengkap. Tulis seperti nama@kantor.go.id.',
    'The e-mail address is incomplete. Write it as nama@kantor.go.id.',
  ],
  nip: [
    'NIP harus 18 angka; nomor pegawai lain 3 sampai 30 huruf atau angka. Beri tanda kutip.',
    'A NIP has 18 digits, another employee number 3 to 30 letters or digits. Put it in quotes.',
  ],
  id: [
    'Hanya huruf, angka, dan tanda - _ . : tanpa spasi. Misalnya ktp-el.',
    'Letters, digits and - _ . : only, without spaces. For example ktp-el.',
  ],
  controlSigns: ['Ada huruf yang tidak terlihat. Ketik ulang teksnya.', 'A letter cannot be seen. Type the text anew.'],
  oneLine: ['Harus satu baris.', 'One line only.'],
  hours: [
    '“{written}” bukan jam buka. Tulis misalnya 08:00-12:00, 12:30-15:00 atau closed.',
    '“{written}” are no hours. Write for example 08:00-12:00, 12:30-15:00, or closed.',
  ],
  ends: ['Berakhir sebelum mulai. Periksa kedua tanggal.', 'It ends before it begins. Check both dates.'],
  other: ['Isian ini belum benar ({detail}). Periksa lagi.', 'This is not right ({detail}). Please check it.'],
  twice: [
    '“{name}” sudah dipakai pada urutan {n}. Pilih yang lain.',
    '“{name}” is taken by number {n}. Choose another.',
  ],
  letter: [
    'Huruf “{letter}” tidak dapat dipakai: satu huruf besar selain I dan O, atau dua tanpa R di belakang. Misalnya {free}.',
    'Letter “{letter}” cannot be used: one capital other than I and O, or two without R at the end. For example {free}.',
  ],
  letterless: [
    'Belum ada huruf nomornya. Tambahkan, misalnya letter: {free}.',
    'It has no letter for its numbers. Add one, for example letter: {free}.',
  ],
  letterTaken: [
    'Huruf {letter} sudah dipakai “{by}”. Pilih huruf lain.',
    'Letter {letter} is taken by “{by}”. Choose another one.',
  ],
  code: [
    'Kode “{code}” tidak dapat dipakai: satu huruf besar selain I dan O, atau dua tanpa R di belakang.',
    'Code “{code}” cannot be used: one capital other than I and O, or two without R at the end.',
  ],
  paperUnknown: [
    'Berkas “{id}” tidak ada pada layanan ini. Yang ada: {known}.',
    'The service has no paper “{id}”. There are: {known}.',
  ],
  serviceUnknown: ['Layanan “{id}” tidak ada. Yang ada: {known}.', 'There is no service “{id}”. There are: {known}.'],
  agencyUnknown: ['Instansi “{id}” tidak ada. Yang ada: {known}.', 'There is no agency “{id}”. There are: {known}.'],
  areaUnknown: ['Ruang tunggu “{id}” tidak ada. Yang ada: {known}.', 'There is no area “{id}”. There are: {known}.'],
  caseUnknown: [
    'Layanan itu tidak punya kasus “{id}”. Yang ada: {known}.',
    'It has no case “{id}”. There are: {known}.',
  ],
  nextSelf: [
    'Layanan tidak dapat menjadi lanjutan dirinya sendiri. Hapus.',
    'A service cannot follow itself. Take it away.',
  ],
  nextCircle: [
    'Urutan langkah berputar kembali ke “{id}” lewat “{next}”. Putuskan salah satu.',
    'The steps lead from “{next}” back to “{id}”. Break one of them.',
  ],
  retiredNamed: [
    'Layanan “{id}” sudah dihentikan. Pilih layanan lain.',
    'The service “{id}” is retired. Choose another one.',
  ],
  placeUnknown: [
    'Pesan ini tidak mengenal {place}. Yang ada: {known}.',
    'This message does not know {place}. There are: {known}.',
  ],
  placeMissing: [
    'Tanpa {place} warga tidak tahu harus ke mana. Tambahkan dalam kedua bahasa.',
    'Without {place} people do not know what to do. Add it in both languages.',
  ],
  oneLanguage: ['Isi kedua bahasa, atau kosongkan keduanya.', 'Fill in both languages, or leave both empty.'],
  roleBuilt: [
    '“{id}” adalah peran di setiap kantor. Pilih id lain.',
    '“{id}” is a role of every office. Choose another id.',
  ],
  roleUnknown: ['Peran “{id}” tidak ada. Yang ada: {known}.', 'There is no role “{id}”. There are: {known}.'],
  roleHeld: [
    'Peran “{id}” masih dipegang {n} orang. Tulis kembali, atau beri mereka peran lain di konsol dahulu.',
    '{n} people still have the role “{id}”. Write it again, or give them another one in the console first.',
  ],
  drawEarly: [
    'Undian dibuka lebih awal daripada reservasi ({days} hari). Perkecil opensDaysAhead atau perbesar horizonDays.',
    'The draw opens before bookings do ({days} days). Lower opensDaysAhead or raise horizonDays.',
  ],
}

/** The sentence about one problem of a file. */
export function problemText({ word, values }: Said, lang: Lang): string {
  return say(PROBLEMS[word], lang, values)
}
