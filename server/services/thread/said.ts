import type { ErrorCode } from '../../../shared/kit/errors.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Statement } from '../../store/open/far.ts'
import type { Offices } from '../office/offices.ts'
import type { Question } from './answering.ts'

/** An office as it stands when something is asked of it. */
export interface OfficeThen {
  readonly hall: Awaited<ReturnType<Offices['byDay']>>
  readonly today: LocalDate
}

/** What went wrong, since classes do not go over to a thread. */
export interface Wrong {
  readonly message: string
  readonly code?: ErrorCode
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

/** What the program tells the thread: a question of an office, or what it read for it. */
export type ToThread =
  | {
      readonly is: 'asked'
      readonly id: number
      readonly of: OfficeThen
      readonly question: Question
      readonly args: readonly unknown[]
    }
  | { readonly is: 'read'; readonly id: number; readonly rows?: Packed; readonly wrong?: Wrong }

/** What the thread tells the program: an answer, or what shall be read for it. */
export type FromThread =
  | { readonly is: 'answered'; readonly id: number; readonly answer?: unknown; readonly wrong?: Wrong }
  | { readonly is: 'read'; readonly id: number; readonly statement: Statement }

/** Rows column by column: objects would be copied one by one. */
export interface Packed {
  readonly names: readonly string[]
  readonly columns: readonly (readonly unknown[])[]
}

/**
 * Rows as they go over.
 * @example packed([{ a: 1, b: 'x' }, { a: 2, b: 'y' }]) // { names: ['a', 'b'], columns: [[1, 2], ['x', 'y']] }
 */
export function packed(rows: readonly unknown[]): Packed {
  const names = rows.length === 0 ? [] : Object.keys(rows[0] as object)
  return { names, columns: names.map(name => rows.map(row => (row as Record<string, unknown>)[name])) }
}

/**
 * The rows again.
 * @example unpacked({ names: ['a'], columns: [[1, 2]] }) // [{ a: 1 }, { a: 2 }]
 */
export function unpacked({ names, columns }: Packed): readonly unknown[] {
  return Array.from(columns[0] ?? [], (_, i) => {
    const row: Record<string, unknown> = {}
    for (const [at, name] of names.entries()) row[name] = columns[at]![i]
    return row
  })
}
