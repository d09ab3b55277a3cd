import type { RouteKey } from '../../shared/contracts/api.ts'
import type { Wall } from '../../shared/contracts/route.ts'

const O = '/api/offices/:office'
const COUNTER_ACTS = [
  ...['open', 'close', 'break', 'call-next', 'recall', 'skip', 'start', 'finish', 'transfer', 'park', 'resume'],
  ...['wrong-holder', 'take-over', 'undo', 'leave', 'mind', 'nudge', 'steps'],
]

/**
 * What somebody of one agency gets of the routes that their role opens: see `Wall`. Every other route of an office is closed to
 * them, for it is of the whole hall.
 */
export const AGENCY = {
  ...Object.fromEntries(COUNTER_ACTS.map(act => [`POST ${O}/counters/:counter/${act}`, 'counter'])),
  [`GET ${O}/counters/:counter/note`]: 'counter',
  [`POST ${O}/tickets`]: 'service',
  [`POST ${O}/bookings/group`]: 'service',
  [`POST ${O}/services/:service/close`]: 'service',
  [`POST ${O}/services/:service/open`]: 'service',
  [`POST ${O}/tickets/:ticket/return`]: 'ticket',
  [`POST ${O}/tickets/:ticket/cancel`]: 'ticket',
  [`POST ${O}/tickets/:ticket/settle`]: 'ticket',
  [`POST ${O}/tickets/:ticket/application`]: 'ticket',
  [`POST ${O}/bookings/:ticket/open`]: 'ticket',
  [`POST ${O}/applications/:application/advance`]: 'application',
  [`POST ${O}/applications/:application/new-date`]: 'application',
  [`GET ${O}/services/:service/standing`]: 'service',
  [`GET ${O}/day`]: 'part',
  [`GET ${O}/bookings`]: 'part',
  [`POST ${O}/check-in`]: 'part',
  [`GET ${O}/applications`]: 'part',
  [`POST ${O}/applications/search`]: 'part',
  [`GET ${O}/application-figures`]: 'part',
  [`GET ${O}/figures`]: 'part',
  [`GET ${O}/missing-papers`]: 'part',
  [`GET ${O}/ikm`]: 'part',
  [`GET ${O}/reasons`]: 'part',
  [`GET ${O}/period-figures`]: 'part',
  [`POST ${O}/suggestions`]: 'part',
  [`GET ${O}/complaints`]: 'part',
  [`POST ${O}/complaints/:complaint`]: 'part',
  [`POST ${O}/tables`]: 'part',
  [`GET ${O}/people`]: 'part',
  [`POST ${O}/people`]: 'part',
  [`GET ${O}/people/:person/sessions`]: 'part',
  ...Object.fromEntries(
    ['link', 'correct', 'deactivate', 'reactivate', 'roles', 'second-factor/reset', 'sessions/end'].map(act => [
      `POST ${O}/people/:person/${act}`,
      'part',
    ]),
  ),
  [`PATCH ${O}/settings`]: 'part',
  [`POST ${O}/settings/effects`]: 'part',
  [`GET ${O}/days/:date`]: 'part',
  [`GET ${O}/roster/:week`]: 'part',
  [`POST ${O}/roster/:week`]: 'part',
  [`GET ${O}/served`]: 'part',
  [`POST ${O}/leaves`]: 'part',
  [`POST ${O}/leaves/:leave/remove`]: 'part',
  [`GET ${O}/unfinished`]: 'own',
  [`GET ${O}/check-in-code`]: 'hall',
} as Readonly<Partial<Record<RouteKey, Wall>>>
