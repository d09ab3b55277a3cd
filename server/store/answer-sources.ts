import { sql, type CompiledQuery } from 'kysely'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { AnswerSourcesTable } from './schema/answer-tables.ts'

/** One more visit answered from there; goes into the transaction of the answer. */
export function answeredFrom({ kysely }: Database, source: Omit<AnswerSourcesTable, 'answers'>): CompiledQuery {
  return kysely
    .insertInto('answer_sources')
    .values({ ...source, answers: 1 })
    .onConflict(known =>
      known
        .columns(['office', 'counter_id', 'network', 'stretch'])
        .doUpdateSet({ answers: sql<number>`answer_sources.answers + 1` }),
    )
    .compile()
}

export function answerSources({ kysely }: Database, office: string): Promise<readonly AnswerSourcesTable[]> {
  return kysely.selectFrom('answer_sources').selectAll().where('office', '=', office).execute()
}

/** Remembers a network of the desk, with the last day on which somebody signed in from it. */
export async function rememberDesk({ kysely }: Database, office: string, network: string, on: LocalDate) {
  await kysely
    .insertInto('desk_networks')
    .values({ office, network, seen_on: on })
    .onConflict(known => known.columns(['office', 'network']).doUpdateSet({ seen_on: on }))
    .execute()
}

export async function deskNetworks({ kysely }: Database, office: string): Promise<ReadonlySet<string>> {
  const rows = await kysely.selectFrom('desk_networks').select('network').where('office', '=', office).execute()
  return new Set(rows.map(row => row.network))
}

/** Forgets networks of days before `before`. */
export async function eraseNetworks({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('answer_sources').where('date', '<', before).execute()
  await kysely.deleteFrom('desk_networks').where('seen_on', '<', before).execute()
}
