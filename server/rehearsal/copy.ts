import { listOffices, officeQueries } from '../store/offices.ts'
import type { Database } from '../store/open/database.ts'

/**
 * What a rehearsal needs of an installation, into an empty database: its offices, open around the clock, who works there and how
 * they are known, their devices, and the plan of the week. Codes and links that are good once stay behind: used there, they would
 * be good a second time.
 */
export async function copyForRehearsal(from: Database, to: Database): Promise<void> {
  const offices = await listOffices(from)
  const [reads, writes] = [from.kysely, to.kysely]
  const noLink = { link_hash: null, link_kind: null, link_expires_at: null }
  const staff = await reads.selectFrom('staff').selectAll().execute()
  const roles = await reads.selectFrom('staff_roles').selectAll().execute()
  const sessions = await reads.selectFrom('sessions').selectAll().execute()
  const devices = await reads.selectFrom('devices').selectAll().execute()
  const supervisions = await reads.selectFrom('supervisions').selectAll().execute()
  const observations = await reads.selectFrom('observations').selectAll().execute()
  const weeks = await reads.selectFrom('roster_weeks').selectAll().execute()
  const leaves = await reads.selectFrom('leaves').selectAll().execute()
  await to.atomic([
    ...offices.flatMap(o => officeQueries(to, { ...o, openedAt: 0, alwaysOpen: true })),
    ...[
      ...staff.map(row => writes.insertInto('staff').values({ ...row, ...noLink })),
      ...roles.map(row => writes.insertInto('staff_roles').values(row)),
      ...sessions.map(row => writes.insertInto('sessions').values(row)),
      ...devices.map(row => writes.insertInto('devices').values(row)),
      ...supervisions.map(row => writes.insertInto('supervisions').values(row)),
      ...observations.map(row => writes.insertInto('observations').values(row)),
      ...weeks.map(row => writes.insertInto('roster_weeks').values(row)),
      ...leaves.map(row => writes.insertInto('leaves').values(row)),
    ].map(query => query.compile()),
  ])
}
