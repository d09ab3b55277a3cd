import type { Role } from '../../shared/office/permissions.ts'

/** The one password of all sample accounts; a server in production refuses to start with them. */
export const DEMO_PASSWORD = 'tanggap-demo'

/** Accounts of a server that runs on sample data. */
export const DEMO_ACCOUNTS: readonly { readonly username: string; readonly role: Role }[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ username: `petugas${n}`, role: 'officer' as const })),
  { username: 'meja', role: 'frontDesk' },
  { username: 'atasan', role: 'supervisor' },
  { username: 'manajer', role: 'manager' },
  { username: 'admin', role: 'administrator' },
  { username: 'pemantau', role: 'observer' },
]
