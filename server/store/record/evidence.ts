import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { EvidenceProofsTable, SkpLinesTable } from '../schema/record/evidence-tables.ts'

/** Keeps a version; one whose code or number is taken changes nothing. */
export function proofRow({ kysely }: Database, proof: EvidenceProofsTable): CompiledQuery {
  return kysely
    .insertInto('evidence_proofs')
    .values(proof)
    .onConflict(known => known.doNothing())
    .compile()
}

export async function proofByCode({ kysely }: Database, code: string): Promise<EvidenceProofsTable | undefined> {
  return kysely.selectFrom('evidence_proofs').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The versions of a period, the first one first. */
export async function proofsOf(
  { kysely }: Database,
  officer: string,
  period: string,
): Promise<readonly EvidenceProofsTable[]> {
  return kysely
    .selectFrom('evidence_proofs')
    .selectAll()
    .where('officer_id', '=', officer)
    .where('period', '=', period)
    .orderBy('version')
    .execute()
}

/** How many services an officer finished, counted by the database alone: what every sum of evidence must equal. */
export async function finishedBy(
  { kysely }: Database,
  office: string,
  officer: string,
  from: LocalDate,
  to: LocalDate,
  service?: string,
): Promise<number> {
  const row = await kysely
    .selectFrom('visits')
    .$if(service !== undefined, q => q.where('service_id', '=', service!))
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('office', '=', office)
    .where('officer_id', '=', officer)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('outcome', 'in', ['done', 'step'])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The sealed line of the SKP of a year; undefined where none was said. */
export async function skpLineOf({ kysely }: Database, staff: string, year: string): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('skp_lines')
    .select('line')
    .where('staff_id', '=', staff)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.line
}

/** Keeps the line of the SKP of a year in the place of the one before. */
export function skpLineRow({ kysely }: Database, row: SkpLinesTable): CompiledQuery {
  const { line, set_at } = row
  return kysely
    .insertInto('skp_lines')
    .values(row)
    .onConflict(known => known.columns(['staff_id', 'year']).doUpdateSet({ line, set_at }))
    .compile()
}
