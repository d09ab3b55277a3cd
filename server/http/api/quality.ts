import type { Quality } from '../../services/survey/quality.ts'
import { mount, type Door } from '../mount.ts'

/** What citizens said of the service, and their ratings of whoever asks. */
export function mountQuality(door: Door, quality: Quality): void {
  mount(door, 'GET /api/offices/:office/ikm', a => quality.ikm(a.params.office, a.query))
  mount(door, 'GET /api/offices/:office/ratings', a => quality.ratings(a.params.office, a.query.period))
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/ratings', a => quality.own(a.caller.staff!, a.query.period))
}
