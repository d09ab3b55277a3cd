import type { Surveys } from '../../services/survey/surveys.ts'
import { mount, type Door } from '../mount.ts'

/** The survey of one visit, for whoever holds its link. */
export function mountSurveys(door: Door, surveys: Surveys): void {
  mount(door, 'GET /api/surveys/:token', a => surveys.view(a.params.token))
  mount(door, 'POST /api/surveys/:token/rating', async a => {
    await surveys.rate(a.params.token, a.key, a.body.rating, a.body.reasons ?? [])
    return { ok: true as const }
  })
  mount(door, 'POST /api/surveys/:token/answers', async a => {
    await surveys.answer(a.params.token, a.key, a.body.answers, a.body.suggestion)
    return { ok: true as const }
  })
}
