import type { DeviceKind } from '../../shared/contracts/route.ts'
import type { Role } from '../../shared/office/permissions.ts'
import type { Doors } from './access-docs.ts'

/** Who may join the live rooms of an office. Somebody of an agency joins a room of that agency instead of `staff`. */
export const ROOMS: Readonly<Record<'staff' | 'hall', readonly (DeviceKind | Role)[]>> = {
  staff: ['officer', 'frontDesk', 'supervisor', 'manager'],
  hall: ['kiosk', 'display', 'tablet', 'officer', 'frontDesk', 'supervisor', 'manager'],
}

/** Every other door of the server; the first line that fits a path says who opens it. */
export const DOORS: Doors['doors'] = [
  [/^\/t\/:token\/stream$/, 'holder', 'the stream of one ticket: where it stands, and nothing of anybody else'],
  [/^\/t\//, 'holder', 'the page of one ticket and its acts'],
  [/^\/s\//, 'holder', 'the survey of one visit; the page is empty for a link that does not open'],
  [/^\/periksa\/:code$/, 'everybody', 'whether a printed record is valid, and nothing of whom it is about'],
  [/^\/b(\/|$)/, 'everybody', 'booking, service by service'],
  [/^\/survei\/:token/, 'holder', 'the survey of a programme behind its code, and its poster'],
  [/^\/survei\.css$/, 'everybody', 'a few styles of those pages'],
  [/^\/ikm\/:office(\/|$)/, 'everybody', 'what an office published of its IKM: page, sheet, badge and open data'],
  [/^\/perbaikan\/:office$/, 'everybody', 'what an office improved after citizens said what was wrong'],
  [
    /^\/(in|console\/oidc|kiosk\/?|display\/?|console\/?|survey\/?|setup\/?|geladi\.css|favicon\.ico|\*)?$/,
    'everybody',
    'the first page, the screens and built files',
  ],
  [/^\/(accent\/:style|logo\/:picture)/, 'everybody', 'the colour of an office as a style sheet, and its logo'],
  [/^\/api\/(docs|openapi\.json)/, 'everybody', 'the reference of the routes'],
  [/^\/api\/offices\/:office\/files\/:file$/, 'queue.take', 'a scan, opened with a reason and on record'],
  [
    /^\/api\/offices\/:office\/paper-forms\/:year\/:form\/scan(\/open)?$/,
    'survey.enter',
    'the scan of a form of paper, opened on record',
  ],
  [/^\/api\/offices\/:office\/answer-imports(\/look)?$/, 'survey.decide', 'a file of answers, looked at or taken in'],
  [/^\/api\/me\/reports\/:date\/files$/, 'officer.read.own', 'evidence for an own daily report'],
  [/^\/api\/me\/report-files\/:file$/, 'signedIn', 'evidence of an own report, or of somebody one assesses: on record'],
  [/^\/metrics$/, 'operator', 'figures of the process, from this machine or with METRICS_TOKEN'],
]
