import type { Words } from '../kit/words.ts'

/** What the first page of the office says to citizens, and the page of an address that does not exist. */
export const homeText = {
  title: ['Beranda', 'Home'],
  search: ['Cari layanan, dengan kata Anda sendiri', 'Search services in your own words'],
  'search.hint': ['Misalnya: ktp hilang, pecah KK', 'For example: lost ID card'],
  all: ['Semua {n} layanan', 'All {n} services'],
  book: ['Pesan waktu datang', 'Book a time to come'],
  offices: ['Kantor lain', 'Other offices'],

  mine: ['Nomor saya', 'My numbers'],
  'mine.what': [
    'Nomor yang Anda buat atau buka di ponsel ini muncul di sini.',
    'Numbers that you made or opened on this phone appear here.',
  ],
  'mine.other': ['Punya nomor lain?', 'Have another number?'],
  'mine.how': [
    'Buka tautan yang Anda simpan, atau pindai kode QR di karcis. Hilang? Meja depan bisa mencarikan.',
    'Open the link that you saved, or scan the QR code on your slip. Lost it? The front desk can find it.',
  ],

  open: ['Buka sekarang', 'Open now'],
  'open.until': ['sampai {time} {zone}', 'until {time} {zone}'],
  break: ['Istirahat', 'On a break'],
  'break.until': ['buka lagi {time} {zone}', 'open again at {time} {zone}'],
  closed: ['Tutup', 'Closed'],
  'closed.opens': ['buka {date}, {time} {zone}', 'opens {date}, {time} {zone}'],
  'closed.unknown': ['tanyakan hari buka berikutnya kepada kantor', 'ask the office for its next day'],
  ribbon: ['Hari layanan {open} sampai {close}', 'Service day {open} to {close}'],
  'ribbon.break': ['istirahat {from}–{to}', 'break {from}–{to}'],
  'ribbon.now': ['sekarang {now}', 'now {now}'],
  crowd: ['{n} menunggu, {counters} loket buka.', '{n} waiting, {counters} counters open.'],
  'book.now': ['Memesan tetap bisa sekarang.', 'You can still book now.'],
  'book.nearest': ['Tempat kosong terdekat: {date}, {time}.', 'The nearest free place: {date}, {time}.'],

  visit: ['Datang ke kantor', 'Come to the office'],
  'hours.today': ['Hari ini', 'Today'],
  'hours.off': ['libur', 'closed'],
  'hours.special': ['{open}–{close}, {name}', '{open}–{close}, {name}'],

  served: ['Sudah dilayani?', 'Been served?'],
  rate: ['Beri nilai', 'Rate'],
  'rate.how': [
    'Nomor dari ponsel atau kiosk punya tombol nilai sesudah selesai: buka nomornya di halaman ini. Satu sentuhan, tanpa nama. Nomor dari meja depan dinilai di tablet di loket, bila ada.',
    'A number from a phone or the kiosk has a button for rating once your visit is complete: open it on this page. One tap, no name. A number from the front desk is rated on the tablet at the counter, where there is one.',
  ],
  staff: ['Masuk petugas', 'Staff sign-in'],

  'lost.title': ['Halaman ini tidak ada', 'This page does not exist'],
  'lost.what': [
    'Mungkin alamatnya terpotong, atau tautan nomornya sudah dihapus. Antrean Anda tidak berubah.',
    'Its address may be cut short, or the link of the number was removed. Your place in line has not changed.',
  ],
  'lost.on': ['Lanjut ke', 'Go on to'],
  'lost.mine': ['Yang dibuat di ponsel ini', 'Made on this phone'],
  'lost.rate': ['Satu sentuhan, tanpa nama', 'One tap, no name'],
  'lost.desk': ['Meja depan', 'Front desk'],
  'lost.desk.what': ['Nomor di karcis tetap berlaku di sana.', 'The number on your slip still works there.'],
} as const satisfies Record<string, Words>
