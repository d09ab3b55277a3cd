import { DAY, type Instant } from '../shared/kit/time.ts'
import { demoOffice } from './demo/samarinda.ts'
import { DEMO_PASSWORD, demoStaff } from './demo/staff.ts'
import { hashPassword } from './services/identity/staff.ts'
import type { Database } from './store/open/database.ts'
import { getMeta, setMeta } from './store/open/meta.ts'
import { listOffices, saveOffice } from './store/offices.ts'
import { insertStaff } from './store/staff.ts'
import { observationRow } from './store/people/oversight.ts'
import { StartError } from './store/open/start-error.ts'

const YEAR = 365 * DAY

/** Puts the trial office into an empty database, once. */
export async function seedDemo(db: Database, now: Instant): Promise<boolean> {
  if ((await listOffices(db)).length > 0) return false
  await saveOffice(db, demoOffice)
  // One published password: hashing it once is no secret lost.
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const { id, username, name, roles } of demoStaff)
    await insertStaff(db, {
      id,
      officeId: demoOffice.id,
      username,
      name,
      roles,
      active: true,
      // Long ago, so that a day of the past can be played with these accounts.
      passwordChangedAt: now - YEAR,
      passwordHash,
    })
  const observer = demoStaff.find(({ roles }) => roles.includes('observer'))!.id
  await db.atomic([
    observationRow(db, {
      ...{ id: 'pemantauan-contoh', staff_id: observer, office: demoOffice.id, from_date: '2020-01-01', to_date: null },
      ...{ decided_by: 'system', decided_at: now },
    }),
  ])
  await setMeta(db, 'demo', 'true')
  return true
}

/** Refuses to serve accounts whose password everybody knows. */
export async function refuseDemo(db: Database): Promise<void> {
  if ((await getMeta(db, 'demo')) === 'true')
    throw new StartError(
      'This data folder holds the demo accounts, whose password is public. Production needs a data folder of its own (DATA_DIR).',
    )
}
