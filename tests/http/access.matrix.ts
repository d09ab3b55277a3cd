import type { RouteKey } from '../../shared/contracts/api.ts'

export const WHO = [
  'nobody',
  'kiosk',
  'display',
  'tablet',
  'officer',
  'frontDesk',
  'supervisor',
  'manager',
  'administrator',
] as const
export type Who = (typeof WHO)[number]

const everybody = WHO
const desk: readonly Who[] = ['officer', 'frontDesk', 'supervisor']
const staff: readonly Who[] = ['officer', 'frontDesk', 'supervisor', 'manager']
const helpers: readonly Who[] = ['frontDesk', 'supervisor', 'manager']
const closers: readonly Who[] = ['frontDesk', 'manager']
const voiders: readonly Who[] = ['manager', 'administrator']
const administrator: readonly Who[] = ['administrator']
const counter = (act: string) => `POST /api/offices/:office/counters/:counter/${act}` as RouteKey

/** Who may use which route. The test asks them all; a new route is added here or the test fails. */
export const ACCESS = {
  'GET /api/health': everybody,
  'GET /api/offices': everybody,
  'GET /api/offices/:office/board': everybody,
  'POST /api/offices/:office/tickets': ['kiosk', ...staff],
  'POST /api/offices/:office/tickets/:ticket/return': desk,
  'POST /api/offices/:office/tickets/:ticket/cancel': desk,
  'GET /api/offices/:office/day': staff,
  ...Object.fromEntries(
    [
      'open',
      'close',
      'break',
      'call-next',
      'recall',
      'skip',
      'start',
      'finish',
      'transfer',
      'park',
      'resume',
      'wrong-holder',
    ].map(act => [counter(act), desk]),
  ),
  'GET /api/offices/:office/unfinished': desk,
  'GET /api/offices/:office/counters/:counter/survey': ['tablet'],
  'GET /api/tickets/:token': everybody,
  'POST /api/tickets/:token/cancel': everybody,
  'GET /api/surveys/:token': everybody,
  'POST /api/surveys/:token/rating': everybody,
  'POST /api/surveys/:token/answers': everybody,
  'GET /api/offices/:office/answer-flags': ['supervisor', 'manager'],
  'POST /api/login': everybody,
  'POST /api/logout': everybody,
  'GET /api/me': [...staff, 'administrator'],
  'GET /api/me/record': desk,
  'GET /api/me/ratings': desk,
  'GET /api/offices/:office/figures': ['supervisor', 'manager'],
  'GET /api/offices/:office/ikm': ['supervisor', 'manager'],
  'GET /api/offices/:office/ratings': ['supervisor', 'manager'],
  'GET /api/offices/:office/applications': staff,
  'POST /api/offices/:office/applications/:application/advance': desk,
  'POST /api/offices/:office/tickets/:ticket/application': desk,
  'GET /api/offices/:office/application-figures': ['supervisor', 'manager'],
  'GET /api/me/application-figures': desk,
  'PATCH /api/offices/:office/settings': administrator,
  'POST /api/offices/:office/settings/effects': administrator,
  'POST /api/devices/pairings': everybody,
  'POST /api/devices/pairings/claim': everybody,
  'POST /api/devices/demo': everybody,
  'POST /api/demo/clock': administrator,
  'GET /api/devices/me': everybody,
  'GET /api/offices/:office/devices': administrator,
  'POST /api/offices/:office/devices': administrator,
  'POST /api/offices/:office/devices/:device/revoke': administrator,
  'GET /api/offices/:office/services/:service/slots': everybody,
  'POST /api/offices/:office/holds': everybody,
  'POST /api/offices/:office/bookings': everybody,
  'POST /api/offices/:office/bookings/group': helpers,
  'POST /api/offices/:office/services/:service/waitlist': everybody,
  'POST /api/offices/:office/services/:service/draws/:date/entries': everybody,
  'GET /api/offices/:office/services/:service/draws/:date': everybody,
  'POST /api/tickets/:token/check-in': everybody,
  'POST /api/tickets/:token/undo-check-in': everybody,
  'POST /api/tickets/:token/reschedule': everybody,
  'POST /api/tickets/:token/let-pass': everybody,
  'POST /api/tickets/:token/here': everybody,
  'POST /api/tickets/:token/offer': everybody,
  'POST /api/tickets/:token/files/remove': everybody,
  'POST /api/offices/:office/check-in': ['kiosk', ...staff],
  'GET /api/offices/:office/check-in-code': ['display', ...staff],
  'POST /api/offices/:office/services/:service/close': closers,
  'POST /api/offices/:office/services/:service/open': closers,
  'GET /api/offices/:office/bookings': staff,
  'POST /api/offices/:office/bookings/:ticket/open': staff,
  'GET /api/offices/:office/clusters': voiders,
  'POST /api/offices/:office/clusters/void': voiders,
  'GET /api/push/key': everybody,
  'POST /api/tickets/:token/push': everybody,
  'POST /api/tickets/:token/push/off': everybody,
  // The gateway alone, by its signature.
  'POST /api/gateway/inbound': [],
  'GET /api/offices/:office/messages': ['supervisor', 'manager'],
} as unknown as Readonly<Record<RouteKey, readonly Who[]>>
