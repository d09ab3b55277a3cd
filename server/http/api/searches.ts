import type { Unfound } from '../../services/office/unfound.ts'
import type { Ctx } from '../context.ts'
import { mount, type Door } from '../mount.ts'

/** What people look for and do not find. */
export function mountSearches(door: Door, deps: { unfound: Unfound; networkAt: (c: Ctx) => string }): void {
  mount(door, 'POST /api/offices/:office/unfound', async a => {
    await deps.unfound.count(a.params.office, a.body.query, deps.networkAt(a.c))
    return { ok: true }
  })
  mount(door, 'GET /api/offices/:office/unfound', async a => ({
    words: [...(await deps.unfound.words(a.params.office))],
  }))
}
