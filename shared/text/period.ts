import type { LocalDate } from '../kit/time.ts'
import type { Lang, Words } from '../kit/words.ts'
import { say } from './text.ts'
import { monthText } from './ui.ts'

/** The words of fixed periods, and of why their figures are held back. */
export const periodText = {
  kind: ['Jenis periode', 'Kind of period'],
  which: ['Periode', 'Period'],
  'kind.week': ['Pekan', 'Week'],
  'kind.month': ['Bulan', 'Month'],
  'kind.quarter': ['Triwulan', 'Quarter'],
  'kind.semester': ['Semester', 'Semester'],
  'kind.year': ['Tahun', 'Year'],
  quarter: ['Triwulan {nth} {year}', 'Quarter {nth} {year}'],
  semester: ['Semester {nth} {year}', 'Semester {nth} {year}'],
  from: [
    'Dihitung mulai {day}; sebelum itu terlalu sedikit jawaban.',
    'Counted from {day}; before that there were too few answers.',
  ],
  through: ['Dihitung sampai {day}.', 'Counted up to {day}.'],
  'held.running': ['Belum tampil', 'Not shown yet'],
  'held.running.whole': [
    'Angka tampil pekan demi pekan. Sebuah pekan ikut dihitung bila sampai akhirnya ada {min} jawaban, dan sesudahnya masuk {min} jawaban lagi. Angka seluruh periode tampil mulai {on} bila jawabannya cukup. Jawaban sejauh ini: {n}.',
    'Figures come week by week. A week counts once there are {min} answers up to its end, and {min} more after it. Those of the whole period come on {on} if there are enough. Answers so far: {n}.',
  ],
  'held.running.part': [
    'Angka ini baru tampil setelah periodenya ditutup, mulai {on}, bila jawabannya cukup. Jawaban yang masuk: {n}.',
    'This figure comes when the period is closed, on {on}, if there are enough. Answers so far: {n}.',
  ],
  'held.officer': ['Belum tampil', 'Not shown yet'],
  'held.officer.why': [
    'Hampir semuanya tentang satu petugas. Tampil sesudah petugas itu dapat membaca angkanya sendiri, mulai {on}.',
    'Nearly all of it is about one officer. It is shown once that officer could read the own figures, from {on}.',
  ],
  'held.few': ['Belum cukup jawaban (perlu {min})', 'Not enough answers yet ({min} needed)'],
  'held.few.why': [
    'Hanya {n} jawaban pada periode ini. Nilai dari jawaban yang terlalu sedikit hanya kebetulan dan dapat membuka jawaban seseorang.',
    'Only {n} answers in this period. A value from too few answers is chance, and could lay open what somebody said.',
  ],
  'held.longer': ['Pilih periode yang lebih panjang.', 'Choose a longer period.'],
  'held.alone': ['Dilayani satu loket atau satu petugas', 'Served by one counter or one officer'],
  'held.alone.why': [
    'Ada {n} jawaban, tetapi hampir semuanya tentang satu loket atau satu petugas. Nilainya baru tampil bersama nilai loket itu.',
    'There are {n} answers, but nearly all of one counter or one officer. It is shown once that counter may be.',
  ],
  'held.difference': ['Tidak ditampilkan tersendiri', 'Not shown by itself'],
  'held.difference.why': [
    'Ada {n} jawaban, tetapi selisihnya dengan angka lain akan membuka jawaban beberapa orang saja.',
    'There are {n} answers, but the difference from other figures would lay open what a few people said.',
  ],
} as const satisfies Record<string, Words>

const ROMAN = ['I', 'II', 'III', 'IV'] as const
const MONTHS_OF = { quarter: 3, semester: 6 } as const

/**
 * The name of a fixed period.
 * @example periodName({ kind: 'quarter', from: '2026-04-01', to: '2026-06-30' }, 'id') // 'Triwulan II 2026'
 */
export function periodName(
  { kind, from, to }: { readonly kind: string; readonly from: LocalDate; readonly to: LocalDate },
  lang: Lang,
): string {
  const year = from.slice(0, 4)
  if (kind === 'year') return year
  if (kind === 'month') return `${monthText(from, lang)} ${year}`
  if (kind !== 'quarter' && kind !== 'semester') return `${dayText(from, lang)} – ${dateYearText(to, lang)}`
  const nth = ROMAN[Math.floor((Number(from.slice(5, 7)) - 1) / MONTHS_OF[kind])]!
  return say(periodText[kind], lang, { nth, year })
}

/**
 * Day, month and year.
 * @example dateYearText('2026-07-08', 'id') // '8 Juli 2026'
 */
export function dateYearText(date: LocalDate, lang: Lang): string {
  return `${dayText(date, lang)} ${date.slice(0, 4)}`
}

function dayText(date: LocalDate, lang: Lang): string {
  return `${Number(date.slice(8))} ${monthText(date, lang)}`
}
