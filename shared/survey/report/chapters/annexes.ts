import { numberText } from '../../../text/text.ts'
import { periodName } from '../../../text/period.ts'
import type { ShownFigures } from '../../figures/period-figures.ts'
import { unsurName } from '../../unsur-name.ts'
import type { Method } from '../../ikm.ts'
import { QUESTIONS, SCORES, UNSUR, type Unsur } from '../../instruments.ts'
import { QUARTERS, plannedName, planState, type Plan } from '../../loop/plan.ts'
import type { Block, Cell, TableBlock } from '../document.ts'
import { MOST_ROWS, type Letterhead, type ReportFacts } from '../facts.ts'
import { IKM_DIGITS, NRR_DIGITS, WEIGHTED_DIGITS, numeric, numericOr } from './figures-text.ts'
import { bandsTable, unsurNumber } from './result-tables.ts'

/** How the weight of one unsur is printed. */
export const WEIGHT_TEXT: Readonly<Record<Method, string>> = {
  exact: '1/9',
  '0.11': '0,11',
  '0.111': '0,111',
  '0.1111': '0,1111',
}

/** How the weight of each unsur is printed: all by one method, or each by what the office's questionnaire says. */
export function weightTexts({ unsur, result, ownWeights }: ShownFigures): readonly string[] {
  return unsur.map(({ weight }) => {
    if (!ownWeights || weight === undefined) return WEIGHT_TEXT[result.method]
    const told = Math.round(weight * 1e4) / 1e4
    return told === weight ? String(told).replace('.', ',') : `1/${unsur.length}`
  })
}

/** Annex 1: the questions and their answers, as they are asked. */
export function questionnaire(shown: Pick<ShownFigures, 'unsur'> | undefined): TableBlock {
  return {
    is: 'table',
    id: 'questionnaire',
    small: true,
    caption: 'Kuesioner SKM menurut PermenPANRB 14/2017',
    columns: [
      { head: 'No.', share: 0.7 },
      { head: 'Pertanyaan', share: 5 },
      ...SCORES.map(score => ({ head: `Nilai ${score}`, share: 2 })),
    ],
    rows: (shown?.unsur ?? UNSUR.map(unsur => ({ unsur, asked: undefined }))).map(({ unsur, asked }, i) => {
      const { question, answers } = asked ?? QUESTIONS[unsur as Unsur]
      return [unsurNumber(i), question[0], ...answers.map(([words]) => words)]
    }),
  }
}

/** Annex 2: each respondent with the nine marks, or of many how often each mark was given; below them the sums as the form has them. */
export function processing(facts: ReportFacts, shown: ShownFigures): readonly Block[] {
  const { letterhead, figures } = facts
  const { unsur, result } = shown
  const each = facts.rows !== null
  const body: readonly (readonly Cell[])[] = facts.rows
    ? facts.rows.map((row, i) => [numeric(i + 1), ...row.map(mark => (mark === null ? '' : numeric(mark))), ''])
    : [
        ...SCORES.map((score, at) => [`Nilai ${score}`, ...unsur.map(one => numeric(one.marks[at]!)), '']),
        ['Kosong', ...unsur.map(one => numeric(one.blank)), ''],
      ]
  const terms = unsur.map(one => one.weighted)
  const total = terms.every(term => term !== undefined) ? terms.reduce((sum, term) => sum + term, 0) : undefined
  const starred = (stars: string, n: number | undefined, digits: number): Cell =>
    n === undefined ? '–' : { ...numeric(n, digits), text: `${stars} ${numeric(n, digits).text}` }
  const table: TableBlock = {
    is: 'table',
    id: 'processing',
    small: true,
    caption: 'PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN',
    columns: [
      { head: each ? 'No. Resp' : 'Jawaban', share: 2.3 },
      ...unsur.map((_, i) => ({ head: unsurNumber(i), share: 1, numeric: true as const })),
      { head: 'Jumlah', share: 1.7, numeric: true },
    ],
    rows: [
      ...body,
      ['∑ Nilai/Unsur', ...unsur.map(one => numeric(one.sum)), ''],
      ['NRR/Unsur', ...unsur.map(one => numericOr(one.nrr, NRR_DIGITS)), ''],
      [
        'NRR Tertimbang/Unsur',
        ...unsur.map(one => numericOr(one.weighted, WEIGHTED_DIGITS)),
        starred('*)', total, WEIGHTED_DIGITS),
      ],
      [{ text: 'IKM Unit Pelayanan', cols: unsur.length + 1 }, starred('**)', result.ikm, IKM_DIGITS)],
    ],
    foot: 4,
  }
  return [
    { is: 'list', items: unitLines(letterhead, periodName(figures.period, 'id')) },
    ...(each
      ? []
      : [
          {
            is: 'note' as const,
            text: `Responden lebih dari ${MOST_ROWS}: yang dicetak adalah banyaknya setiap nilai per unsur. Baris per responden ada dalam berkas XLSX, lembar “Jawaban”.`,
          },
        ]),
    table,
    {
      is: 'note',
      text: legend(
        weightTexts(shown),
        unsur.map((one, i) => `${unsurNumber(i)} = ${unsurName(one)[0]}`),
      ),
    },
    bandsTable('legend', result.mutu),
  ]
}

