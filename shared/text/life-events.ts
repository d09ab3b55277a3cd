import type { Words } from '../kit/words.ts'

/** What is said about a life event: one visit for several services. */
export const lifeEventText = {
  ask: ['Apa yang terjadi?', 'What has happened?'],
  row: ['{n} layanan, satu nomor, satu kali datang', '{n} services, one number, one visit'],
  'row.one': ['Satu layanan, satu kali datang', 'One service, one visit'],
  number: ['nomor antrean', 'queue number'],
  minutes: ['menit di loket', 'min at the counters'],
  free: ['Gratis', 'Free'],
  all: ['semuanya', 'all of it'],
  fee: ['Berbiaya', 'With a fee'],
  'fee.each': ['lihat di bawah', 'see below'],
  gets: ['Yang Anda dapat', 'What you get'],
  bring: ['Bawa {n} berkas, masing-masing sekali', 'Bring {n} papers, each once'],
  'bring.one': ['Bawa 1 berkas', 'Bring 1 paper'],
  'bring.none': ['Tidak perlu membawa berkas', 'No papers are needed'],
  depends: ['Berkas lain menurut keperluan: {services}.', 'Other papers depend on what it is for: {services}.'],
  made: ['Tidak perlu dibawa: dibuat pada kunjungan ini', 'No need to bring: made on this visit'],
  route: ['Urutan di kantor', 'The order at the office'],
  'route.one': ['Satu petugas untuk {n} layanan', 'One officer for {n} services'],
  'route.same': ['Dipanggil dengan nomor yang sama', 'Called with the same number'],
  or: ['{some} atau {last}', '{some} or {last}'],
  counters: ['{n} loket', '{n} counters'],
  'not.all': ['Tidak perlu semuanya?', 'Not all of it?'],
  'not.mark': ['Tandai yang tidak perlu.', 'Mark what you do not need.'],
  'not.part': ['Tidak perlu {service}', 'Without {service}'],
  'not.stay': ['{services} tetap satu paket.', '{services} stay together.'],
  'not.go': ['Perbarui daftar', 'Update the list'],
  walk: [
    'Untuk ini belum ada reservasi. Datang langsung, dan ambil satu nomor di kiosk atau meja depan.',
    'This cannot be booked yet. Come in, and take one number at the kiosk or the front desk.',
  ],
  wish: ['{event}: {services}', '{event}: {services}'],
  first: [
    'Daftar tunggu dan undian hanya untuk {service}. Layanan lain dari {event} bisa ditambahkan petugas di loket.',
    'The waitlist and the draw are for {service} alone. The officer can add the others of {event} at the counter.',
  ],
} as const satisfies Record<string, Words>
