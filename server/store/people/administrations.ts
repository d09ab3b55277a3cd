import { sql, type CompiledQuery, type Expression } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import { haveWayIn } from './coming-in.ts'

/** Somebody of another office who sets this one up, too. */
export interface Guest {
  readonly id: string
  readonly name: string
  /** The office to which they belong. */
  readonly home: string
  readonly secondFactor: boolean
}

/** The row by which somebody sets up a further office. */
export function administrationRow(
  { kysely }: Pick<Database, 'kysely'>,
  of: { readonly staffId: string; readonly office: string; readonly by: string; readonly at: Instant },
): CompiledQuery {
  return kysely
    .insertInto('administrations')
    .values({ staff_id: of.staffId, office: of.office, decided_by: of.by, decided_at: of.at })
    .onConflict(there => there.columns(['staff_id', 'office']).doNothing())
    .compile()
}

/** The query that ends it; changes nothing where nobody would set the office up any more. */
export function noAdministration({ kysely }: Pick<Database, 'kysely'>, staffId: string, office: string): CompiledQuery {
  return kysely
    .deleteFrom('administrations')
    .where('staff_id', '=', staffId)
    .where('office', '=', office)
    .where(isAdministered(sql`${office}`, staffId))
    .compile()
}

/** The further offices that nobody would set up without this administrator. */
export async function leftWithout({ kysely }: Database, staffId: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('administrations')
    .select('office')
    .where('staff_id', '=', staffId)
    .where(is => is.not(isAdministered(sql.ref('administrations.office'), staffId)))
    .orderBy('office')
    .execute()
  return rows.map(r => r.office)
}

/** Whether anybody who can come in sets an office up. */
export async function hasOwner({ kysely }: Database, office: string): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`select 1 as one where ${isAdministered(sql`${office}`, '')}`.execute(
    kysely,
  )
  return rows.length > 0
}

/**
 * The other offices where somebody has rights: those that they set up, also while they are no administrator at home, and those
 * whose figures they read on this day or later.
 */
export async function officesBeyond(
  { kysely }: Database,
  { id, officeId }: { readonly id: string; readonly officeId: string },
  date: LocalDate,
): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('administrations')
    .select('office')
    .where('staff_id', '=', id)
    .union(
      kysely
        .selectFrom('observations')
        .select('office')
        .where('staff_id', '=', id)
        .where(is => is.or([is('to_date', 'is', null), is('to_date', '>=', date)])),
    )
    .execute()
  return rows.map(r => r.office).filter(office => office !== officeId)
}

/** The further offices that somebody sets up; none for whoever is no administrator of their own office any more. */
export async function administeredBy({ kysely }: Database, staffId: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('administrations')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'administrations.staff_id')
    .select('administrations.office as office')
    .where('administrations.staff_id', '=', staffId)
    .where('staff_roles.role', '=', 'administrator')
    .orderBy('administrations.office')
    .execute()
  return rows.map(r => r.office)
}

/** Those of other offices who set this one up, by name. */
export async function guestsOf({ kysely }: Database, office: string): Promise<readonly Guest[]> {
  const rows = await kysely
    .selectFrom('administrations')
    .innerJoin('staff', 'staff.id', 'administrations.staff_id')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'administrations.staff_id')
    .select(['staff.id as id', 'staff.name as name', 'staff.office as home', 'staff.totp_since as since'])
    .where('administrations.office', '=', office)
    .where('staff.active', '=', 1)
    .where('staff_roles.role', '=', 'administrator')
    .orderBy('staff.name')
    .orderBy('staff.id')
    .execute()
  return rows.map(({ id, name, home, since }) => ({ id, name, home, secondFactor: since !== null }))
}

/** Whether an office is set up as a whole by somebody who can come in, of its own or of another one, and is not this one. */
export function isAdministered(office: Expression<unknown>, but: string) {
  return sql<boolean>`exists (
    select 1 from staff as other join staff_roles as held on held.staff_id = other.id
    where other.id <> ${but} and other.active = 1 and other.agency is null and held.role = 'administrator'
      and ${haveWayIn('other')}
      and (other.office = ${office} or exists (
        select 1 from administrations as guest where guest.staff_id = other.id and guest.office = ${office}
      ))
  )`
}
