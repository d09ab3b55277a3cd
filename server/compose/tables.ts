import { mountTables } from '../http/api/tables.ts'
import type { Door } from '../http/mount.ts'
import { createTables } from '../services/tables/tables.ts'
import type { Ground } from './ground.ts'

/** Tables as files. */
export function composeTables({ record }: Ground, deps: Parameters<typeof createTables>[0]) {
  return { mount: (door: Door) => mountTables(door, createTables(deps), record) }
}
