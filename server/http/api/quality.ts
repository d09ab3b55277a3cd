import type { Quality } from '../../services/survey/quality.ts'
import type { Reasons } from '../../services/survey/reasons.ts'
import { mount, type Door } from '../mount.ts'

/** What citizens said of the service. */
export function mountQuality(
  door: Door,
  deps: {
    /** As whoever asks is answered. */
    answersFor: (who: string) => { readonly quality: Quality; readonly reasons: Reasons }
    record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  const { answersFor } = deps
  mount(door, 'GET /api/offices/:office/ikm', a => answersFor(a.by).quality.ikm(a.params.office, a.query, a.scope))
  mount(door, 'GET /api/offices/:office/ratings', a =>
    answersFor(a.by).quality.ratings(a.params.office, a.query.period),
  )
  mount(door, 'GET /api/offices/:office/reasons', a =>
    answersFor(a.by).reasons.view(a.params.office, a.query.month, a.scope),
  )
  mount(door, 'POST /api/offices/:office/suggestions', async a => {
    const { office } = a.params
    const { month, service } = a.body
    const suggestions = await answersFor(a.by).reasons.suggestions(office, month, service, a.scope)
    await deps.record(a.by, 'survey.suggestions', { office, month, service })
    return { suggestions }
  })
}
