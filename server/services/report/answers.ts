import { createCipheriv } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import { isUnsur } from '../../../shared/survey/asked.ts'
import { BODY_ORDER, type Score } from '../../../shared/survey/instruments.ts'
import type { Marks } from '../../../shared/survey/report/facts.ts'
import type { Database } from '../../store/open/database.ts'
import { marksOfDay } from '../../store/survey/reports.ts'

/** Questions of a row without further ones. */
const NINE: number = BODY_ORDER.length
/** Rows after which others have their turn. */
const AT_ONCE = 5000
/** Numbers that 32 random bits can be. */
const DRAWS = 2 ** 32

/**
 * The marks of all respondents of some days, those of the `unsur` for each in their order, 0 for one left out. The order of the rows is drawn by the key, so that it tells
 * neither day, service, counter nor who came when, and is the same each time.
 */
export async function answersOf(
  db: Database,
  office: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  key: Buffer,
  unsur: readonly string[] = BODY_ORDER,
): Promise<Uint8Array> {
  const extra = unsur.filter(one => !isUnsur(one))
  const columns = [...BODY_ORDER, ...extra]
  const places = unsur.map(one => columns.indexOf(one))
  const days: Uint8Array[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const marks = await marksOfDay(db, office, date, extra)
    days.push(marks.map((_, i) => marks[i - (i % columns.length) + places[i % columns.length]!]!))
    await nextTurn()
  }
  return shuffled(Buffer.concat(days), key, columns.length)
}

/** The rows in an order drawn by a key of 32 bytes (Fisher and Yates). */
export async function shuffled(marks: Uint8Array, key: Buffer, wide = NINE): Promise<Uint8Array> {
  const n = marks.length / wide
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  for (let left = n; left > 1;) {
    const rows = Math.min(left - 1, AT_ONCE)
    const drawn = stream.update(Buffer.alloc(4 * rows))
    for (let i = 0; i < rows; i++, left--) {
      const other = Math.floor((drawn.readUInt32LE(4 * i) / DRAWS) * left)
      const last = order[left - 1]!
      order[left - 1] = order[other]!
      order[other] = last
    }
    await nextTurn()
  }
  const out = new Uint8Array(marks.length)
  order.forEach((row, i) => out.set(marks.subarray(wide * row, wide * (row + 1)), wide * i))
  return out
}

/** The same as rows. */
export function rowsOf(marks: Uint8Array, wide = NINE): readonly Marks[] {
  return Array.from({ length: marks.length / wide }, (_, i) =>
    Array.from(marks.subarray(wide * i, wide * (i + 1)), mark => (mark === 0 ? null : (mark as Score))),
  )
}

/** The same as Indonesian Excel opens it: UTF-8 with its mark, semicolons. */
export async function answersCsv(marks: Uint8Array, wide = NINE): Promise<Uint8Array> {
  const parts = [`\uFEFF${['No. Resp', ...Array.from({ length: wide }, (_, i) => `U${i + 1}`)].join(';')}\r\n`]
  const n = marks.length / wide
  for (let row = 0; row < n; row++) {
    const own = Array.from(marks.subarray(wide * row, wide * (row + 1)), mark => (mark === 0 ? '' : mark))
    parts.push(`${row + 1};${own.join(';')}\r\n`)
    if (row % AT_ONCE === AT_ONCE - 1) await nextTurn()
  }
  return new TextEncoder().encode(parts.join(''))
}
