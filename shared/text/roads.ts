import type { Lang, Words } from '../kit/words.ts'
import type { ToldChannel } from '../survey/collect/channels.ts'
import { numberText, say } from './text.ts'

/** How a road on which answers came is called. */
export const roadText: Readonly<Record<ToldChannel, Words>> = {
  phone: ['ponsel sendiri', 'own phone'],
  tablet: ['tablet loket', 'tablet of the counter'],
  link: ['tautan lewat pesan', 'link by message'],
  kiosk: ['anjungan', 'kiosk'],
  paper: ['formulir kertas', 'paper form'],
  import: ['berkas impor', 'imported file'],
  unknown: ['tidak tercatat', 'not known'],
}

const tabletText = {
  higher: [
    'Tablet di loket lebih tinggi {points} poin ({low} sampai {high}) daripada ponsel pada layanan yang sama; warga menjawab di depan petugas.',
    'Tablets at the counter lie {points} points ({low} to {high}) above phones within the same services; citizens answer in front of the officer.',
  ],
  lower: [
    'Tablet di loket lebih rendah {points} poin ({low} sampai {high}) daripada ponsel pada layanan yang sama; warga menjawab di depan petugas.',
    'Tablets at the counter lie {points} points ({low} to {high}) below phones within the same services; citizens answer in front of the officer.',
  ],
} as const satisfies Record<string, Words>

/** What is said of tablets beside phones, in points of the IKM: a disclosure, no correction. */
export function tabletSays(
  { difference, low, high }: { readonly difference: number; readonly low: number; readonly high: number },
  lang: Lang,
): string {
  const sign = difference < 0 ? -1 : 1
  const ends = [sign * low, sign * high].sort((a, b) => a - b)
  const [points, from, to] = [Math.abs(difference), ...ends].map(n => numberText(n, lang, 1))
  return say(tabletText[difference < 0 ? 'lower' : 'higher'], lang, { points: points!, low: from!, high: to! })
}
