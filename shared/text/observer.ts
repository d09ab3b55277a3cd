import type { Standing } from '../kit/funnel.ts'
import type { Words } from '../kit/words.ts'

/** How an office stands to the others, as far as chance lets one say. */
export const standingText: Readonly<Record<Standing, Words>> = {
  within: ['Dalam kisaran yang biasa antarkantor', 'Within what is usual among offices'],
  below: [
    'Di luar rentang biasa (lebih rendah) pada periode ini; belum ditindaklanjuti',
    'Outside the usual range (lower) in this period; not acted upon yet',
  ],
  above: [
    'Di luar rentang biasa (lebih tinggi) pada periode ini; belum ditindaklanjuti',
    'Outside the usual range (higher) in this period; not acted upon yet',
  ],
}

/** The page of an observer: offices side by side. */
export const observerText = {
  title: ['Kantor yang dipantau', 'Observed offices'],
  lead: [
    'Urut nama, tanpa peringkat. Setiap kantor memakai tanggal dan zonanya sendiri; yang terlalu sedikit tidak ditampilkan.',
    'In order of names, without ranks. Each office by its own date and zone; what rests on too few is not shown.',
  ],
  none: ['Belum ada kantor yang menyetujui', 'No office has agreed yet'],
  'none.why': [
    'Administrator setiap kantor menyetujui pemantauannya di halaman Penilai dan pemantau.',
    'The administrator of each office agrees on their page Assessors and observers.',
  ],
  office: ['Kantor', 'Office'],
  date: ['Tanggal', 'Date'],
  today: ['Hari ini', 'Today'],
  period: ['Periode', 'Period'],
  served: ['Dilayani', 'Served'],
  wait: ['Tunggu, nilai tengah (menit)', 'Wait, median (minutes)'],
  waited: ['Tunggu', 'Wait'],
  wait90: ['Tunggu, 9 dari 10 (menit)', 'Wait, 9 of 10 (minutes)'],
  'wait.of': ['{p50} mnt; 9 dari 10 sampai {p90}', '{p50} min; 9 of 10 within {p90}'],
  'wait.median': ['{p50} mnt', '{p50} min'],
  ikm: ['IKM', 'IKM'],
  'ikm.of': ['{ikm} ({mutu}), n {n}', '{ikm} ({mutu}), n {n}'],
  ikmN: ['n IKM', 'n of the IKM'],
  ratings: ['Penilaian', 'Ratings'],
  'ratings.of': ['{mean} ({low}–{high}), n {n}', '{mean} ({low}–{high}), n {n}'],
  low: ['Batas bawah 95 %', '95 % lower end'],
  high: ['Batas atas 95 %', '95 % upper end'],
  ratingsN: ['n penilaian', 'n of ratings'],
  estimate: ['Perkiraan terbaik', 'Best estimate'],
  'estimate.of': ['{estimate} ({low}–{high})', '{estimate} ({low}–{high})'],
  standing: ['Dibanding kantor lain', 'Beside the other offices'],
  few: ['terlalu sedikit', 'too few'],
  uncompared: ['tidak dibandingkan', 'not compared'],
  'compare.few': [
    'Perbandingan baru dihitung bila penilaian dari 4 kantor dapat ditampilkan.',
    'Offices are compared once the ratings of 4 of them can be shown.',
  ],
  'compare.how': [
    'Penilaian 25–100, bukan SKM dan bukan predikat. Perkiraan terbaik menarik angka ke rata-rata; makin sedikit penilaian, makin kuat tarikannya. Kantor baru dinyatakan berbeda di luar batas 99,8 % yang dihitung dari kantor lain. Rentangnya memakai sebaran penilaian semua kantor bersama: bagi kantor yang penilaiannya jauh lebih beragam daripada yang lain, rentang itu terlalu sempit dan tidak boleh dijadikan simpulan. Campuran layanan tidak diperhitungkan.',
    'Ratings of 25–100, neither SKM nor a grade. The best estimate draws a figure towards the mean, the more the fewer ratings there are. An office is called different only outside 99.8 % limits computed from the others. Its interval uses the spread of the ratings of all offices together: of an office whose ratings are far more mixed than the others’ it is too narrow, and nobody may conclude anything from it. The mix of services is not taken into account.',
  ],
  'reliability.low': [
    'Lebih banyak kebetulan daripada perbedaan antarkantor.',
    'More chance than difference between offices.',
  ],
  export: ['Unduh CSV', 'Download CSV'],
} as const satisfies Readonly<Record<string, Words>>
