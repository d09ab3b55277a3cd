import type { Words } from '../kit/words.ts'

/** The words that every chart has. */
export const chartText = {
  table: ['Lihat tabel', 'Show the table'],
  chart: ['Lihat grafik', 'Show the chart'],
  under: ['< {to}', '< {to}'],
  between: ['{from}–{to}', '{from}–{to}'],
  over: ['≥ {from}', '≥ {from}'],
  earlier: ['lebih cepat {n}%', 'earlier {n}%'],
  later: ['lebih lambat {n}%', 'later {n}%'],
} as const satisfies Record<string, Words>
