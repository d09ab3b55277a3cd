import type { Quality } from '../../services/survey/quality.ts'
import type { Reasons } from '../../services/survey/reasons.ts'
import { mount, type Door } from '../mount.ts'

/** What citizens said of the service. */
export function mountQuality(
  door: Door,
  deps: {
    quality: Quality
    reasons: Reasons
    record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  const { quality, reasons } = deps
  mount(door, 'GET /api/offices/:office/ikm', a => quality.ikm(a.params.office, a.query, a.scope))
  mount(door, 'GET /api/offices/:office/ratings', a => quality.ratings(a.params.office, a.query.period))
  mount(door, 'GET /api/offices/:office/reasons', a => reasons.view(a.params.office, a.query.month, a.scope))
  mount(door, 'POST /api/offices/:office/suggestions', async a => {
    const { office } = a.params
    const { month, service } = a.body
    const suggestions = await reasons.suggestions(office, month, service, a.scope)
    await deps.record(a.by, 'survey.suggestions', { office, month, service })
    return { suggestions }
  })
}
