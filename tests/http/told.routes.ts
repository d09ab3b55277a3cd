import type { RouteKey } from '../../shared/contracts/api.ts'

/** Routes whose answers depend on what citizens said, each with the test that asks it for every period and solves what it told. */
export const TELLS: Readonly<Partial<Record<RouteKey, string>>> = {
  'GET /api/me/scores': 'score-differencing',
  'GET /api/me/contests/:contest': 'score-differencing: of a decided one the same versions as the own ones',
  'GET /api/me/team/scores': 'score-differencing: the same versions as the own ones',
  'GET /api/offices/:office/officer-scores': 'score-differencing',
  'GET /api/offices/:office/counter-scores': 'score-differencing',
  'GET /api/offices/:office/ratings': 'differencing, score-differencing',
  'GET /api/offices/:office/ikm': 'differencing',
  'GET /api/offices/:office/reasons': 'differencing',
  'GET /api/offices/:office/period-figures': 'differencing: the same people as the IKM, and services put together',
  'GET /api/offices/:office/reports/:period': 'differencing: the figures of the whole office, of closed periods alone',
  'POST /api/offices/:office/reports/:period/file':
    'the same as a file; rows of the days of the shown figures, of the whole office alone',
  'GET /api/offices/:office/publications/:period': 'publications: of the whole office the figures of a closed period',
  'GET /api/offices/:office/plans/:period': 'differencing: of the whole office the means of the IKM, to the digit',
  'GET /api/offices/:office/integrity':
    'integrity: of a whole month the IKM, and without what is marked where notCompared lets it',
  'GET /api/me/observed': 'differencing: of a quarter what the manager is told, or less',
  'POST /api/me/observed/table': 'the same as a file',
  'POST /api/offices/:office/suggestions': 'suggestions are released by hand, without their day',
  'POST /api/offices/:office/tables': 'differencing: the same figures as the pages, to the digit',
}

/** Routes that read by POST, because what is asked or handed out is on record. */
export const READS_BY_POST: readonly RouteKey[] = [
  'POST /api/offices/:office/tables',
  'POST /api/offices/:office/suggestions',
  'POST /api/me/evidence/:period/version',
  'POST /api/me/evidence/:period/file',
  'POST /api/me/contests/meant',
  'POST /api/me/contests/:contest/part',
  'POST /api/offices/:office/late-outages/meant',
  'POST /api/me/observed/table',
  'POST /api/offices/:office/applications/search',
  'POST /api/offices/:office/reports/:period/file',
]

const of = (place: string, acts: string) => acts.split(' ').map(act => `POST /api/${place}/${act}` as RouteKey)

/** Acts that answer with more than that they were done; none of it is read from ratings or answers. */
export const ACTS: Readonly<Record<string, readonly RouteKey[]>> = {
  'the counter or ticket that was acted on': [
    ...of(
      'offices/:office/counters/:counter',
      'open close break call-next recall skip start finish steps transfer park wrong-holder undo resume leave mind nudge take-over',
    ),
    ...of('offices/:office/tickets/:ticket', 'return cancel settle application'),
    ...of('offices/:office', 'tickets holds bookings check-in bookings/group bookings/:ticket/open clusters/void'),
    ...of('offices/:office/services/:service', 'waitlist close open draws/:date/entries'),
    ...of('tickets/:token', 'cancel check-in undo-check-in reschedule case let-pass here offer'),
    ...of('offices/:office/applications/:application', 'advance new-date'),
  ],
  'the plan or the settings that were changed': [
    ...of(
      'offices/:office',
      'settings/effects versions/:version/effects versions/:version/restore template logo offices opening roles roster/:week leaves',
    ),
    ...of('demo', 'clock'),
    'PATCH /api/offices/:office/settings',
  ],
  'an account, a device or who sees whom': [
    ...of('setup', 'look administrator'),
    ...of('', 'login login/code login/oidc/begin login/oidc').map(key => key.replace('//', '/') as RouteKey),
    ...of('me', 'office second-factor second-factor/confirm recovery-codes delegations delegations/:delegation/end'),
    ...of('offices/:office/people/:person', 'correct link deactivate reactivate roles agency second-factor/reset'),
    ...of(
      'offices/:office',
      'people lists/holidays lists/staff lists/staff/invite devices observers supervisions supervisions/:supervision/end superiors superiors/:superior/end delegations delegations/:delegation/end',
    ),
    ...of('account-links', 'look use'),
    ...of('devices', 'pairings pairings/claim demo'),
  ],
  'the own words that were just written': [
    ...of(
      'me',
      'feedback team/:person/feedback absences reports/:date/draft reports/:date/files/:file/remove visits/:date/:seq/clock',
    ),
    ...of('me/contests', ':contest/answer :contest/evidence :contest/withdraw :contest/decide'),
    'POST /api/me/contests',
    'POST /api/offices/:office/plans/:period',
    'POST /api/offices/:office/instruments/:instrument',
    'POST /api/offices/:office/reports/:period',
    'POST /api/offices/:office/publications/:period',
  ],
  'the rating that its own phone just gave': ['POST /api/surveys/:token/rating'],
}
