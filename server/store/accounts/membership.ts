import { sql } from 'kysely'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { Deed } from '../audit.ts'
import type { Database } from '../open/database.ts'
import { NO_LINK } from './accounts.ts'
import { isAdministered } from '../people/administrations.ts'
import { noSecondFactor } from './second-factors.ts'

/**
 * Keeps somebody out, with link, password, second factor and what other offices gave them, from this day on; changes nothing for
 * the last administrator of the own office.
 */
export function deactivation(db: Database, id: string, at: Instant, date: LocalDate): Deed {
  const off = db.kysely
    .updateTable('staff')
    .set({ active: 0, password_hash: '', password_changed_at: at, ...NO_LINK })
    .where('id', '=', id)
    .where(notTheLast(id))
    .compile()
  const { first, then } = noSecondFactor(db, id)
  const unread = db.kysely
    .updateTable('observations')
    .set({ to_date: addDays(date, -1) })
    .where('staff_id', '=', id)
    .where(is => is.or([is('to_date', 'is', null), is('to_date', '>=', date)]))
    .compile()
  return { first: off, then: [first, ...then, noAdministrations(db, id), unread] }
}

/** Lets somebody in again, who has no password until they choose one by a link. */
export function reactivation({ kysely }: Database, id: string): Deed {
  return { first: kysely.updateTable('staff').set({ active: 1 }).where('id', '=', id).compile(), then: [] }
}

/** Whoever is no administrator of the whole own office sets up no further one, also when they are again. */
const noAdministrations = ({ kysely }: Database, id: string) =>
  kysely.deleteFrom('administrations').where('staff_id', '=', id).compile()

/** Other roles; changes nothing where the last administrator of the office would be none any more. */
export function otherRoles(db: Database, id: string, roles: readonly string[]): Deed {
  const touched = db.kysely
    .updateTable('staff')
    .set(NO_LINK)
    .where('id', '=', id)
    .$if(!roles.includes('administrator'), q => q.where(notTheLast(id)))
    .compile()
  return {
    first: touched,
    then: [
      db.kysely.deleteFrom('staff_roles').where('staff_id', '=', id).compile(),
      ...roles.map(role => db.kysely.insertInto('staff_roles').values({ staff_id: id, role }).compile()),
      ...(roles.includes('administrator') ? [] : [noAdministrations(db, id)]),
    ],
  }
}

/** To another agency or to the whole hall; changes nothing where nobody would administer the whole any more. The link is dead. */
export function otherAgency(db: Database, id: string, agency: string | null): Deed {
  const first = db.kysely
    .updateTable('staff')
    .set({ agency, ...NO_LINK })
    .where('id', '=', id)
    .$if(agency !== null, q => q.where(notTheLast(id)))
    .compile()
  return { first, then: agency === null ? [] : [noAdministrations(db, id)] }
}

/** Whether the office of somebody who sets it up as a whole has another administrator. Of one agency: that leaves the office its own. */
function notTheLast(id: string) {
  return sql<boolean>`(not exists (
    select 1 from staff as self join staff_roles as held on held.staff_id = self.id
    where self.id = ${id} and self.agency is null and held.role = 'administrator'
  ) or ${isAdministered(sql`(select home.office from staff as home where home.id = ${id})`, id)})`
}
