import type { RouteKey } from '../../shared/contracts/api.ts'

export const WHO = ['nobody', 'kiosk', 'display', 'officer', 'supervisor', 'manager', 'administrator'] as const
export type Who = (typeof WHO)[number]

const everybody = WHO
const desk: readonly Who[] = ['officer', 'supervisor']
const administrator: readonly Who[] = ['administrator']
const counter = (act: string) => `POST /api/offices/:office/counters/:counter/${act}` as RouteKey

/** Who may use which route. The test asks them all; a new route is added here or the test fails. */
export const ACCESS = {
  'GET /api/health': everybody,
  'GET /api/offices': everybody,
  'GET /api/offices/:office/board': everybody,
  'POST /api/offices/:office/tickets': ['kiosk', 'officer', 'supervisor', 'manager'],
  'POST /api/offices/:office/tickets/:ticket/return': desk,
  'POST /api/offices/:office/tickets/:ticket/cancel': desk,
  'GET /api/offices/:office/day': ['officer', 'supervisor', 'manager'],
  ...Object.fromEntries(
    ['open', 'close', 'break', 'call-next', 'recall', 'skip', 'start', 'finish', 'transfer', 'park', 'resume'].map(
      act => [counter(act), desk],
    ),
  ),
  'GET /api/offices/:office/counters/:counter/survey': desk,
  'GET /api/tickets/:token': everybody,
  'POST /api/tickets/:token/cancel': everybody,
  'GET /api/surveys/:token': everybody,
  'POST /api/surveys/:token/rating': everybody,
  'POST /api/surveys/:token/answers': everybody,
  'POST /api/login': everybody,
  'POST /api/logout': everybody,
  'GET /api/me': ['officer', 'supervisor', 'manager', 'administrator'],
  'GET /api/me/record': desk,
  'GET /api/offices/:office/figures': ['supervisor', 'manager'],
  'GET /api/offices/:office/ikm': ['supervisor', 'manager'],
  'GET /api/offices/:office/applications': ['officer', 'supervisor', 'manager'],
  'POST /api/offices/:office/applications/:application/advance': desk,
  'POST /api/offices/:office/tickets/:ticket/application': desk,
  'GET /api/offices/:office/application-figures': ['supervisor', 'manager'],
  'GET /api/me/application-figures': desk,
  'PATCH /api/offices/:office/settings': administrator,
  'POST /api/devices/pairings': everybody,
  'POST /api/devices/pairings/claim': everybody,
  'POST /api/devices/demo': everybody,
  'POST /api/demo/clock': administrator,
  'GET /api/devices/me': everybody,
  'GET /api/offices/:office/devices': administrator,
  'POST /api/offices/:office/devices': administrator,
  'POST /api/offices/:office/devices/:device/revoke': administrator,
} as unknown as Readonly<Record<RouteKey, readonly Who[]>>
