import { roundHalfUp } from '../../../shared/kit/stats.ts'
import {
  cellText,
  tablesOf,
  type Cell,
  type ReportDocument,
  type TableBlock,
} from '../../../shared/survey/report/document.ts'
import type { PaperThread } from './paper-thread.ts'

/** A cell as `write-excel-file` takes it. */
type Written = {
  readonly value: string | number
  /** The names stand for the constructors, which cannot be sent to a thread. */
  readonly type: 'String' | 'Number' | 'Formula'
  readonly [how: string]: unknown
} | null

const BOLD = { fontWeight: 'bold', wrap: true } as const
/** The sheet of the answers, which the sheet of the checks computes from. */
const ANSWERS = 'Jawaban'
const A = 'A'.charCodeAt(0)

/** What the sheet of checks needs to know of the official figures. */
export interface ToCheck {
  /** Names of the columns: `U1` and on. */
  readonly unsur: readonly string[]
  /** What each weighs, as printed. */
  readonly weights: readonly string[]
  readonly nrr: readonly (number | undefined)[]
  readonly ikm: number | undefined
}

/**
 * The report as a workbook: its tables as values, the answers of each respondent in an order that tells nothing, and a sheet "Periksa"
 * that computes the official figures once more from those answers by formulas. Throws what the thread does.
 */
export async function reportWorkbook(
  papers: PaperThread,
  report: ReportDocument,
  /** Marks of respondents, one row after the other, 0 for none; undefined where there are none to give. */
  marks: Uint8Array | undefined,
  check: ToCheck,
): Promise<Buffer> {
  const { unsur } = check
  const head = ['No. Resp', ...unsur].map((value): Written => ({ value, type: 'String', ...BOLD }))
  const sheets = [
    ...tablesOf(report).map(sheetOf),
    ...(marks
      ? [
          { data: [head], answers: { marks, columns: unsur.length }, sheet: ANSWERS, stickyRowsCount: 1 },
          { data: checks(marks.length / unsur.length, check), sheet: 'Periksa', columns: [{ width: 34 }] },
        ]
      : []),
  ]
  return papers.make({ is: 'xlsx', sheets })
}

function sheetOf(table: TableBlock) {
  const head = table.columns.map((column): Written => ({ value: column.head, type: 'String', ...BOLD }))
  const open: number[] = []
  const body: Written[][] = []
  for (const row of table.rows) {
    const line: Written[] = []
    let next = 0
    for (let column = 0; column < table.columns.length; column++) {
      // A cell that reaches over several rows stands in the first of them.
      if ((open[column] ?? 0) > 0) {
        open[column]! -= 1
        line.push(null)
        continue
      }
      const cell = row[next++]
      if (cell === undefined) break
      line.push(written(cell))
      if (typeof cell === 'string') continue
      open[column] = (cell.rows ?? 1) - 1
      for (let more = 1; more < (cell.cols ?? 1); more++, column++) line.push(null)
    }
    body.push(line)
  }
  const widths = table.columns.map((column, i) => ({ width: widthOf(column.head, table.rows, i) }))
  return {
    data: [[{ value: table.caption, type: 'String', ...BOLD, wrap: false }], head, ...body] as Written[][],
    sheet: SHEETS[table.id] ?? table.id,
    columns: widths,
  }
}

function written(cell: Cell): Written {
  if (typeof cell === 'string' || cell.n === undefined) return { value: cellText(cell), type: 'String', wrap: true }
  const { n, digits = 0 } = cell
  return {
    value: roundHalfUp(n, digits),
    type: 'Number',
    format: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`,
  }
}

function widthOf(head: string, rows: TableBlock['rows'], column: number): number {
  const longest = rows.reduce(
    (most, row) => Math.max(most, row[column] ? cellText(row[column]).length : 0),
    head.length,
  )
  return Math.min(50, longest + 2)
}

/** Σ, number, NRR and weighted NRR of each unsur, the IKM, and whether they are what the report prints. */
function checks(n: number, { unsur, weights, nrr, ikm }: ToCheck): Written[][] {
  const weight = new Set(weights).size === 1 ? weights[0]! : 'bobot'
  const name = (value: string): Written => ({ value, type: 'String', ...BOLD, wrap: false })
  const formula = (value: string, format: string): Written => ({ value, type: 'Formula', format })
  const column = (i: number) => String.fromCharCode(A + 1 + i)
  const own = (i: number) => `${ANSWERS}!${column(i)}2:${column(i)}${Math.max(2, n + 1)}`
  const each = (of: (i: number) => string, format: string) => unsur.map((_, i) => formula(of(i), format))
  const number = (value: number | undefined): Written => (value === undefined ? null : { value, type: 'Number' })
  const last = column(unsur.length - 1)
  return [
    [name('Dihitung ulang dari lembar Jawaban'), ...unsur.map(name)],
    [name('∑ Nilai/Unsur'), ...each(i => `=SUM(${own(i)})`, '0')],
    [name('Jumlah kuesioner terisi'), ...each(i => `=COUNT(${own(i)})`, '0')],
    [name('NRR/Unsur'), ...each(i => `=${column(i)}2/${column(i)}3`, '0.000')],
    [name(`NRR Tertimbang (× ${weight})`), ...each(i => `=${column(i)}4*${weights[i]!.replace(',', '.')}`, '0.0000')],
    [name('*) Jumlah NRR tertimbang'), formula(`=SUM(B5:${last}5)`, '0.0000')],
    [name('**) IKM Unit Pelayanan'), formula('=ROUND(B6*25,2)', '0.00')],
    [],
    [name('Tercetak: NRR/Unsur'), ...nrr.map(number)],
    [name('Tercetak: IKM'), number(ikm)],
    [name('Selisih NRR'), ...each(i => `=ABS(${column(i)}4-${column(i)}9)`, '0.000000')],
    [name('Selisih IKM'), formula('=ABS(B7-B10)', '0.00')],
    [name('Sama?'), formula(`=IF(AND(MAX(B11:${last}11)<0.0005,B12<0.005),"sama","beda")`, '@')],
  ]
}

const SHEETS: Readonly<Record<string, string>> = {
  stages: '2.4 Waktu',
  'krejcie-morgan': '2.5 Krejcie-Morgan',
  services: '2.5 Layanan',
  profile: '3.1 Responden',
  result: '3.2 Nilai',
  bands: '3.2 Mutu',
  methods: '3.2 Cara menghitung',
  plan: '4.2 Tindak lanjut',
  trend: '4.3 Tren',
  questionnaire: 'Lamp 1 Kuesioner',
  processing: 'Lamp 2 Olah data',
  legend: 'Lamp 2 Mutu',
  followed: 'Lamp 4 Tindak lanjut',
}
