import type { Lang, Words } from '../kit/words.ts'
import type { Changed } from '../officer/feedback/changed.ts'
import { dateYearText, periodName } from './period.ts'
import { say } from './text.ts'

const changedText = {
  clock: [
    'Jam satu kunjungan pada {date} ditandai salah. Waktunya tidak dihitung lagi; kunjungannya tetap dihitung.',
    'The clock of a visit on {date} is marked as wrong. Its times count no more; the visit still does.',
  ],
  clockBack: [
    'Tanda jam salah pada {date} dicabut. Waktu kunjungan itu dihitung lagi.',
    'The mark of a wrong clock on {date} was taken back. The times of that visit count again.',
  ],
  outageKept: [
    'Keberatan atas gangguan {date} sudah diperiksa: gangguannya tetap berlaku. Alasannya ada pada versi nilai.',
    'The objection to the outage of {date} was looked into: the outage stays. Why is said at the version of the score.',
  ],
  score: [
    'Nilai {period} dihitung ulang: {cause}. Versi {n} berlaku, versi sebelumnya tetap tersimpan.',
    'The score of {period} was computed anew: {cause}. Version {n} holds, the one before is kept.',
  ],
} as const satisfies Readonly<Record<Changed['code'], Words>>

/** Why a score was computed anew. */
export const changeCauseText = {
  outage: ['gangguan yang dicatat kemudian', 'an outage marked later'],
  contest: ['keberatan diterima', 'an objection was upheld'],
  outageBack: ['gangguan yang dicatat kemudian dicabut', 'an outage marked later was taken back'],
} as const satisfies Readonly<Record<'outage' | 'contest' | 'outageBack', Words>>

/**
 * What the program says in a thread of a changed figure; no figure stands in it.
 * @example changedSays({ code: 'clockBack', date: '2026-07-08' }, 'en') // 'The mark of a wrong clock on 8 July 2026 was taken back. The times of that visit count again.'
 */
export function changedSays(changed: Changed, lang: Lang): string {
  if (changed.code !== 'score') return say(changedText[changed.code], lang, { date: dateYearText(changed.date, lang) })
  const cause = say(changeCauseText[changed.cause], lang)
  return say(changedText.score, lang, { period: periodName(changed.period, lang), cause, n: changed.version })
}
