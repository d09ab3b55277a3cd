import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'

/** What every page of the console gets. The shell renders a page again with every event and every second. */
export interface ConsolePage extends HTMLElement {
  office: OfficeInfo
  staff: StaffView
  /** Its `day` stays undefined for staff who may not see the queue. */
  live: LiveDay
  /** What the address names after the page, e.g. a service; empty where it names nothing. */
  path?: string
  requestUpdate(): void
}

/** Whoever is signed in. */
export type StaffView = Reply<'GET /api/me'>['staff']