function unitLines({ unit, address, phone }: Letterhead, period: string): readonly string[] {
  return [`Unit Pelayanan: ${unit}`, `Alamat: ${address || '–'}`, `Tlp/Fax: ${phone || '–'}`, `Periode: ${period}`]
}

/** The block of explanations below annex 2. */
function legend(weights: readonly string[], unsur: readonly string[]): string {
  const alike = new Set(weights).size === 1
  const own = weights.map((weight, i) => `${unsurNumber(i)} ${weight}`).join('; ')
  return [
    'Keterangan:',
    `${unsur.join('; ')};`,
    'NRR = nilai rata-rata; IKM = Indeks Kepuasan Masyarakat;',
    '*) = jumlah NRR IKM tertimbang;',
    '**) = jumlah NRR tertimbang × 25;',
    'NRR per unsur = jumlah nilai per unsur dibagi jumlah kuesioner yang terisi;',
    alike
      ? `NRR tertimbang = NRR per unsur × ${weights[0]!} per unsur.`
      : `NRR tertimbang = NRR per unsur × bobot unsur itu (${own}).`,
  ].join(' ')
}

/** Table 4.1: what is planned, the lowest unsur first, over the quarters of a year. */
export function planTable({ rows }: Plan): TableBlock {
  return {
    is: 'table',
    id: 'plan',
    caption: 'Tabel 4.1 Rencana tindak lanjut perbaikan',
    columns: [
      { head: 'No.', share: 0.8 },
      { head: 'Prioritas Unsur', share: 3 },
      { head: 'Program/Kegiatan', share: 4.4 },
      ...QUARTERS.map(q => ({ head: `TW ${ROMAN[q]}`, share: 0.9 })),
      { head: 'Penanggung Jawab', share: 2.6 },
    ],
    rows: rows.map((row, i) => [
      ...[String(i + 1), plannedName(row)[0], row.program || '–'],
      ...QUARTERS.map(q => (row.quarters.includes(q) ? 'X' : '')),
      row.owner || '–',
    ]),
  }
}

/** Annex 4: what became of the plan of the period before. */
export function followedTable({ rows }: Plan): TableBlock {
  const done = { planned: 'Belum dilaksanakan', running: 'Sedang dilaksanakan', done: 'Sudah dilaksanakan' } as const
  return {
    is: 'table',
    id: 'followed',
    caption: 'Hasil tindak lanjut',
    columns: [
      { head: 'No.', share: 0.8 },
      { head: 'Prioritas Unsur', share: 2.6 },
      { head: 'Program/Kegiatan', share: 3 },
      { head: 'Pelaksanaan', share: 2.4 },
      { head: 'Deskripsi tindak lanjut', share: 3.4 },
      { head: 'Dokumentasi', share: 2.2 },
      { head: 'Tantangan/Hambatan', share: 2.4 },
    ],
    rows: rows.map((row, i) => [
      ...[String(i + 1), plannedName(row)[0], row.program || '–'],
      `${done[planState(row)]} (${numberText(row.percent, 'id')}%)`,
      ...[row.told || '–', row.evidence || '–', row.hurdle || '–'],
    ]),
  }
}

const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const
