import type { CompiledQuery, Kysely } from 'kysely'
import type { Journal } from '../../journal/journal.ts'
import type { Dialect } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'

/** One home of the data. Units of several statements go through `atomic` and `claim`, never a Kysely transaction: on the
 *  one SQLite connection it would take other requests' rows into its fate. */
export interface Database {
  readonly dialect: Dialect
  readonly kysely: Kysely<Tables>
  readonly journal: Journal
  /** Runs the queries in one transaction; how many rows each of them changed. */
  atomic(queries: readonly CompiledQuery[]): Promise<readonly number[]>
  /**
   * Runs `then` only if `first` changed a row, all in one transaction; of many who try at once, one is told `true`. With
   * `withNext` it is on disk only once a later commit is (a commit of the journal, on which the answer waits anyway).
   */
  claim(first: CompiledQuery, then: readonly CompiledQuery[], flush?: 'now' | 'withNext'): Promise<boolean>
  close(): Promise<void>
}
