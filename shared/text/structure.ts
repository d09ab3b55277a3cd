import type { Words } from '../kit/words.ts'
import type { List } from '../office/structure/change.ts'

/** The lists of an office. */
export const listText: Readonly<Record<List, Words>> = {
  services: ['Layanan', 'Services'],
  counters: ['Loket', 'Counters'],
  agencies: ['Instansi', 'Agencies'],
  areas: ['Ruang tunggu', 'Waiting areas'],
  lifeEvents: ['Peristiwa hidup', 'Life events'],
}

/** What the parts of an office are called where they are typed, and in the history of changes. */
export const partText = {
  order: ['Urutan', 'Order'],
  removed: ['Dihapus', 'Removed'],
  name: ['Nama', 'Name'],
  city: ['Kota', 'City'],
  zone: ['Zona waktu', 'Time zone'],
  openedAt: ['Dibuka untuk umum', 'Opened to the public'],
  nameless: ['Tanpa nama', 'Without a name'],
  letter: ['Huruf', 'Letter'],
  code: ['Kode', 'Code'],
  detail: ['Penjelasan', 'Detail'],
  icon: ['Gambar', 'Picture'],
  procedure: ['Prosedur', 'Procedure'],
  product: ['Produk layanan', 'Product'],
  fee: ['Biaya', 'Fee'],
  free: ['Gratis', 'Free of charge'],
  complaints: ['Pengaduan', 'Complaints'],
  typicalMinutes: ['Menit biasanya di loket', 'Usual minutes at the counter'],
  standardMinutes: ['Menit paling lama di loket (standar)', 'Minutes at the counter at most (standard)'],
  waitPromiseMinutes: ['Menit menunggu paling lama (janji)', 'Minutes of waiting at most (promise)'],
  keywords: ['Kata yang dicari warga', 'Words that people search for'],
  agency: ['Instansi', 'Agency'],
  area: ['Ruang tunggu', 'Waiting area'],
  next: ['Langkah berikutnya', 'Next step'],
  retired: ['Pensiun', 'Retired'],
  standard: ['Dasar kami bekerja', 'What we work by'],
  services: ['Melayani', 'Serves'],
  where: ['Tempat', 'Where'],
  weekdays: ['Hari hadir', 'Days it is there'],
  everyDay: ['setiap hari buka', 'every open day'],
  active: ['Aktif', 'Active'],
  parts: ['Layanan, menurut urutan', 'Services in their order'],
  optional: ['tidak selalu perlu', 'not always needed'],
} as const satisfies Record<string, Words>
