import { demoOffice } from '../../server/demo/samarinda.ts'
import { DEMO_PASSWORD } from '../../server/demo/staff.ts'
import { hashPassword } from '../../server/services/identity/staff.ts'
import type { Database } from '../../server/store/open/database.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import type { Zone } from '../../shared/kit/time.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { freshDatabase } from './databases.ts'
import { paperGateway, SECRET } from './outbox.ts'
import { testApp } from './test-app.ts'

/** The two offices of one installation, an hour's flight and two hours of the clock apart. */
export const TWO = { barat: 'WIB', timur: 'WIT' } as const satisfies Record<string, Zone>
export type Side = keyof typeof TWO

const PEOPLE: readonly (readonly [string, Role])[] = [
  ['petugas', 'officer'],
  ['manajer', 'manager'],
  ['admin', 'administrator'],
]

/** A program with an office in the west and one in the east; whoever works there is called `petugas-barat` and so on. */
export async function twoOffices(now: number, alwaysOpen = true) {
  const db = await freshDatabase()
  await fill(db, now, alwaysOpen)
  const clock = { now }
  const road = paperGateway()
  const app = await testApp({
    db,
    now: () => clock.now,
    env: { GATEWAY_URL: 'http://127.0.0.1:9/send', GATEWAY_SECRET: SECRET, GATEWAY_ALLOW_PRIVATE: 'true' },
    gateways: { whatsapp: road.gateway },
  })
  const kiosks = {} as Record<Side, Awaited<ReturnType<typeof app.as>>>
  for (const side of ['barat', 'timur'] as const) kiosks[side] = await kioskOf(app, side)
  return { app, clock, kiosks, sent: road.given }
}

async function fill(db: Database, now: number, alwaysOpen: boolean): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const [id, zone] of Object.entries(TWO)) {
    const booking = { ...demoOffice.booking, proof: 'never' as const }
    await saveOffice(db, { ...demoOffice, id, zone, booking, alwaysOpen, name: `Kantor ${id}` })
    for (const [role, is] of PEOPLE)
      await insertStaff(db, {
        id: `${role}-${id}`,
        officeId: id,
        username: `${role}-${id}`,
        name: `Contoh ${role} ${id}`,
        roles: [is],
        active: true,
        passwordChangedAt: now - 1,
        passwordHash,
      })
  }
}

/** A kiosk as an office gets one: it shows a code, and the office's administrator approves it. */
async function kioskOf(app: Awaited<ReturnType<typeof testApp>>, side: Side) {
  const kiosk = app.visitor()
  const { pairingId, secret, code } = (await kiosk.post('/api/devices/pairings', { kind: 'kiosk' })).body
  const admin = await app.as(`admin-${side}`)
  const approved = await admin.post(`/api/offices/${side}/devices`, { code, name: 'Kiosk contoh' })
  if (approved.status !== 201) throw new Error(approved.text)
  await kiosk.post('/api/devices/pairings/claim', { pairingId, secret })
  return kiosk
}
