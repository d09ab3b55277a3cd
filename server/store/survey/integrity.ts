import { sql, type CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import type { Mark } from '../../../shared/survey/integrity/flag.ts'
import type { Database } from '../open/database.ts'
import type { IntegrityDecisionsTable, IntegrityMonthsTable } from '../schema/survey/integrity-tables.ts'

/** First and last day, both included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** So many ids stand in one statement. */
const AT_ONCE = 500

export async function closedMonth(
  { kysely }: Database,
  office: string,
  month: string,
): Promise<IntegrityMonthsTable | undefined> {
  return kysely
    .selectFrom('integrity_months')
    .selectAll()
    .where('office', '=', office)
    .where('month', '=', month)
    .executeTakeFirst()
}

/** Closes a month with its marks, all or nothing; `false` where it is closed already, by whomever. */
export async function closeMonth(
  db: Database,
  row: IntegrityMonthsTable,
  marks: ReadonlyMap<string, readonly Mark[]>,
): Promise<boolean> {
  const first = db.kysely
    .insertInto('integrity_months')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'month']).doNothing())
    .compile()
  const alike = new Map<string, string[]>()
  for (const [id, own] of marks) {
    const text = JSON.stringify(own)
    const ids = alike.get(text)
    if (ids) ids.push(id)
    else alike.set(text, [id])
  }
  const then: CompiledQuery[] = []
  for (const [text, ids] of alike)
    for (let i = 0; i < ids.length; i += AT_ONCE)
      then.push(
        db.kysely
          .updateTable('skm_answers')
          .set({ marks: text })
          .where('id', 'in', ids.slice(i, i + AT_ONCE))
          .compile(),
      )
  return db.claim(first, then)
}

/** Decisions about a month, the first one first. */
export async function decisionsOf(
  { kysely }: Database,
  office: string,
  month: string,
): Promise<readonly IntegrityDecisionsTable[]> {
  return kysely
    .selectFrom('integrity_decisions')
    .selectAll()
    .where('office', '=', office)
    .where('month', '=', month)
    .orderBy('version')
    .execute()
}

/** The months of an office of which what is marked is left out, as was decided last. */
export async function leavingMonths({ kysely }: Database, office: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('integrity_decisions')
    .select(['month', 'choice'])
    .where('office', '=', office)
    .orderBy('version')
    .execute()
  const last = new Map(rows.map(row => [row.month, row.choice]))
  return [...last].filter(([, choice]) => choice === 'leaveOut').map(([month]) => month)
}

/** A decision and what follows from it for the questionnaires; of two of one version the first one counts. */
export function decisionRows(
  { kysely }: Database,
  row: IntegrityDecisionsTable,
  days: Days,
  counters: readonly string[],
): { readonly first: CompiledQuery; readonly then: readonly CompiledQuery[] } {
  const all = kysely
    .updateTable('skm_answers')
    .where('office', '=', row.office)
    .where('date', '>=', days.from)
    .where('date', '<=', days.to)
  const first = kysely
    .insertInto('integrity_decisions')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'month', 'version']).doNothing())
    .compile()
  const counted = all.set({ left_out: 0 }).where('left_out', '=', 1).compile()
  const leftOut = all
    .set({ left_out: 1 })
    // Forms of paper and files have no counter: they are of none that is marked.
    .where(q =>
      q.or([q('marks', 'is not', null), ...(counters.length > 0 ? [q('counter_id', 'in', [...counters])] : [])]),
    )
    .compile()
  return { first, then: row.choice === 'leaveOut' ? [leftOut] : [counted] }
}

/** The visits of a month that ended with an outcome: where, when, whether they were invited to the nine questions, and whether they answered. */
export async function mintedOf({ kysely }: Database, office: string, { from, to }: Days) {
  return kysely
    .selectFrom('invitations')
    .select(['date', 'counter_id', 'minted_at', 'chosen', 'answered_key'])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .execute()
}

/** How a visit came to the office: with a booking, or on its own. */
export type VisitChannel = 'booked' | 'walkIn'

/** Of each service and channel how many visits ended, were invited to the nine questions, and answered them. */
export async function reachedOf({ kysely }: Database, office: string, { from, to }: Days) {
  const booked = sql<VisitChannel>`case when tickets.booked_at is null then 'walkIn' else 'booked' end`
  const rows = await kysely
    .selectFrom('invitations')
    .leftJoin('tickets', 'tickets.id', 'invitations.ticket_id')
    .select(['invitations.service_id as serviceId', booked.as('channel')])
    .select(q => [
      q.fn.countAll<number>().as('finished'),
      q.fn.sum<number>('invitations.chosen').as('invited'),
      q.fn.count<number>('invitations.answered_key').as('answered'),
    ])
    .where('invitations.office', '=', office)
    .where('invitations.date', '>=', from)
    .where('invitations.date', '<=', to)
    .groupBy(['invitations.service_id', booked])
    .orderBy('invitations.service_id')
    .execute()
  return rows.map(row => ({
    ...row,
    finished: Number(row.finished),
    invited: Number(row.invited),
    answered: Number(row.answered),
  }))
}

/** A moment rounded down to its minute. */
export const minuteOf = (at: Instant): Instant => Math.floor(at / 60_000) * 60_000

/** The questionnaires of some days as figures need them: marks, date and place, and whether something is said against each. */
export async function sheetsOf({ kysely }: Database, office: string, { from, to }: Days) {
  return kysely
    .selectFrom('skm_answers')
    .select(['date', 'service_id', 'counter_id', 'marks', 'channel', ...BODY_ORDER])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .execute()
}

/** The months of an office that are closed, the latest first. */
export async function closedMonths({ kysely }: Database, office: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('integrity_months')
    .select('month')
    .where('office', '=', office)
    .orderBy('month', 'desc')
    .execute()
  return rows.map(row => row.month)
}
