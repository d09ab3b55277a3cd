import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CompiledQuery } from 'kysely'
import type { Database } from '../open/database.ts'
import type {
  ProgrammeAnswersTable,
  ProgrammeReceiptsTable,
  ProgrammesTable,
} from '../schema/survey/instrument-tables.ts'

export async function programmesOf({ kysely }: Database, office: string): Promise<readonly ProgrammesTable[]> {
  return kysely.selectFrom('programmes').selectAll().where('office', '=', office).orderBy('id').execute()
}

export async function allProgrammes({ kysely }: Database): Promise<readonly ProgrammesTable[]> {
  return kysely.selectFrom('programmes').selectAll().orderBy('key').execute()
}

export async function programmeById(
  { kysely }: Database,
  office: string,
  id: string,
): Promise<ProgrammesTable | undefined> {
  return kysely
    .selectFrom('programmes')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function programmeByToken({ kysely }: Database, token: string): Promise<ProgrammesTable | undefined> {
  return kysely.selectFrom('programmes').selectAll().where('token', '=', token).executeTakeFirst()
}

/** Nothing where the programme is there. */
export function programmeBegun({ kysely }: Database, row: ProgrammesTable): CompiledQuery {
  return kysely
    .insertInto('programmes')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'id']).doNothing())
    .compile()
}

/** Nothing where somebody else saved it after `steps`. */
export function programmeChanged({ kysely }: Database, key: string, steps: number, body: string): CompiledQuery {
  return kysely
    .updateTable('programmes')
    .set({ body, steps: steps + 1 })
    .where('key', '=', key)
    .where('steps', '=', steps)
    .compile()
}

/** Keeps a sheet once: one whose receipt is there is kept already. */
export async function keepSheet(
  db: Database,
  receipt: ProgrammeReceiptsTable,
  answer: ProgrammeAnswersTable,
): Promise<void> {
  const first = db.kysely
    .insertInto('programme_receipts')
    .values(receipt)
    .onConflict(taken => taken.columns(['programme_id', 'sheet']).doNothing())
    .compile()
  await db.claim(first, [db.kysely.insertInto('programme_answers').values(answer).compile()])
}

/** How many sheets each programme of an office has. */
export async function sheetCounts({ kysely }: Database, office: string): Promise<ReadonlyMap<string, number>> {
  const rows = await kysely
    .selectFrom('programme_answers')
    .innerJoin('programmes', 'programmes.key', 'programme_answers.programme_id')
    .where('programmes.office', '=', office)
    .select(({ fn }) => ['programme_id', fn.countAll<number>().as('n')])
    .groupBy('programme_id')
    .execute()
  return new Map(rows.map(({ programme_id, n }) => [programme_id, Number(n)]))
}

/** Sheets read at once: a counter waits a hundredth of a second for them. */
const SHEETS = 2_000

/** The sheets of a programme in the order of their random ids, a part at a time; others have their turn in between. */
export async function* sheetsInParts({ kysely }: Database, programme: string) {
  for (let last = ''; ;) {
    const rows = await kysely
      .selectFrom('programme_answers')
      .select(['id', 'day', 'place', 'marks'])
      .where('programme_id', '=', programme)
      .where('id', '>', last)
      .orderBy('id')
      .limit(SHEETS)
      .execute()
    yield rows
    if (rows.length < SHEETS) return
    last = rows.at(-1)!.id
    await nextTurn()
  }
}

/** How many sheets came from places that sent so many or more; `undefined` once what says so is erased. */
export async function sentFromOnePlace(
  { kysely }: Database,
  programme: string,
  from: number,
): Promise<number | undefined> {
  const rows = await kysely
    .selectFrom('programme_receipts')
    .where('programme_id', '=', programme)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .groupBy('source')
    .execute()
  if (rows.length === 0) return undefined
  return rows
    .map(({ n }) => Number(n))
    .filter(n => n >= from)
    .reduce((a, b) => a + b, 0)
}

/** Erases what says from where sheets of these programmes came. */
export async function eraseReceipts({ kysely }: Database, programmes: readonly string[]): Promise<void> {
  if (programmes.length > 0)
    await kysely
      .deleteFrom('programme_receipts')
      .where('programme_id', 'in', [...programmes])
      .execute()
}
