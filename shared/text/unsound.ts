import type { Words } from '../kit/words.ts'
import type { Unsound } from '../office/structure/sound.ts'

/** What does not fit together in an office, and what mends it; `{with}` is what stands in its way. */
export const unsoundText: Readonly<Record<Unsound['problem'], Words>> = {
  tooMany: ['Paling banyak {with}. Hapus sebagian dahulu.', 'At most {with}. Remove some first.'],
  nameless: ['Nama belum diisi. Isi nama dalam bahasa Indonesia.', 'The name is missing. Give it in Indonesian.'],
  letterTaken: [
    'Huruf ini sudah dipakai {with}. Pilih huruf lain, atau pensiunkan {with}.',
    '{with} has this letter. Choose another one, or retire {with}.',
  ],
  letterOfAgency: [
    'Huruf ini milik instansi {with}. Pilih huruf lain, atau masukkan layanannya ke instansi itu.',
    'This letter belongs to the agency {with}. Choose another one, or put the service into that agency.',
  ],
  codeTaken: ['Kode ini sudah dipakai {with}. Pilih kode lain.', '{with} has this code. Choose another one.'],
  agencyUnknown: [
    'Instansi {with} tidak ada. Pilih instansi lain, atau tambahkan dahulu.',
    'There is no agency {with}. Choose another one, or add it first.',
  ],
  areaUnknown: [
    'Ruang tunggu {with} tidak ada. Pilih yang lain, atau tambahkan dahulu.',
    'There is no waiting area {with}. Choose another one, or add it first.',
  ],
  serviceUnknown: [
    'Layanan {with} tidak ada. Pilih layanan lain, atau tambahkan dahulu.',
    'There is no service {with}. Choose another one, or add it first.',
  ],
  serviceRetired: [
    'Layanan {with} sudah dipensiunkan. Keluarkan dari sini, atau aktifkan lagi.',
    'The service {with} is retired. Take it out here, or bring it back.',
  ],
  caseUnknown: [
    'Keperluan {with} tidak ada pada layanan itu. Pilih keperluan lain.',
    'The service has no case {with}. Choose another one.',
  ],
  placeUnknown: [
    'Pesan ini tidak mengenal {with}. Hapus, atau pakai tempat yang tertulis di bawahnya.',
    'This message knows no {with}. Take it out, or use one of the places below it.',
  ],
  placeMissing: [
    'Tanpa {with} warga tidak tahu harus ke mana. Tambahkan dalam kedua bahasa.',
    'Without {with} people do not know what to do. Add it in both languages.',
  ],
  oneLanguage: ['Isi kedua bahasa, atau kosongkan keduanya.', 'Fill in both languages, or leave both empty.'],
  nextCircle: [
    'Langkah berikutnya kembali ke layanan ini lewat {with}. Putuskan lingkarannya.',
    'The next step leads back to this service through {with}. Break the circle.',
  ],
  serviceUsed: [
    'Layanan ini pernah dipakai warga, jadi tidak dihapus. Pensiunkan: tidak menerima orang baru, catatannya tetap.',
    'People have used this service, so it is not removed. Retire it: it takes nobody new, and its figures stay.',
  ],
  counterAttended: [
    'Masih ada petugas atau nomor di loket ini. Minta petugas menutup loket, lalu ulangi perubahan ini.',
    'Somebody is still at this counter. Ask the officer to close it, then make this change again.',
  ],
  agencyPeopled: [
    'Masih ada akun aktif di instansi ini. Pindahkan atau nonaktifkan dahulu di halaman Akun, lalu hapus.',
    'Active accounts still belong to this agency. Move them or switch them off first, then remove it.',
  ],
}
