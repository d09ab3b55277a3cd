import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { at } from './console-pages.ts'

/** A document of this morning as the console lists it; give what differs. */
export const view = (but: Partial<ApplicationView> = {}): ApplicationView => ({
  id: 'a1',
  number: 'A-012',
  serviceId: 'ktp-el',
  state: 'received',
  before: null,
  reason: null,
  visitedOn: '2026-06-09',
  openedAt: at('09:00'),
  promisedOn: '2026-06-10',
  changedAt: at('09:00'),
  readyAt: null,
  handedAt: null,
  delay: null,
  late: 0,
  settled: false,
  ...but,
})

/** The list with these documents, and how many there are in each state. */
export const listOf = (...applications: ApplicationView[]) => ({
  today: '2026-06-09',
  counts: { received: 1, processing: 2, ready: 3, handedOver: 4, returned: 5 },
  applications,
  more: false,
})
