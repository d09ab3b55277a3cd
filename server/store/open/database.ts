import type { CompiledQuery, Kysely } from 'kysely'
import type { Journal } from '../../journal/journal.ts'
import type { Dialect } from '../schema/dialect.ts'
import type { Tables } from '../schema/tables.ts'

/** Rows to be written, as the store has put them into words. */
export type Rows = readonly CompiledQuery[]

/** `withNext`: on disk only once a later commit is, for instance one of the journal on which the answer waits anyway. */
export type Flush = 'now' | 'withNext'

/** One home of the data. Units of several statements go through `atomic` and `claim`, never a Kysely transaction: on the
 *  one SQLite connection it would take other requests' rows into its fate. */
export interface Database {
  readonly dialect: Dialect
  readonly kysely: Kysely<Tables>
  readonly journal: Journal
  /** Somebody took the stamp of a database away, so that it is accepted as it is. */
  readonly adopted: boolean
  /** Runs the queries in one transaction; how many rows each of them changed. */
  atomic(queries: Rows, flush?: Flush): Promise<readonly number[]>
  /** Runs `then` only if `first` changed a row, all in one transaction; of many who try at once, one is told `true`. */
  claim(first: CompiledQuery, then: Rows, flush?: Flush): Promise<boolean>
  /** Whether the data are still this process's own: nobody put another file in their place, no lock was lost. */
  holds(): Promise<boolean>
  close(): Promise<void>
}
