import type { Tables } from '../../services/tables/tables.ts'
import { mount, type Door } from '../mount.ts'

/** Tables as files, on record before they are given. */
export function mountTables(
  door: Door,
  tables: Tables,
  record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>,
): void {
  mount(door, 'POST /api/offices/:office/tables', async a => {
    const file = await tables.file(a.params.office, a.body, a.scope)
    await record(a.by, 'table.taken', { office: a.params.office, ...a.body })
    return file
  })
}
