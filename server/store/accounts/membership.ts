import type { Database } from '../open/database.ts'
import { NO_LINK } from './accounts.ts'
import { noSecondFactor } from './second-factors.ts'

/** Keeps somebody out, with their link and second factor; `false` for the last administrator of the installation. */
export function deactivate(db: Database, id: string): Promise<boolean> {
  const off = db.kysely
    .updateTable('staff')
    .set({ active: 0, ...NO_LINK })
    .where('id', '=', id)
    .where(is => is.or([is.not(is.exists(ownAdministration(db, id))), is.exists(otherAdministrators(db, id))]))
    .compile()
  return db.claim(off, noSecondFactor(db, id))
}

export async function reactivate({ kysely }: Database, id: string): Promise<void> {
  await kysely.updateTable('staff').set({ active: 1 }).where('id', '=', id).execute()
}

/** Other roles; `false` where the last administrator would be none any more. */
export function setRoles(db: Database, id: string, roles: readonly string[]): Promise<boolean> {
  const touched = db.kysely
    .updateTable('staff')
    .set(NO_LINK)
    .where('id', '=', id)
    .$if(!roles.includes('administrator'), q =>
      q.where(is => is.or([is.not(is.exists(ownAdministration(db, id))), is.exists(otherAdministrators(db, id))])),
    )
    .compile()
  return db.claim(touched, [
    db.kysely.deleteFrom('staff_roles').where('staff_id', '=', id).compile(),
    ...roles.map(role => db.kysely.insertInto('staff_roles').values({ staff_id: id, role }).compile()),
  ])
}

function ownAdministration({ kysely }: Database, id: string) {
  return kysely
    .selectFrom('staff_roles')
    .select('staff_id')
    .where('staff_id', '=', id)
    .where('role', '=', 'administrator')
}

/** Administrators of the installation besides this person who can sign in. */
function otherAdministrators({ kysely }: Database, id: string) {
  return kysely
    .selectFrom('staff as other')
    .innerJoin('staff_roles as role', 'role.staff_id', 'other.id')
    .select('other.id')
    .where('role.role', '=', 'administrator')
    .where('other.active', '=', 1)
    .where('other.password_hash', '!=', '')
    .where('other.agency', 'is', null)
    .where('other.id', '!=', id)
}
