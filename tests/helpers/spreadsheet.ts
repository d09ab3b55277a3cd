/** How a spreadsheet may write one and the same table. */
export interface Dialect {
  readonly delimiter: string
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-bom' | 'utf-16be-bom' | 'windows-1252'
  readonly end: '\n' | '\r\n' | '\r'
  readonly named: boolean
  readonly lastEnd: boolean
}

/** The table as RFC 4180 text. */
export function toCsv(rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n'): string {
  const write = (cell: string) =>
    cell.includes(delimiter) || /["\r\n\uFEFF]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map(row => row.map(write).join(delimiter) + end).join('')
}

/** The bytes of a file with the table. */
export function written(rows: readonly (readonly string[])[], dialect: Dialect): Uint8Array {
  const { delimiter, end, named, lastEnd, encoding } = dialect
  const text = (named ? `sep=${delimiter}${end}` : '') + toCsv(rows, delimiter, end)
  return encode(lastEnd ? text : text.slice(0, -end.length), encoding)
}

/** The characters of Windows-1252 that Latin-1 has not, as far as tests use them. */
export const WINDOWS = { '–': 0x96, '“': 0x93, '”': 0x94, '’': 0x92, '…': 0x85 } as Readonly<Record<string, number>>

function encode(text: string, encoding: Dialect['encoding']): Uint8Array {
  const body = encoding.endsWith('-bom') ? '\uFEFF' + text : text
  if (encoding === 'windows-1252') return Uint8Array.from(body, char => WINDOWS[char] ?? char.charCodeAt(0))
  if (encoding.startsWith('utf-8')) return Buffer.from(body, 'utf8')
  const little = Buffer.from(body, 'utf16le')
  return encoding.startsWith('utf-16be') ? little.swap16() : little
}
