import { demoOffice } from '../../server/demo/samarinda.ts'
import { hashPassword } from '../../server/services/identity/staff.ts'
import type { Database } from '../../server/store/open/database.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'

export const HALL = 'balai'
export const PASSWORD = 'bench-only'

/** A hall of `counters` counters that all serve the same four services, with one officer each: `o1`, `o2`, … */
export function wideHall(counters: number): OfficeInfo {
  const services = demoOffice.services.slice(0, 4)
  const ids = services.map(s => s.id)
  return {
    ...demoOffice,
    id: HALL,
    services,
    counters: Array.from({ length: counters }, (_, i) => ({
      id: `${i + 1}`,
      name: `Loket ${i + 1}`,
      services: ids,
      ...PLAIN_COUNTER,
    })),
  }
}

/** Puts that hall into an empty database. */
export async function seedWideHall(db: Database, counters: number): Promise<void> {
  await saveOffice(db, wideHall(counters))
  const passwordHash = await hashPassword(PASSWORD)
  for (let i = 1; i <= counters; i++)
    await insertStaff(db, {
      id: `o${i}`,
      officeId: HALL,
      username: `o${i}`,
      name: `Petugas ${i} (contoh)`,
      roles: ['officer'],
      active: true,
      passwordChangedAt: 0,
      passwordHash,
    })
}
