import { demoOffice } from '../../server/demo/samarinda.ts'
import { DEMO_PASSWORD } from '../../server/demo/staff.ts'
import { seedDemo } from '../../server/seed.ts'
import { hashPassword } from '../../server/services/identity/staff.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { ROLES, type Role } from '../../shared/office/permissions.ts'
import { freshDatabase } from './databases.ts'
import { MORNING, testApp } from './test-app.ts'

/** The two agencies that share the hall of Samarinda, with what each of them has; the rest is of the whole hall. */
export const AGENCIES = {
  penduduk: { services: ['ktp-el', 'kartu-identitas-anak', 'kartu-keluarga'], counters: ['1', '2', '4'] },
  sipil: { services: ['akta-kelahiran', 'akta-kematian'], counters: ['7'] },
} as const
export type AgencyId = keyof typeof AGENCIES

const agencyOf = (kind: 'services' | 'counters', id: string): AgencyId | null =>
  (['penduduk', 'sipil'] as const).find(a => (AGENCIES[a][kind] as readonly string[]).includes(id)) ?? null

/** The demo office as a hall of two agencies. */
export const sharedHall: OfficeInfo = {
  ...demoOffice,
  agencies: (['penduduk', 'sipil'] as const).map((id, i) => ({
    id,
    code: 'PS'[i]!,
    name: [`Instansi ${id}`, `Agency ${id}`],
    detail: ['', ''],
    where: ['', ''],
    weekdays: null,
    active: true,
  })),
  services: demoOffice.services.map(s => ({ ...s, agency: agencyOf('services', s.id) })),
  counters: demoOffice.counters.map(c => {
    const agency = agencyOf('counters', c.id)
    const own = agency === null ? c.services : c.services.filter(s => agencyOf('services', s) === agency)
    return { ...c, agency, services: own }
  }),
}

/**
 * The program with the shared hall and a second one, whose agencies bear the same ids; `officer-sipil` works in an agency,
 * `officer-timur` in the other hall, `officer-sipil-timur` in an agency of it.
 */
export async function agencyApp() {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  await saveOffice(db, sharedHall)
  await saveOffice(db, { ...sharedHall, id: 'timur', zone: 'WIT', name: 'Kantor timur' })
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const join = (role: Role, place: string, of: { officeId: string; agency: string | null }) => {
    const id = `${role}-${place}`.toLowerCase()
    const name = `Contoh ${id}`
    const since = { active: true, passwordChangedAt: MORNING - 1, passwordHash }
    return insertStaff(db, { id, username: id, name, roles: [role], ...of, ...since })
  }
  for (const role of ROLES) {
    await join(role, 'timur', { officeId: 'timur', agency: null })
    await join(role, 'sipil-timur', { officeId: 'timur', agency: 'sipil' })
    for (const agency of ['penduduk', 'sipil']) await join(role, agency, { officeId: 'samarinda', agency })
  }
  return testApp({ db })
}
