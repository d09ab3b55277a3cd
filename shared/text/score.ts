import type { Words } from '../kit/words.ts'

/** The words of the citizens' score: words first, figures second, never a place among people. */
export const scoreText = {
  title: ['Nilai dari warga', 'Citizens’ score'],
  note: ['bukan SKM, bukan predikat', 'no SKM, no verdict'],
  which: ['Periode', 'Period'],
  none: ['Belum ada periode yang ditutup', 'No period has closed yet'],
  'none.why': [
    'Nilai {period} dihitung sekali, pada {on}, saat tidak ada lagi warga yang dapat menilai.',
    'The score of {period} is computed once, on {on}, when nobody can rate any more.',
  ],
  few: ['Belum cukup: {n} dari {from} penilaian.', 'Not enough: {n} of {from} ratings.'],
  'few.why': [
    'Di bawah {from}, angka lebih banyak kebetulan daripada kenyataan. Tidak ditampilkan kepada siapa pun, juga tidak kepada Anda dan pejabat penilai.',
    'Under {from} a figure is more chance than truth. It is shown to nobody, not to you and not to your assessor.',
  ],
  'few.before': [
    'Di bawah {from}, angka lebih banyak kebetulan daripada kenyataan: versi yang berlaku tidak menampilkan angka, kepada siapa pun. Versi sebelumnya tetap seperti dahulu ditampilkan.',
    'Under {from} a figure is more chance than truth: the version that holds shows none, to nobody. Earlier versions stay as they were shown.',
  ],
  'words.before': ['Versi sebelumnya tetap seperti dahulu ditampilkan.', 'Earlier versions stay as they were shown.'],
  'few.short': ['belum cukup: {n} dari {from}', 'not enough: {n} of {from}'],
  hidden: ['Tidak ditampilkan tersendiri', 'Not shown by itself'],
  'hidden.some': [
    '“Tidak ditampilkan tersendiri”: bersama angka lain bisa membuka jawaban beberapa warga atau nilai seorang petugas.',
    '“Not shown by itself”: beside other figures it could tell what a few people said, or one officer’s score.',
  ],
  'words.why': [
    'Angkanya tidak ditampilkan: bersama angka lain bisa membuka jawaban beberapa warga atau nilai seorang petugas, atau sudah cukup versi yang menampilkan angka. Kata ini tetap berlaku.',
    'The figure is not shown: beside other figures it could tell what a few people said or one officer’s score, or enough versions have shown figures. These words hold all the same.',
  ],
  'waiting.why': [
    'Angkanya tampil setelah semua petugas membuka periode ini, paling lambat {on}.',
    'The figures are shown once every officer has opened this period, on {on} at the latest.',
  ],
  within: ['Tidak dapat dibedakan dari rata-rata rekan', 'Cannot be told from the mean of the others'],
  signal: [
    'Di luar rentang biasa pada periode ini; belum ditindaklanjuti',
    'Outside what is usual in this period; not acted on yet',
  ],
  'confirmed.below': [
    'Di bawah rentang biasa; terkonfirmasi, 2 dari 3 periode',
    'Below what is usual; confirmed, 2 of 3 periods',
  ],
  'confirmed.above': [
    'Di atas rentang biasa; terkonfirmasi, 2 dari 3 periode',
    'Above what is usual; confirmed, 2 of 3 periods',
  ],
  fewColleagues: [
    'Tidak dibandingkan: kurang dari tiga lainnya yang nilainya ditampilkan',
    'Not compared: fewer than three others have a score that is shown',
  ],
  notComparable: [
    'Tidak dibandingkan: terlalu sedikit lainnya yang layanan dan keadaannya serupa dan nilainya ditampilkan',
    'Not compared: too few others with like services and circumstances have a score that is shown',
  ],
  noVariation: ['Semua penilaian sama: tidak dapat dibedakan', 'All ratings are equal: nobody can be told apart'],
  interval: ['Selang 95%: {low}–{high} · n = {n}', '95 % interval: {low}–{high} · n = {n}'],
  'interval.say': [
    'Angka Anda {value}, selang {low} sampai {high}',
    'Your figure is {value}, interval {low} to {high}',
  ],
  estimate: [
    'Perkiraan terbaik {value} ({low}–{high}) menarik angka ke rata-rata {office} dari petugas yang nilainya ditampilkan. Keandalan {reliability}.',
    'The best estimate {value} ({low}–{high}) draws the figure towards {office}, the mean of those whose score is shown. Reliability {reliability}.',
  ],
  unreliable: [
    'Lebih banyak kebetulan daripada perbedaan antarpetugas; perlu sekitar {n} penilaian.',
    'More chance than difference between officers; about {n} ratings are needed.',
  ],
  same: ['Tidak terlihat perbedaan antarpetugas.', 'No difference between officers is seen.'],
  funnel: [
    'Diagram corong: titik Anda {value} pada {n} penilaian; batas 95% {low} sampai {high}. {words}.',
    'Funnel: your point {value} at {n} ratings; 95 % limits {low} to {high}. {words}.',
  ],
  'funnel.note': [
    'Titik kuning Anda; petugas lain tidak digambar. Bidang hijau: batas 95%; garis putus luar: batas 99,8%; garis putus tengah: rata-rata. Semuanya dari Anda dan rekan yang nilainya ditampilkan. Dua garis tebal adalah batas yang menentukan bagi Anda ({low} sampai {high}): dihitung dari rekan tanpa Anda, jadi bisa berbeda dari yang digambar.',
    'The amber point is you; no colleague is drawn. Shaded: the 95% limits; dashed outside: 99.8%; dashed in the middle: the mean, all from you and the colleagues whose score is shown. The two thick marks are the limits that decide for you ({low} to {high}): from your colleagues without you, so they may differ from those drawn.',
  ],
  'funnel.you': ['Anda {value}', 'You {value}'],
  'funnel.office': ['rata-rata {office}', 'mean {office}'],
  'interval.own': ['Disesuaikan', 'Adjusted'],
  'interval.best': ['Perkiraan terbaik', 'Best estimate'],
  'interval.office': ['rata-rata {office}', 'mean {office}'],
  'estimate.say': [
    'perkiraan terbaik {value}, selang {low} sampai {high}; rata-rata {office}',
    'best estimate {value}, interval {low} to {high}; mean {office}',
  ],
  'not.season': [
    'Hari dan musim tidak diperhitungkan: siapa yang hadir hanya pada sebagian periode bisa lebih tinggi atau lebih rendah karena itu.',
    'Days and seasons are not allowed for: whoever was there for a part of the period may stand higher or lower for that.',
  ],
  'not.sure': [
    'Bila hampir semua penilaian adalah 4 (sekitar 95%) dan n masih 60–99, selang 95% sebenarnya mencakup sekitar 93%.',
    'Where nearly all ratings are 4 (about 95%) and n is 60–99 only, the 95% interval really covers about 93%.',
  ],
  'funnel.axis': ['jumlah penilaian (n)', 'number of ratings (n)'],
  reasons: ['Alasan nilai 1 dan 2', 'Reasons of 1 and 2'],
  'reasons.untold': [
    'Tidak ditampilkan: bersama alasan tiap layanan, jawaban dari sedikit orang dapat ketahuan. Alasan semester ada di triwulannya.',
    'Not shown: beside the reasons of each service the answers of a few people could be found out. Those of a half year stand in its quarters.',
  ],
  'reasons.first': [
    'Dari versi pertama: penilaian yang dikecualikan sesudahnya masih terhitung di sini.',
    'Of the first version: ratings that were left out later still count here.',
  ],
  'reasons.note': ['boleh lebih dari satu', 'may be several'],
  conduct: ['Sikap dan penjelasan', 'Conduct and explanation'],
  beyond: ['Waktu tunggu, ruang, sistem', 'Wait, room, system'],
  'reasons.head': ['Alasan', 'Reason'],
  times: ['kali', 'times'],
  'reasons.why': [
    'Kelompok atas tentang layanan Anda; kelompok bawah di luar kendali Anda.',
    'The upper group is about your service; the lower one is not in your hands.',
  ],
  leftOut: [
    '{n} penilaian dikecualikan karena gangguan atau keberatan',
    '{n} ratings left out for an outage or an objection',
  ],
  how1: [
    'Ini rata-rata penilaian warga yang Anda layani pada periode ini, bukan SKM dan bukan predikat.',
    'This is the mean of what those whom you served rated in this period, no SKM and no verdict.',
  ],
  how4: [
    'Perkiraan terbaik menarik angka ke arah rata-rata petugas yang nilainya ditampilkan; makin sedikit penilaian, makin kuat tarikannya.',
    'The best estimate draws the figure towards the mean of those whose score is shown, the more the fewer ratings there are.',
  ],
  opens: [
    'Hanya Anda yang melihat sampai {on}; lalu juga pejabat penilai.',
    'Only you see it until {on}; then your assessor, too.',
  ],
  open: ['Pejabat penilai juga dapat melihatnya.', 'Your assessor can see it, too.'],
  release: ['Buka bagi penilai', 'Open for the assessor'],
  'release.ask': ['Buka sekarang? Tidak dapat ditutup lagi.', 'Open it now? It cannot be closed again.'],
  'release.yes': ['Ya, buka', 'Yes, open'],
  'release.no': ['Batal', 'Cancel'],
  served: ['Dilayani', 'Served'],
  inStandard: ['Dalam standar', 'Within standard'],
  waits: ['Menunggu', 'Waiting'],
  object: ['Ajukan keberatan atas angka ini', 'Object to this figure'],
  'object.until': ['sampai tanggal {on}', 'until {on}'],
  'object.over': ['Keberatan dapat diajukan sampai tanggal {on}.', 'An objection could be made until {on}.'],
  objection: ['Keberatan atas angka ini', 'The objection to this figure'],
  checked: ['sedang diperiksa', 'being looked at'],
  'team.note': ['Urut nama. Tidak ada urutan lain', 'By name. There is no other order'],
  'team.none': ['Belum ada nilai periode yang ditutup', 'No score of a closed period yet'],
  'of.none': ['Tidak ada nilai petugas ini pada periode ini', 'This officer has no score in this period'],
  name: ['Nama', 'Name'],
  value: ['Nilai', 'Value'],
  'interval.head': ['Selang 95%', '95 % interval'],
  meaning: ['Artinya', 'Meaning'],
  notOpen: ['belum dibuka, sampai {on}', 'not open yet, until {on}'],
  'team.gate': [
    'Nilai ditampilkan mulai {from} penilaian (n, seluruh periode). “Dilayani” hanya menghitung hari-hari yang Anda nilai.',
    'A score shows from {from} ratings on (n, the whole period). “Served” counts only the days on which you assess.',
  ],
  'team.why': [
    'Nilai: penilaian warga, disesuaikan bila ada cukup pembanding. Bukan SKM, bukan predikat. Setiap pembukaan tercatat dan terlihat oleh petugasnya.',
    'Value: citizens’ ratings, adjusted where there are enough to compare with. No SKM, no verdict. Each reading is on record and shown to the officer.',
  ],
} as const satisfies Record<string, Words>
