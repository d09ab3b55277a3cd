import type { RouteKey } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { mustAnswerHere, type Caller } from '../../services/identity/access.ts'
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

  /** The tablet or the kiosk that answers, or `undefined` for somebody's own phone. */
  function ownDevice({ devices: [device] }: Caller): Way['own'] {
    return device && { id: device.id, kind: device.kind === 'kiosk' ? 'kiosk' : 'tablet' }
  }

  /** Where an answer comes from: a device of the office, or a network. */
  function placeOf({ caller, c }: Pick<Asked<RouteKey>, 'caller' | 'c'>): string {
    const own = ownDevice(caller)
    return own ? `${own.kind} ${own.id}` : deps.networkAt(c)
  }

  /** A kiosk asks of visits to its own office today alone: whoever stands there comes from the counter. */
  async function mustAskHere(caller: Caller, token: string): Promise<void> {
    mustAnswerHere(caller)
    const kiosks = caller.devices.filter(device => device.kind === 'kiosk')
    if (kiosks.length === 0) return
    const { office, date, today } = await surveys.view(token)
    if (date !== today || kiosks.some(kiosk => kiosk.officeId !== office.id)) throw new AppError('SURVEY_NOT_HERE')
  }

  function wayOf({ caller, c }: Pick<Asked<RouteKey>, 'caller' | 'c'>): Way {
    const own = ownDevice(caller)
    const network = deps.networkAt(c)
    return own ? { own, phone: '', network } : { phone: answeringPhone(c, deps.secure), network }
  }

  mount(door, 'GET /api/surveys/:token', async a => {
    await mustAskHere(a.caller, a.params.token)
    return surveys.view(a.params.token)
  })
  mount(door, 'POST /api/surveys/:token/rating', async a => {
    const { rating, reasons = [], instead } = a.body
    await mustAskHere(a.caller, a.params.token)
    const place = placeOf(a)
    if (!instead) {
      const rated = await surveys.rate(a.params.token, place, a.key, rating, reasons)
      // Before a device of the office stand others next, and its officers: what was tapped there stands.
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
    await mustAskHere(a.caller, a.params.token)
    const place = placeOf(a)
    await surveys.answer(a.params.token, place, a.key, filledIn, { ...wayOf(a), seconds, at })
    return { ok: true as const }
  })
  mount(door, 'GET /api/offices/:office/answer-flags', a => deps.suspicion.flags(a.params.office))
}
