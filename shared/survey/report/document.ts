/** A cell: its words, over how many rows and columns it reaches, and the number behind the words where there is one. */
export type Cell =
  | string
  | {
      readonly text: string
      readonly rows?: number
      readonly cols?: number
      readonly n?: number
      readonly digits?: number
    }

/** A column: its head, its share of the width, and whether it holds numbers. */
export interface Column {
  readonly head: string
  readonly share: number
  readonly numeric?: true
}

/** A table as it is printed. Its rows are already words: what a reader sees is what every format says. */
export interface TableBlock {
  readonly is: 'table'
  /** Told apart from the other tables of the report. */
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many of the last rows are sums. */
  readonly foot?: number
  /** The row that is meant, where one of several is. */
  readonly marked?: number
  /** In small print, for tables of many rows. */
  readonly small?: true
}

/** Bars from `from` to `to`, each with its value in words and the interval around it. */
export interface BarsBlock {
  readonly is: 'bars'
  readonly caption: string
  /** The same in words, for whoever cannot see it. */
  readonly alt: string
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly bars: readonly {
    readonly label: string
    readonly value: number
    readonly text: string
    readonly low?: number | undefined
    readonly high?: number | undefined
    readonly light?: boolean
  }[]
}

/** A line through values of periods, from the oldest on. */
export interface LineBlock {
  readonly is: 'line'
  readonly caption: string
  readonly alt: string
  readonly from: number
  readonly to: number
  readonly points: readonly { readonly label: string; readonly value: number; readonly text: string }[]
}

/** Where somebody signs, on the right half of the page. */
export interface SignatureBlock {
  readonly is: 'signature'
  /** Place and date. */
  readonly place: string
  /** `Kepala` and the unit. */
  readonly post: string
  readonly name: string
  /** Rank, then NIP; nothing where a line is empty. */
  readonly below: readonly string[]
}

/** A piece of the report, in the order in which it is read. */
export type Block =
  | { readonly is: 'chapter'; readonly number: string; readonly title: string }
  | { readonly is: 'section'; readonly number: string; readonly title: string }
  /** Paragraphs; `proposed` while nobody has accepted or rewritten them, `outdated` where their proposal has changed since. */
  | { readonly is: 'text'; readonly paragraphs: readonly string[]; readonly proposed?: true; readonly outdated?: true }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'warning'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | TableBlock
  | BarsBlock
  | LineBlock
  | SignatureBlock

/** The whole report, the same for every format. */
export interface ReportDocument {
  /** Of the file. */
  readonly title: string
  /** The lines of the letterhead, the topmost first. */
  readonly letterhead: readonly string[]
  /** The lines of the cover, in its three groups: what it is, of whom, and of when. */
  readonly cover: {
    readonly title: readonly string[]
    readonly unit: readonly string[]
    readonly period: readonly string[]
  }
  /** At the foot of each page. */
  readonly foot: string
  /** Something of it is still a proposal. */
  readonly draft: boolean
  readonly blocks: readonly Block[]
}

/** The tables of a report in their order. */
export function tablesOf({ blocks }: Pick<ReportDocument, 'blocks'>): readonly TableBlock[] {
  return blocks.filter(block => block.is === 'table')
}

/**
 * The words of a cell.
 * @example cellText({ text: 'SMA', rows: 2 }) // 'SMA'
 */
export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}
