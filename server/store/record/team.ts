import type { CompiledQuery } from 'kysely'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Superior, Supervision } from '../../../shared/oversight/supervision.ts'
import type { Chain, Delegation } from '../../../shared/oversight/team.ts'
import type { Database } from '../open/database.ts'
import type { SupervisionsTable } from '../schema/people-tables.ts'
import type { DelegationsTable, SuperiorsTable } from '../schema/record/team-tables.ts'

/** Who assesses whom in an office, who decides over them, and who stands in for whom; the first to begin first. */
export async function chainOf({ kysely }: Database, office: string): Promise<Chain> {
  const supervisions = await kysely.selectFrom('supervisions').selectAll().where('office', '=', office).execute()
  const superiors = await kysely.selectFrom('superiors').selectAll().where('office', '=', office).execute()
  const delegations = await kysely.selectFrom('delegations').selectAll().where('office', '=', office).execute()
  return {
    supervisions: supervisions.map(supervisionOf).sort(byBegin),
    superiors: superiors.map(superiorOf).sort(byBegin),
    delegations: delegations.map(delegationOf).sort(byBegin),
  }
}

/** Whoever works in an office, or in one agency of it, and has not left. */
export async function atWork({ kysely }: Database, office: string, scope: Scope) {
  return kysely
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('office', '=', office)
    .where('active', '=', 1)
    .$if(scope !== null, q => q.where('agency', '=', scope))
    .execute()
}

/** Whoever works in an office and has not left, with their agency and all their roles. */
export async function rolesAtWork({ kysely }: Database, office: string) {
  const rows = await kysely
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(['staff.id', 'staff.agency', 'staff_roles.role'])
    .where('staff.office', '=', office)
    .where('staff.active', '=', 1)
    .execute()
  return [...grouped(rows, row => row.id)].map(([id, all]) => {
    return { id, agency: all[0]!.agency, roles: all.map(row => row.role) }
  })
}

/** Of these who have a role besides those of whoever runs or watches the office. */
export async function atCounters({ kysely }: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await kysely
    .selectFrom('staff_roles')
    .select('staff_id')
    .distinct()
    .where('staff_id', 'in', ids)
    .where('role', 'not in', ['manager', 'administrator', 'observer'])
    .execute()
  return new Set(rows.map(row => row.staff_id))
}

/** In whatever office it is. */
export async function superiorById({ kysely }: Database, id: string): Promise<SuperiorsTable | undefined> {
  return kysely.selectFrom('superiors').selectAll().where('id', '=', id).executeTakeFirst()
}

export function superiorRow({ kysely }: Database, row: SuperiorsTable): CompiledQuery {
  return kysely.insertInto('superiors').values(row).compile()
}

export function superiorEnds({ kysely }: Database, id: string, to: LocalDate): CompiledQuery {
  return kysely.updateTable('superiors').set({ to_date: to }).where('id', '=', id).compile()
}

/** In whatever office it is. */
export async function delegationById({ kysely }: Database, id: string): Promise<DelegationsTable | undefined> {
  return kysely.selectFrom('delegations').selectAll().where('id', '=', id).executeTakeFirst()
}

export function delegationRow({ kysely }: Database, row: DelegationsTable): CompiledQuery {
  return kysely.insertInto('delegations').values(row).compile()
}

export function delegationEnds({ kysely }: Database, id: string, on: LocalDate): CompiledQuery {
  return kysely.updateTable('delegations').set({ ended_on: on }).where('id', '=', id).compile()
}

export function supervisionOf(row: SupervisionsTable): Supervision {
  return {
    ...{ id: row.id, officerId: row.officer_id, assessorId: row.assessor_id },
    ...{ from: row.from_date, to: row.to_date },
  }
}

export function superiorOf(row: SuperiorsTable): Superior {
  return {
    ...{ id: row.id, assessorId: row.assessor_id, superiorId: row.superior_id },
    ...{ from: row.from_date, to: row.to_date },
  }
}

export function delegationOf(row: DelegationsTable): Delegation {
  return {
    ...{ id: row.id, personId: row.person_id, delegateId: row.delegate_id },
    ...{ from: row.from_date, to: row.to_date, endedOn: row.ended_on },
  }
}

type Begun = { readonly from: LocalDate; readonly id: string }
const byBegin = (a: Begun, b: Begun) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1)
