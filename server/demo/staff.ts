import type { Role } from '../../shared/office/permissions.ts'

/** One account of the demo office; the names are plainly invented. */
export interface DemoStaff {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** The published password of every demo account; production mode refuses to start while one of them exists. */
export const DEMO_PASSWORD = 'tanggap-demo'

const OFFICERS = 10

const officers: readonly DemoStaff[] = Array.from({ length: OFFICERS }, (_, i) => ({
  id: `p${i + 1}`,
  username: `petugas${i + 1}`,
  name: `Petugas ${i + 1} (contoh)`,
  roles: ['officer'],
}))

/** Ten officers for eight counters, and one account for each of the other roles; `atasan` may also sit at a counter. */
export const demoStaff: readonly DemoStaff[] = [
  ...officers,
  { id: 'meja', username: 'meja', name: 'Meja Depan (contoh)', roles: ['frontDesk'] },
  { id: 'atasan', username: 'atasan', name: 'Kepala Seksi (contoh)', roles: ['supervisor'] },
  { id: 'manajer', username: 'manajer', name: 'Kepala Bidang (contoh)', roles: ['manager'] },
  { id: 'admin', username: 'admin', name: 'Administrator (contoh)', roles: ['administrator'] },
  { id: 'pemantau', username: 'pemantau', name: 'Pemantau Wilayah (contoh)', roles: ['observer'] },
]
