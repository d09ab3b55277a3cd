import type { Route } from '../../shared/contracts/route.ts'
import type { Permission } from '../../shared/office/permissions.ts'

/** The rights by which the hall works and is read; whoever sets up, plans or hires has none of these. */
const OF_THE_HALL: ReadonlySet<Permission> = new Set([
  'queue.take',
  'queue.call',
  'queue.pick',
  'queue.close',
  'queue.free',
  'booking.help',
  'booking.open',
  'booking.void',
  'survey.read',
  'survey.decide',
  'unit.read',
])

/** Whether an office that does not rehearse is answered by the installation's own program: what is read of it, and what prepares it. */
export function isBesides(method: string, { access }: Route): boolean {
  if (method === 'GET') return true
  return typeof access === 'object' && (access.staff === 'office.configure' || access.staff === 'roster.plan')
}

/**
 * Whether a rehearsal answers a route: looks, the work of the hall, what citizens do, and what says so of itself. All else would
 * be acknowledged and then thrown away, so a new route is refused until somebody has decided.
 */
export function rehearsed(method: string, { access, serves, rehearses }: Route): boolean {
  if (method === 'GET' || serves || rehearses || access === 'holder') return true
  if (access === 'anybody' || access === 'signedIn') return false
  return access.staff === undefined || OF_THE_HALL.has(access.staff)
}
