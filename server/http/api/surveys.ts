import type { RouteKey } from '../../../shared/contracts/api.ts'
import { mustAnswerHere } from '../../services/identity/access.ts'
import type { Way } from '../../services/survey/traces.ts'
import type { Suspicion } from '../../services/survey/suspicion.ts'
import type { Surveys } from '../../services/survey/surveys.ts'
import { answeringPhone } from '../answer-cookie.ts'
import type { Ctx } from '../context.ts'
import { mount, type Asked, type Door } from '../mount.ts'

/** The survey of one visit, for whoever holds its link with a browser that does not work at the office. */
export function mountSurveys(
  door: Door,
  deps: {
    surveys: Surveys
    suspicion: Suspicion
    /** The asker's network under a keyed hash. */
    networkAt: (c: Ctx) => string
    secure: boolean
  },
): void {
  const { surveys } = deps

  /** Where an answer comes from: the tablet of a counter, or a network. */
  function placeOf({ caller, c }: Pick<Asked<RouteKey>, 'caller' | 'c'>): string {
    mustAnswerHere(caller)
    const [tablet] = caller.devices
    return tablet ? `tablet ${tablet.id}` : deps.networkAt(c)
  }

  function wayOf({ caller, c }: Pick<Asked<RouteKey>, 'caller' | 'c'>): Way {
    const [tablet] = caller.devices
    const network = deps.networkAt(c)
    return tablet ? { tablet: tablet.id, phone: '', network } : { phone: answeringPhone(c, deps.secure), network }
  }

  mount(door, 'GET /api/surveys/:token', a => {
    mustAnswerHere(a.caller)
    return surveys.view(a.params.token)
  })
  mount(door, 'POST /api/surveys/:token/rating', async a => {
    const { rating, reasons = [], instead } = a.body
    const place = placeOf(a)
    if (!instead) {
      const rated = await surveys.rate(a.params.token, place, a.key, rating, reasons)
      // Before the tablet of a counter stand others next, and its officer: what was tapped there stands.
      return a.caller.devices.length > 0 ? { ok: true as const } : rated
    }
    await surveys.rateInstead(
      a.params.token,
      a.key,
      { ...instead, reasons: instead.reasons ?? [] },
      { rating, reasons },
    )
    return { ok: true as const }
  })
  mount(door, 'POST /api/surveys/:token/answers', async a => {
    const { took: seconds, at, ...filledIn } = a.body
    const place = placeOf(a)
    await surveys.answer(a.params.token, place, a.key, filledIn, { ...wayOf(a), seconds, at })
    return { ok: true as const }
  })
  mount(door, 'GET /api/offices/:office/answer-flags', a => deps.suspicion.flags(a.params.office))
}
