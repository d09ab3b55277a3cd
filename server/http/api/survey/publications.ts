import type { Publications } from '../../../services/publication/publications.ts'
import { mount, type Door } from '../../mount.ts'

/** What an office publishes of its IKM. */
export function mountPublications(door: Door, { publications }: { readonly publications: Publications }): void {
  mount(door, 'GET /api/offices/:office/publications', async a => ({
    versions: await publications.all(a.params.office),
  }))
  mount(door, 'GET /api/offices/:office/publications/:period', async a => {
    const now = await publications.preview(a.params.office, a.params.period)
    return typeof now === 'string' ? { now: null, why: now } : { now, why: null }
  })
  mount(door, 'POST /api/offices/:office/publications/:period', async a => {
    const { version: seen, reason, media } = a.body
    // The right asks for a member of staff, so there is one.
    const who = { id: a.caller.staff!.id, by: a.by }
    return { version: await publications.publish(who, a.params.office, a.params.period, { seen, reason, media }) }
  })
}
