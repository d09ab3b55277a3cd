import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse'
import type { ImportProblem, ImportWord } from '../../../shared/office/file/import-problem.ts'

/** The cells of a list as text, or why it cannot be read. */
export type ReadTable =
  | { readonly ok: true; readonly table: readonly (readonly string[])[] }
  | { readonly ok: false; readonly problem: ImportProblem }

/** Rows of a table, with those of its head. */
export const MOST_ROWS = 5_000

/** How large a table may be. */
export interface TableLimits {
  /** Megabytes of the file. */
  readonly mb: number
  /** Bytes that a spreadsheet may hold once it is unpacked. */
  readonly unpacked: number
  /** With the row of headings. */
  readonly rows: number
  readonly columns: number
  /** Letters of a cell. */
  readonly cell: number
}

/** Of a list: no name, address or date is longer; a cell that is said again in every row would grow large. */
const OF_LISTS: TableLimits = { mb: 2, unpacked: 10_000_000, rows: MOST_ROWS, columns: 100, cell: 500 }

/**
 * Reads a CSV of any spreadsheet (comma or semicolon, UTF-8 or Windows) or the first sheet of an XLSX; formulas are refused. Others are
 * served between its parts.
 */
export async function readTable(bytes: Uint8Array, most: TableLimits = OF_LISTS): Promise<ReadTable> {
  if (bytes.length > most.mb * 1_000_000) return wrong('tooLarge', 0, { most: most.mb })
  if (bytes.length === 0) return wrong('empty')
  const table = isZip(bytes) ? await sheetOf(bytes, most) : await csvOf(textOf(bytes), most)
  if (!table.ok) return table
  if (table.table.length > most.rows) return wrong('tooManyRows', 0, { most: most.rows })
  let formula = 0
  for (const [i, row] of table.table.entries()) {
    if (row.some(cell => cell.length > most.cell)) return wrong('unreadable')
    if (formula === 0 && row.some(cell => /^\s*[=+@]|^\s*-\s*[A-Za-z(]/.test(cell))) formula = i + 1
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn()
  }
  return formula === 0 ? table : wrong('formula', formula)
}

/** UTF-8, and where it is none, what Windows writes. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function wrong(word: ImportWord, row = 0, values: ImportProblem['values'] = {}): Extract<ReadTable, { ok: false }> {
  return { ok: false, problem: { row, word, values } }
}

async function csvOf(text: string, most: TableLimits): Promise<ReadTable> {
  if (text.includes('\0')) return wrong('unreadable')
  const first = firstLine(text)
  const delimiter = [';', '\t', ','].find(sign => first.includes(sign)) ?? ','
  const beyond = await beyondOf(text, delimiter, most)
  if (beyond) return beyond
  try {
    const options = {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    }
    const table: string[][] = []
    for await (const row of Readable.from(partsOf(text)).pipe(parse(options))) table.push(row as string[])
    return { ok: true, table }
  } catch {
    return wrong('unreadable')
  }
}

/** The first row or cell outside every list, before a place is made for anything: rows end as the first one does. */
async function beyondOf(text: string, delimiter: string, most: TableLimits): Promise<ReadTable | undefined> {
  let [row, column, quoted, end] = [0, 0, false, '']
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === delimiter) {
      if (++column >= most.columns) return wrong('farCell', 0, { cell: `${columnName(column)}${row + 1}` })
    } else if (sign === '\n' || sign === '\r') {
      if (end === '') end = sign === '\r' && text[at + 1] === '\n' ? '\r\n' : sign
      if (!text.startsWith(end, at)) continue
      column = 0
      if (++row > most.rows) return wrong('tooManyRows', 0, { most: most.rows })
    }
    if (at % LOOKED_AT === 0) await nextTurn()
  }
  return undefined
}

