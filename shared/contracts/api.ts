import type { z } from 'zod'
import { bookingRoutes } from './booking-routes.ts'
import { accountRoutes } from './accounts/account-routes.ts'
import { peopleRoutes } from './accounts/people-routes.ts'
import { calendarRoutes } from './record/calendar-routes.ts'
import { dailyRoutes } from './record/daily-routes.ts'
import { applicationRoutes } from './application-routes.ts'
import { comingRoutes } from './coming-routes.ts'
import { dayRoutes } from './day-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { frontRoutes } from './front-routes.ts'
import { leaveRoutes } from './leave-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { listRoutes } from './office-file/list-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { officerRoutes } from './officer-routes.ts'
import { qualityRoutes } from './quality-routes.ts'
import { queueRoutes } from './queue-routes.ts'
import { feedbackRoutes } from './record/feedback-routes.ts'
import { teamRecordRoutes } from './record/team-record-routes.ts'
import { teamRoutes } from './record/team-routes.ts'
import { rosterRoutes } from './roster/roster-routes.ts'
import { rehearsalRoutes } from './opening/rehearsal-routes.ts'
import { openingRoutes } from './opening/opening-routes.ts'
import { moreOfficeRoutes } from './opening/more-office-routes.ts'
import { setupRoutes } from './opening/setup-routes.ts'
import { oversightRoutes } from './people/oversight-routes.ts'
import { contestRoutes } from './record/contest-routes.ts'
import { outageRoutes } from './record/outage-routes.ts'
import { proofRoutes } from './record/proof-routes.ts'
import { roleRoutes } from './people/role-routes.ts'
import { templateRoutes } from './opening/template-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { scoreRoutes } from './record/score-routes.ts'
import type { Fixed } from './route.ts'
import { staffRoutes } from './staff-routes.ts'
import { structureRoutes } from './structure/structure-routes.ts'
import { integrityRoutes } from './survey/integrity-routes.ts'
import { instrumentRoutes } from './survey/instrument-routes.ts'
import { figuresRoutes } from './survey/figures-routes.ts'
import { loopRoutes } from './survey/loop-routes.ts'
import { reportRoutes } from './survey/report-routes.ts'
import { collectRoutes } from './survey/collect-routes.ts'
import { publicationRoutes } from './survey/publication-routes.ts'
import { surveyRoutes } from './survey-routes.ts'
import { tableRoutes } from './table-routes.ts'

/** Every route of the server, by method and path. */
export const api = {
  ...officeRoutes,
  ...structureRoutes,
  ...searchRoutes,
  ...queueRoutes,
  ...bookingRoutes,
  ...comingRoutes,
  ...frontRoutes,
  ...deskRoutes,
  ...leaveRoutes,
  ...dayRoutes,
  ...surveyRoutes,
  ...qualityRoutes,
  ...figuresRoutes,
  ...loopRoutes,
  ...integrityRoutes,
  ...instrumentRoutes,
  ...reportRoutes,
  ...publicationRoutes,
  ...collectRoutes,
  ...setupRoutes,
  ...templateRoutes,
  ...moreOfficeRoutes,
  ...openingRoutes,
  ...rehearsalRoutes,
  ...staffRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...listRoutes,
  ...officerRoutes,
  ...deviceRoutes,
  ...messageRoutes,
  ...applicationRoutes,
  ...tableRoutes,
  ...roleRoutes,
  ...oversightRoutes,
  ...teamRoutes,
  ...teamRecordRoutes,
  ...feedbackRoutes,
  ...rosterRoutes,
  ...contestRoutes,
  ...scoreRoutes,
  ...outageRoutes,
  ...proofRoutes,
  ...dailyRoutes,
  ...calendarRoutes,
} as const

export type Api = typeof api
export type RouteKey = keyof Api
type Part<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType } ? z.input<S> : undefined
/** What a caller gives: path parameters, query and body, as far as the route has them. */
export type Input<K extends RouteKey> = {
  params: Part<Api[K], 'params'>
  query: Part<Api[K], 'query'>
  body: Part<Api[K], 'body'>
}
/** What a good answer carries. */
export type Reply<K extends RouteKey> = z.output<Api[K]['reply']>
/** The same as the server makes it: nothing of what it hands out needs to be changeable. */
export type Answer<K extends RouteKey> = Fixed<Reply<K>>
