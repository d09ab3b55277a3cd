import { listOffices, officeQueries } from '../store/offices.ts'
import type { Database } from '../store/open/database.ts'

/**
 * What a rehearsal needs of an installation, into an empty database: the office that rehearses, open around the clock, all others in
 * preparation as they are, who works there, their devices, and the plan of the week. Passwords, factors, links and sessions stay
 * where they are: whatever is done to an account is done for good.
 */
export async function copyForRehearsal(from: Database, to: Database, office: string): Promise<void> {
  const offices = await listOffices(from)
  const [reads, writes] = [from.kysely, to.kysely]
  const link = { link_hash: null, link_kind: null, link_expires_at: null }
  const unknown = { ...link, password_hash: '', totp_secret: null }
  const staff = await reads.selectFrom('staff').selectAll().execute()
  const roles = await reads.selectFrom('staff_roles').selectAll().execute()
  const devices = await reads.selectFrom('devices').selectAll().execute()
  const supervisions = await reads.selectFrom('supervisions').selectAll().execute()
  const superiors = await reads.selectFrom('superiors').selectAll().execute()
  const delegations = await reads.selectFrom('delegations').selectAll().execute()
  const observations = await reads.selectFrom('observations').selectAll().execute()
  const former = await reads.selectFrom('former_agencies').selectAll().execute()
  const administrations = await reads.selectFrom('administrations').selectAll().execute()
  const weeks = await reads.selectFrom('roster_weeks').selectAll().execute()
  const leaves = await reads.selectFrom('leaves').selectAll().execute()
  await to.atomic([
    // Also one that opens in this moment gives no number here: it would be thrown away.
    ...offices.flatMap(o =>
      officeQueries(to, o.id === office ? { ...o, openedAt: 0, alwaysOpen: true } : { ...o, openedAt: null }),
    ),
    ...[
      ...staff.map(row => writes.insertInto('staff').values({ ...row, ...unknown })),
      ...roles.map(row => writes.insertInto('staff_roles').values(row)),
      ...devices.map(row => writes.insertInto('devices').values(row)),
      ...supervisions.map(row => writes.insertInto('supervisions').values(row)),
      ...superiors.map(row => writes.insertInto('superiors').values(row)),
      ...delegations.map(row => writes.insertInto('delegations').values(row)),
      ...observations.map(row => writes.insertInto('observations').values(row)),
      ...former.map(row => writes.insertInto('former_agencies').values(row)),
      ...administrations.map(row => writes.insertInto('administrations').values(row)),
      ...weeks.map(row => writes.insertInto('roster_weeks').values(row)),
      ...leaves.map(row => writes.insertInto('leaves').values(row)),
    ].map(query => query.compile()),
  ])
}