/** The first line in which anything stands. */
function firstLine(text: string): string {
  const at = text.search(/\S/)
  const end = text.indexOf('\n', at)
  return at < 0 ? '' : text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

/** As a spreadsheet names it: `A` is 0. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

/** Rows that are looked at in one go, and cells of a workbook. */
const AT_ONCE = 500
const CELLS_AT_ONCE = 5_000

/** Letters that are read at once, and that are looked at. */
const PART = 32_768
const LOOKED_AT = 262_144

async function* partsOf(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += PART) {
    yield text.slice(from, from + PART)
    await nextTurn()
  }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function sheetOf(bytes: Uint8Array, most: TableLimits): Promise<ReadTable> {
  try {
    const sheets = unpacked(Buffer.from(bytes), most.unpacked)
    if (sheets === undefined) return wrong('tooLarge', 0, { most: most.unpacked / 1_000_000 })
    // What a formula gave is no fact of the list: it may come from another file, or from before the last change.
    if (sheets.some(sheet => /<(\w+:)?f[\s>/]/.test(sheet))) return wrong('formula')
    for (const sheet of sheets) {
      const far = await farCell(sheet, most)
      if (far !== undefined) return wrong('farCell', 0, { cell: far })
    }
    for (const sheet of sheets) {
      if (await hasMore(sheet, /<(\w+:)?row[\s/>]/g, most.rows)) return wrong('tooManyRows', 0, { most: most.rows })
      if (await hasMore(sheet, /<(\w+:)?c[\s/>]/g, most.rows * most.columns)) return wrong('unreadable')
    }
    const rows = await cellsOf(bytes)
    return { ok: true, table: rows.map(row => row.map(cellText)) }
  } catch {
    return wrong('unreadable')
  }
}

/** Whether a sheet has more of a sign than there may be, and no further than that. */
async function hasMore(sheet: string, sign: RegExp, most: number): Promise<boolean> {
  let seen = 0
  for (const _ of sheet.matchAll(sign)) {
    if (++seen > most) return true
    if (seen % CELLS_AT_ONCE === 0) await nextTurn()
  }
  return false
}

/** So long a workbook may take. */
const LONGEST_MS = 30_000

/** The cells of the first sheet, read in a thread of its own. */
async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const worker = new Worker(new URL('xlsx-worker.mjs', import.meta.url), { workerData: bytes })
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('a workbook took too long')), LONGEST_MS)
      timer.unref()
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the thread of a workbook ended')))
    })
  } finally {
    await worker.terminate()
  }
}

/** The first row or cell of a sheet that lies outside every list: the reader makes a place for all that lies before it. */
async function farCell(sheet: string, most: TableLimits): Promise<string | undefined> {
  let seen = 0

  for (const [, , double, single] of sheet.matchAll(/(?<![\w.-])(?<!xmlns:)r\s*=\s*("([^"]*)"|'([^']*)')/g)) {
    if (++seen % CELLS_AT_ONCE === 0) await nextTurn()
    const cell = (double ?? single)!
    const [, letters = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(cell) ?? []
    if (row === '') throw new Error('no cell')
    const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
    if (Number(row) > most.rows || column > most.columns) return cell
  }
  return undefined
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // A spreadsheet keeps 15 digits of a number: what is longer is said as rounded, not with digits that nobody wrote.
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return cell.toExponential()
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

/** The sheets of a workbook as text, unpacked by the sizes they really have; nothing where they are too large together. */
function unpacked(zip: Buffer, most: number): readonly string[] | undefined {
  const sheets: string[] = []
  let left = most
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  // What the list of the archive does not name is not looked at here, and would be unpacked all the same.
  if (timesIn(zip, LOCAL) !== zip.readUInt16LE(end + 10)) throw new Error('more than it lists')
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    const local = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(local + 22) > left) return undefined
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + size)
    const text = method === 0 ? packed : bounded(packed, left)
    if (text === undefined || text.length > left) return undefined
    left -= text.length
    // By what it holds: the workbook says where its sheets are, and that may be anywhere.
    const part = text.toString('utf8')
    if (part.includes('sheetData')) sheets.push(part)
    at += 46 + nameLength + extra + comment
  }
  return sheets
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1')

function timesIn(bytes: Buffer, sign: Buffer): number {
  let times = 0
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) times++
  return times
}

function bounded(packed: Buffer, most: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw error
  }
}
