/** Cells of a text table by row; a blank line is a row with one empty cell, so row numbers match the spreadsheet's. */
export interface CsvTable {
  readonly rows: readonly (readonly string[])[]
  /** The row (from 1) whose quotation mark is never closed. */
  readonly openQuote: number | undefined
}

/** What may stand between two cells; Indonesian spreadsheets write semicolons. */
export type Delimiter = ',' | ';'

/**
 * Reads RFC 4180 text: quotes, doubled quotes, CRLF or LF, a byte order mark in front. The delimiter that is more
 * frequent in the first line is taken when none is given.
 * @example parseCsv('u1;u2\r\n4;3\r\n').rows // [['u1', 'u2'], ['4', '3']]
 */
export function parseCsv(text: string, delimiter: Delimiter = guessDelimiter(text)): CsvTable {
  const source = text.startsWith(BOM) ? text.slice(1) : text
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i]!
    if (quoted) {
      if (char !== '"') cell += char
      else if (source[i + 1] === '"') cell += source[(i += 1)]!
      else quoted = false
    } else if (char === '"' && cell === '') {
      quoted = true
    } else if (char === delimiter) {
      row.push(cell)
      cell = ''
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && source[i + 1] === '\n') i += 1
      rows.push([...row, cell])
      row = []
      cell = ''
    } else {
      cell += char
    }
  }
  const openQuote = quoted ? rows.length + 1 : undefined
  if (row.length > 0 || cell !== '' || quoted) rows.push([...row, cell])
  return { rows, openQuote }
}

/**
 * Writes RFC 4180 text with CRLF, every row ended.
 * @example toCsv([['a', 'b,c'], ['1', '']]) // 'a,"b,c"\r\n1,\r\n'
 */
export function toCsv(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string {
  const special = new RegExp(`["\\r\\n${BOM}${delimiter}]`)
  const write = (cell: string) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map(row => row.map(write).join(delimiter) + '\r\n').join('')
}

function guessDelimiter(text: string): Delimiter {
  const first = text.split(/[\r\n]/, 1)[0]!.replace(/"[^"]*"/g, '')
  return first.split(';').length > first.split(',').length ? ';' : ','
}

const BOM = '\uFEFF'
