import type { Words } from '../kit/words.ts'
import type { Flag } from '../survey/integrity/flag.ts'

/** What is flagged, in a few words. */
export const flagText = {
  minutes: ['Banyak jawaban dalam lima menit', 'Many answers within five minutes'],
  day: ['Banyak jawaban dari satu ponsel dalam sehari', 'Many answers from one phone in a day'],
  alike: ['Jawaban serba sama', 'Answers all alike'],
  fast: ['Diisi terlalu cepat', 'Filled in too fast'],
  response: ['Bagian yang menjawab berbeda jauh', 'Share of those who answered is far off'],
  invitation: ['Bagian yang diundang berbeda jauh', 'Share of those invited is far off'],
  end: ['Menumpuk di akhir bulan', 'Piled up at the end of the month'],
  same: ['Saran yang sama persis', 'The same suggestion'],
} as const satisfies Readonly<Record<Flag['kind'], Words>>

/** Answers of closed months that should be looked at. */
export const integrityText = {
  title: ['Perlu diperiksa', 'To be looked at'],
  lead: [
    'Setiap bulan yang ditutup diperiksa sekali. Tidak ada jawaban yang dibuang diam-diam: semua dihitung sampai pimpinan memutuskan lain.',
    'Each month that is closed is looked at once. No answer is dropped silently: all count until the head decides otherwise.',
  ],
  month: ['Bulan', 'Month'],
  'none.yet': ['Belum ada bulan yang diperiksa', 'No month was looked at yet'],
  'none.yet.why': [
    'Sebulan diperiksa setelah tidak ada lagi yang dapat menjawab untuknya. Jawaban dari sebelum pemeriksaan ini ada, juga data contoh, tidak diperiksa lagi.',
    'A month is looked at once nobody can answer for it any more. Answers from before this was done, and sample data, are not looked at.',
  ],
  none: ['Tidak ada yang perlu diperiksa', 'Nothing to be looked at'],
  'none.why': [
    '{n} jawaban diperiksa. Bulan yang jujur biasanya begini.',
    '{n} answers were looked at. An honest month is usually like this.',
  ],
  looked: ['{n} jawaban diperiksa pada {date}.', '{n} answers were looked at on {date}.'],
  flags: ['Yang perlu diperiksa', 'What should be looked at'],
  'flags.n': ['Yang perlu diperiksa ({n})', 'What should be looked at ({n})'],
  suspicion: [
    'Satu keluarga pada satu ponsel atau satu kelompok bisa juga begini. Lihat dahulu, baru putuskan.',
    'A family on one phone or a group can look like this as well. Look first, then decide.',
  ],
  count: ['{n} jawaban', '{n} answers'],
  'count.few': ['kurang dari 8 jawaban', 'fewer than 8 answers'],
  'count.kept': [
    'jumlahnya ditutup: terlalu sedikit jawaban loket ini',
    'number closed: too few answers of this counter',
  ],
  'key.phone': ['dari satu ponsel', 'from one phone'],
  'key.device': ['dari tablet kantor', 'from a tablet of the office'],
  'key.network': ['dari satu jaringan', 'from one network'],
  'device.phone': ['di ponsel', 'on phones'],
  'device.office': ['di tablet kantor', 'on tablets of the office'],
  shares: ['{percent}% di sini, {others}% di loket lain', '{percent}% here, {others}% at the other counters'],
  'shares.end': [
    '{percent}% jawaban untuk tiga hari terakhir, {others}% undangan',
    '{percent}% of the answers are of the last three days, {others}% of the invitations',
  ],
  compared: ['Dengan dan tanpa jawaban itu', 'With and without these answers'],
  with: ['Semua jawaban', 'All answers'],
  without: ['Tanpa jawaban itu', 'Without these answers'],
  ikm: ['IKM', 'IKM'],
  interval: ['Rentang 95%', '95% interval'],
  mutu: ['Mutu', 'Letter'],
  'why.none': [
    'Tidak ada jawaban bertanda, jadi tidak ada angka kedua.',
    'No answer is marked, so there is no second figure.',
  ],
  'why.few': [
    'Angka tanpa jawaban itu ditutup: selisihnya akan membuka jawaban kurang dari 10 orang.',
    'The figure without them is closed: the difference would lay open fewer than 10 people.',
  ],
  'why.alone': [
    'Angka tanpa jawaban itu ditutup: selisihnya akan membuka satu loket atau satu petugas.',
    'The figure without them is closed: the difference would lay open one counter or one officer.',
  ],
  'why.officer': [
    'Angka tanpa jawaban itu baru dibuka {date}: isinya hampir hanya satu loket.',
    'The figure without them opens on {date}: it is almost all of one counter.',
  ],
  'why.quarter': [
    'Kedua angka dibuka {date}, sesudah triwulannya ditutup.',
    'Both figures open on {date}, once the quarter is closed.',
  ],
  'why.shown': ['IKM bulan ini sendiri masih ditutup.', 'The IKM of this month is itself still closed.'],
  decision: ['Keputusan', 'Decision'],
  'decision.none': ['Belum ada keputusan: semua jawaban dihitung.', 'No decision yet: all answers count.'],
  'choice.count': ['Semua jawaban dihitung', 'All answers count'],
  'choice.leaveOut': ['Yang perlu diperiksa tidak dihitung', 'What should be looked at is left out'],
  'leaveOut.note': [
    'Hanya pada angka seluruh unit; angka layanan dan loket tetap memuat semuanya.',
    'In the figures of the whole unit only; those of services and counters still hold all of them.',
  ],
  'leaveOut.closed': [
    'Mengeluarkan jawaban baru dapat diputuskan bila kedua angka terbuka.',
    'Leaving them out can be decided once both figures are open.',
  ],
  decided: ['{by}, {date}: {reason}', '{by}, {date}: {reason}'],
  reason: ['Alasan', 'Reason'],
  'reason.hint': [
    'Paling sedikit 10 huruf; tercatat pada log audit dan tidak dapat dihapus.',
    'At least 10 letters; kept in the audit log and never erased.',
  ],
  decide: ['Simpan keputusan', 'Save the decision'],
  'decide.saved': ['Keputusan tersimpan.', 'The decision is saved.'],
  'decide.again': [
    'Keputusan baru menggantikan yang lama; yang lama tetap terlihat.',
    'A new decision replaces the old one; the old one stays visible.',
  ],
  running: ['Bulan berjalan', 'The running month'],
  'running.none': ['Belum ada jawaban yang menumpuk.', 'No answers have piled up.'],
  'running.more': ['Jawaban dari jaringan petugas', 'Answers from the network of staff'],
  'running.note': [
    'Baru jawaban yang datang bersamaan yang terlihat; yang lain diperiksa saat bulan ditutup.',
    'Only answers that came together are seen by now; the rest is looked at when the month is closed.',
  ],
  reached: ['Yang diundang dan yang menjawab', 'Who was invited and who answered'],
  'reached.table': ['Tabel undangan dan jawaban', 'Table of invitations and answers'],
  finished: ['Kunjungan selesai', 'Finished visits'],
  invited: ['Diundang', 'Invited'],
  answered: ['Menjawab', 'Answered'],
  response: ['Menjawab dari yang diundang', 'Answered of those invited'],
  reach: ['Menjawab dari semua', 'Answered of all'],
  'part.unit': ['Seluruh unit', 'The whole unit'],
  'channel.booked': ['Dengan reservasi', 'With a booking'],
  'channel.walkIn': ['Datang langsung', 'Without a booking'],
  'how.open': ['Cara mengundang: semua kunjungan selesai.', 'How they were invited: every finished visit.'],
  'how.drawn': [
    'Cara mengundang sekarang: satu dari {n} kunjungan, dipilih acak oleh program. Penilaian satu ketukan untuk semua.',
    'How they are invited now: one in {n} visits, drawn by the program. The one-tap rating is for everybody.',
  ],
  blind: ['Yang tidak terlihat oleh pemeriksaan ini', 'What this look does not see'],
  'blind.all': [
    'Kecurangan yang sama di semua loket: tidak ada loket lain untuk dibandingkan.',
    'The same fraud at all counters: there are no others to compare with.',
  ],
  'blind.few': ['Kelompok kurang dari 8 jawaban.', 'Groups of fewer than 8 answers.'],
  'blind.one': [
    'Satu jawaban palsu per kunjungan dengan kecepatan biasa.',
    'One false answer for each visit, at an ordinary pace.',
  ],
  'blind.same': [
    'Satu formulir yang serba 4 tidak pernah ditandai: itu biasa dan jujur.',
    'A single form of all 4s is never marked: it is common and honest.',
  ],
  'blind.kept': [
    'Waktu, perangkat, dan jaringan disimpan terpisah dari jawaban dan dihapus 30 hari setelah bulan ditutup.',
    'Time, device and network are kept apart from the answers and deleted 30 days after the month is closed.',
  ],
} as const satisfies Record<string, Words>
