import { addDays, clockText, officeDate, weekday, type Instant, type LocalDate, type Zone } from '../kit/time.ts'
import type { Lang, Words } from '../kit/words.ts'

/** What the shared elements say by themselves; everything else reaches them as a property or a slot. */
export const uiText = {
  'range.between': ['Antara {from} dan {to}', 'Between {from} and {to}'],
  'range.unknown': ['Belum bisa diperkirakan', 'Cannot be estimated yet'],
  'ribbon.before': ['Hari layanan {open} sampai {close}, belum buka', 'Service day {open} to {close}, not open yet'],
  'ribbon.open': ['Hari layanan {open} sampai {close}, sekarang {now}', 'Service day {open} to {close}, now {now}'],
  'ribbon.break': [
    'Hari layanan {open} sampai {close}, sekarang {now}, sedang istirahat',
    'Service day {open} to {close}, now {now}, on a break',
  ],
  'ribbon.closed': ['Hari layanan {open} sampai {close}, sudah tutup', 'Service day {open} to {close}, closed'],
  'ribbon.opens': ['Buka {open}', 'Opens {open}'],
  'ribbon.closes': ['Tutup {close}', 'Closes {close}'],
  'clock.sample': ['hari contoh', 'sample day'],
  'clock.drift': ['jam tidak sinkron', 'clock not in step'],
  'rating.label': ['Penilaian', 'Rating'],
  'rating.1': ['Tidak puas', 'Not satisfied'],
  'rating.2': ['Kurang puas', 'Less satisfied'],
  'rating.3': ['Puas', 'Satisfied'],
  'rating.4': ['Sangat puas', 'Very satisfied'],
  'trip.label': ['Perjalanan nomor ini', 'The way of this number'],
  'trip.waiting': ['Menunggu', 'Waiting'],
  'trip.walking': ['Berjalan', 'Walking'],
  'trip.serving': ['Dilayani', 'Being served'],
  'trip.held': ['Ditunda', 'On hold'],
  'trip.minutes': ['{n} menit', '{n} min'],
  'trip.since': ['sejak {from}', 'since {from}'],
  'state.loading': ['Memuat', 'Loading'],
  'state.empty': ['Belum ada isi', 'Nothing here yet'],
  'state.error': ['Tidak dapat memuat', 'Could not load'],
  'state.offline': ['Sambungan terputus', 'Connection lost'],
  'state.stale': ['Menyambung kembali', 'Reconnecting'],
  'state.code': ['Kode {code}', 'Code {code}'],
  'state.retry': ['Coba lagi', 'Try again'],
  'table.next': ['berikutnya', 'next'],
  'dialog.left': ['{n} detik lagi', '{n} seconds left'],
} as const satisfies Record<string, Words>

const DAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

const NEAR = { today: ['hari ini', 'today'], tomorrow: ['besok', 'tomorrow'] } as const satisfies Record<string, Words>

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/**
 * Office wall-clock time as the language writes it: a point in Indonesian, a colon in English.
 * @example timeText(Date.UTC(2026, 5, 9, 2, 24), 'WITA', 'en') // '10:24'
 */
export function timeText(at: Instant, zone: Zone, lang: Lang): string {
  const time = clockText(at, zone)
  return lang === 'id' ? time : time.replace('.', ':')
}

/**
 * Name of a weekday, 0 Sunday to 6 Saturday.
 * @example weekdayText(5, 'id') // 'Jumat'
 */
export function weekdayText(day: number, lang: Lang): string {
  return DAYS[lang][day]!
}

/**
 * Name of the month of a date.
 * @example monthText('2026-06-09', 'id') // 'Juni'
 */
export function monthText(date: LocalDate, lang: Lang): string {
  return MONTHS[lang][Number(date.slice(5, 7)) - 1]!
}

/**
 * Weekday, day and month of the office at an instant.
 * @example dateText(Date.UTC(2026, 5, 9, 2, 24), 'WITA', 'id') // 'Selasa, 9 Juni'
 */
export function dateText(at: Instant, zone: Zone, lang: Lang): string {
  const date = officeDate(at, zone)
  return `${DAYS[lang][weekday(date)]}, ${Number(date.slice(8))} ${monthText(date, lang)}`
}

/** The word for a date that is near: today or tomorrow. */
export function nearWord(date: LocalDate, today: LocalDate, lang: Lang): string | undefined {
  const near = date === today ? NEAR.today : date === addDays(today, 1) ? NEAR.tomorrow : undefined
  return near?.[lang === 'id' ? 0 : 1]
}

/**
 * A date as people say it, within a sentence: today and tomorrow by their words. The date stands beside the word, for a page
 * may be kept and read a day later.
 * @example nearDateText(Date.UTC(2026, 5, 10), 'WITA', 'id', Date.UTC(2026, 5, 9, 2, 24)) // 'besok, Rabu 10 Juni'
 */
export function nearDateText(at: Instant, zone: Zone, lang: Lang, now: Instant): string {
  const word = nearWord(officeDate(at, zone), officeDate(now, zone), lang)
  const date = dateText(at, zone, lang)
  return word === undefined ? date : `${word}, ${date.replace(',', '')}`
}

/** The same where a list is read at once and space is dear: the word alone, or the date. */
export function shortDateText(at: Instant, zone: Zone, lang: Lang, now: Instant): string {
  return nearWord(officeDate(at, zone), officeDate(now, zone), lang) ?? dateText(at, zone, lang)
}

/** Words as the beginning of a sentence, or alone. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
