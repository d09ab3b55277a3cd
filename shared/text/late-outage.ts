import type { Words } from '../kit/words.ts'

/** An outage that is marked after its day: what it means, before it is said and after. */
export const lateOutageText = {
  title: ['Gangguan yang belum dicatat', 'An outage that was not marked'],
  lead: [
    'Layanan berhenti pada hari yang sudah lewat, dan tidak ada yang menandainya? Catat di sini, sampai 400 hari ke belakang.',
    'A service stood still on a day that is over, and nobody marked it? Note it here, up to 400 days back.',
  ],
  service: ['Layanan', 'Service'],
  date: ['Tanggal', 'Date'],
  from: ['Mulai pukul', 'From'],
  to: ['Sampai pukul', 'Until'],
  reason: ['Karena', 'Because of'],
  next: ['Periksa akibatnya', 'See what follows'],
  what: ['{service}, {date} pukul {from}–{to}: {reason}', '{service}, {date} from {from} to {to}: {reason}'],
  'then.second': [
    'Belum mengubah apa pun: orang lain yang membaca kantor harus menyetujuinya dahulu.',
    'Nothing changes yet: somebody else who reads the office has to agree first.',
  ],
  'then.out': [
    '{part}: {touched} dari {visits} kunjungan terkena. Semua penilaian layanan itu pada bagian hari ini dikeluarkan, tinggi maupun rendah.',
    '{part}: {touched} of {visits} visits touched. All ratings of that service in this part of the day are left out, high and low.',
  ],
  'then.in': [
    '{part}: {touched} dari {visits} kunjungan terkena, tidak lebih dari separuh. Penilaiannya tetap dihitung; petugas dapat mengajukan keberatan.',
    '{part}: {touched} of {visits} visits touched, no more than half. Its ratings stay; an officer may object.',
  ],
  'then.none': [
    'Tidak ada kunjungan layanan itu yang terkena. Tidak ada penilaian yang dikeluarkan.',
    'No visit of that service was touched. No rating is left out.',
  ],
  'then.meant': [
    'Dikeluarkan {meant} dari {of} penilaian layanan itu pada hari itu. Tidak ada yang dapat memilih jawaban.',
    'Left out: {meant} of the {of} ratings of that service on that day. Nobody can choose answers.',
  ],
  'then.anew': [
    'Dihitung ulang begitu disetujui: {periods}. Versi lama tetap terbaca.',
    'Computed anew once agreed to: {periods}. The old version stays readable.',
  ],
  'then.running': [
    'Periodenya belum dihitung. Penilaian itu dikeluarkan saat periode ditutup.',
    'Its period is not computed yet. These ratings are left out when it closes.',
  ],
  'then.told': [
    'Diberi tahu di umpan baliknya: setiap petugas yang nilainya dihitung ulang, tanpa angka.',
    'Told in their thread: each officer whose score is computed anew, without a figure.',
  ],
  'then.late': [
    'Laporan harian yang terlambat karena gangguan itu tidak lagi bertanda terlambat.',
    'Daily reports that were late for it are no longer marked late.',
  ],
  'then.stays': [
    'Tercatat atas nama Anda. Setelah disetujui hanya dapat dicabut oleh dua orang juga.',
    'It is on record in your name. Once agreed to, it takes two people again to take it back.',
  ],
  back: ['Ubah dahulu', 'Change it first'],
  save: ['Catat gangguan', 'Mark the outage'],
  saved: [
    'Gangguan dicatat, menunggu orang kedua: {what}.',
    'The outage is marked and waits for a second person: {what}.',
  ],
  order: ['Jam selesai harus sesudah jam mulai.', 'It must end after it began.'],
  'list.title': ['Gangguan yang dicatat kemudian', 'Outages marked later'],
  waits: ['{n} gangguan menunggu persetujuan Anda.', '{n} outages wait for you to agree.'],
  'waits.show': ['Lihat', 'Show'],
  'list.none': ['Belum ada gangguan yang dicatat kemudian.', 'No outage was marked later.'],
  'state.waits': ['menunggu orang kedua', 'waits for a second person'],
  'state.stands': ['berlaku', 'holds'],
  'state.leaving': ['menunggu dicabut', 'waits to be taken back'],
  'state.gone': ['dicabut', 'taken back'],
  'act.marked': ['dicatat {name}, {at}', 'marked by {name}, {at}'],
  'act.agreed': ['disetujui {name}, {at}', 'agreed to by {name}, {at}'],
  'act.back': ['diminta dicabut {name}, {at}', 'asked to be taken back by {name}, {at}'],
  'act.gone': ['dicabut {name}, {at}', 'taken back by {name}, {at}'],
  agree: ['Setujui', 'Agree'],
  'agree.back': ['Setujui pencabutan', 'Agree to take it back'],
  'agree.label': ['{act}: {what}', '{act}: {what}'],
  'back.ask': ['Minta dicabut', 'Ask to take it back'],
  'back.now': ['Cabut', 'Take back'],
  'own.waits': ['Menunggu persetujuan orang lain.', 'Waits for somebody else to agree.'],
  'own.case': [
    'Menyangkut kunjungan yang Anda layani, atau orang yang Anda wakili: orang lain yang menyetujui atau mencabutnya.',
    'It touches visits that you served, or somebody for whom you stand in: others agree to it or take it back.',
  ],
  'sure.agree': ['Setujui gangguan ini?', 'Agree to this outage?'],
  'sure.back': ['Cabut gangguan ini?', 'Take this outage back?'],
  'sure.anew': [
    'Nilai periode yang sudah ditutup dihitung ulang. Kedua versi tetap terbaca, dengan nama Anda.',
    'Scores of closed periods are computed anew. Both versions stay readable, with your name.',
  ],
  'sure.nothing': ['Belum ada yang berubah karena gangguan ini.', 'Nothing has changed by this outage yet.'],
  'sure.second': [
    'Setelah orang lain menyetujui, nilai dihitung ulang dan kedua versi tetap terbaca.',
    'Once somebody else agrees, scores are computed anew and both versions stay readable.',
  ],
  stay: ['Batal', 'Cancel'],
} as const satisfies Record<string, Words>
