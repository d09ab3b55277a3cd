import type { Words } from '../kit/words.ts'

/** The words of the page of suspicious bookings, which can be voided, and suspicious answers of the survey. */
export const clustersText = {
  title: ['Reservasi mencurigakan', 'Suspicious bookings'],
  lead: [
    'Reservasi yang datang bersama dari satu ponsel atau satu jaringan. Satu keluarga atau satu warnet juga bisa begitu: lihat dahulu, baru putuskan.',
    'Bookings that came together from one phone or one network. A family or an internet café can look the same: look first, then decide.',
  ],
  none: ['Tidak ada yang mencurigakan', 'Nothing suspicious'],
  'none.why': [
    'Kelompok muncul di sini bila banyak reservasi datang dari satu ponsel atau jaringan.',
    'A group appears here when many bookings come from one phone or network.',
  ],
  list: ['Kelompok reservasi', 'Groups of bookings'],
  'kind.device': ['Satu ponsel', 'One phone'],
  'kind.network': ['Satu jaringan', 'One network'],
  bookings: ['Reservasi berlaku', 'Live bookings'],
  without: ['Tanpa kontak', 'Without contact'],
  'without.of': ['dari {n}', 'of {n}'],
  span: ['Dibuat', 'Made'],
  'span.sameDay': ['{from}–{to}, {date}', '{from}–{to}, {date}'],
  'span.days': ['{from} sampai {to}', '{from} to {to}'],
  'span.minutes': ['dalam {n} menit', 'within {n} min'],
  'span.hours': ['dalam {n} jam', 'within {n} h'],
  numbers: ['Lihat nomor', 'See the numbers'],
  act: ['Batalkan semua', 'Void all'],
  'act.label': ['Batalkan semua {n} reservasi kelompok {place}', 'Void all {n} bookings of group {place}'],
  'ask.title': ['Batalkan {n} reservasi?', 'Void {n} bookings?'],
  'ask.why': [
    'Semua reservasi kelompok ini yang masih berlaku gugur sekaligus, dan tempatnya dibuka lagi. Tindakan ini tercatat bersama nama Anda.',
    'All live bookings of this group end in one act, and their places open again. The act is on record with your name.',
  ],
  'ask.reason': ['Alasan', 'Reason'],
  'ask.go': ['Batalkan {n} reservasi', 'Void {n} bookings'],
  'ask.keep': ['Biarkan', 'Leave them'],
  done: ['{n} reservasi dibatalkan.', '{n} bookings were voided.'],
  'done.none': ['Tidak ada lagi reservasi yang berlaku di kelompok itu.', 'No live booking was left in that group.'],
  'answers.title': ['Penilaian mencurigakan', 'Suspicious answers'],
  'answers.lead': [
    'Penilaian dua minggu terakhir yang perlu dilihat. Wi-Fi ruang tunggu bisa menjadi penyebabnya, jadi tanyakan dahulu. Isi jawaban tidak tampil.',
    'Answers of the last two weeks that are worth a look. The Wi-Fi of the hall may be the reason, so ask first. What was answered is not shown.',
  ],
  'answers.none': ['Tidak ada penilaian yang mencurigakan.', 'No suspicious answers.'],
  'answers.burst': [
    '{n} kunjungan dinilai dari satu tempat dalam sepuluh menit, mulai {time}, {date}.',
    '{n} visits were rated from one place within ten minutes, from {time}, {date}.',
  ],
  'answers.desk': [
    '{n} dari {of} kunjungan dinilai lewat jaringan tempat petugas masuk.',
    '{n} of {of} visits were rated from a network from which staff sign in.',
  ],
  'reason.broker': ['Calo atau penimbunan', 'Broker or hoarding'],
  'reason.test': ['Percobaan', 'A test'],
  'reason.mistake': ['Kekeliruan', 'A mistake'],
} as const satisfies Record<string, Words>
