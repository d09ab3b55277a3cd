import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, type ErrorCode } from '../../shared/kit/errors.ts'

/** The status of every code; a rule that says no to a sound request is a conflict. */
const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  BAD_REQUEST: 400,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  FORBIDDEN: 403,
  FOREIGN_ORIGIN: 403,
  HOST_UNKNOWN: 421,
  WRONG_PASSWORD: 401,
  TOO_MANY_ATTEMPTS: 429,
  PRESENT_PASSWORD_WRONG: 403,
  PASSWORD_SHORT: 409,
  PASSWORD_LONG: 409,
  PASSWORD_COMMON: 409,
  PASSWORD_OWN_NAME: 409,
  SECOND_FACTOR_NEEDED: 403,
  TOO_MANY_REQUESTS: 429,
  COMMAND_ID_REUSED: 409,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  OFFICE_CLOSED: 409,
  SERVICE_UNKNOWN: 404,
  SERVICE_CLOSED: 409,
  COUNTER_UNKNOWN: 404,
  COUNTER_CLOSED: 409,
  COUNTER_TAKEN: 409,
  COUNTER_ON_BREAK: 409,
  COUNTER_BUSY: 409,
  NOT_YOUR_COUNTER: 409,
  OWN_COUNTER: 409,
  COUNTER_ATTENDED: 409,
  DAY_OPEN: 409,
  DAY_CLOSED: 409,
  OFFICER_ELSEWHERE: 409,
  NO_CURRENT_TICKET: 409,
  QUEUE_EMPTY: 409,
  TICKET_UNKNOWN: 404,
  TICKET_STATE: 409,
  TICKET_PARKED: 409,
  TICKET_RATED: 409,
  TICKET_OTHER: 409,
  UNDO_NOTHING: 409,
  UNDO_LATE: 409,
  UNDO_OVERTAKEN: 409,
  SKIP_EARLY: 409,
  CALLS_SPENT: 409,
  HOLDER_LATE: 409,
  SAME_SERVICE: 409,
  QUOTA_FULL: 409,
  SLOT_UNKNOWN: 404,
  SLOT_FULL: 409,
  SLOT_PAST: 409,
  PLACES_FREE: 409,
  DATE_CLOSED: 409,
  DATE_PAST: 409,
  NOT_RELEASED: 409,
  NOT_BOOKABLE: 409,
  HOLD_ENDED: 409,
  ALREADY_BOOKED: 409,
  TOO_MANY_BOOKINGS: 429,
  CONTACT_NEEDED: 409,
  PROOF_REQUIRED: 428,
  TIME_LOST: 409,
  BOOKINGS_TOUCHED: 409,
  CHECK_IN_EARLY: 409,
  CHECK_IN_CODE: 403,
  CHECK_IN_PROOF: 403,
  LINK_LOOKS: 403,
  OFFER_ENDED: 409,
  NOBODY_TO_PASS: 409,
  DRAW_CLOSED: 409,
  DRAW_HELD: 409,
  DRAW_PENDING: 409,
  DRAW_UNKNOWN: 404,
  TOO_MANY_FILES: 409,
  SETTINGS_CHANGED: 409,
  ROSTER_CHANGED: 409,
  STRUCTURE_UNSOUND: 409,
  APPLICATION_UNKNOWN: 404,
  APPLICATION_STATE: 409,
  VISIT_INCOMPLETE: 409,
  NOT_YOUR_VISIT: 403,
  SURVEY_UNKNOWN: 404,
  SURVEY_USED: 409,
  SURVEY_EXPIRED: 410,
  SURVEY_NOT_HERE: 403,
  PAIRING_UNKNOWN: 404,
  PAIRING_PENDING: 409,
  DEVICE_REVOKED: 401,
  DEMO_ONLY: 403,
  NOT_SET_UP: 503,
  OFFICE_PREPARING: 409,
  OPENING_MUST: 409,
  SETUP_LINK: 410,
}

/** The store, or the disk under it, cannot write for now. */
const UNWRITABLE = /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)|ENOSPC$|EDQUOT$|EFBIG$|EIO$|EROFS$)/

/** The refusal that an error means to whoever asked: a disk that takes nothing is "not saved yet, try again". */
export function asRefusal(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && UNWRITABLE.test(code) ? new AppError('UNAVAILABLE') : undefined
}

/** Status and body of a refusal. An unexpected error says only that, with the id under which the log tells more. */
export function errorReply(error: unknown, requestId: string) {
  const known = asRefusal(error) ?? new AppError('INTERNAL')
  const seconds = known.data?.['retryAfter']
  return {
    status: STATUS[known.code],
    body: { error: { code: known.code, ...(known.data ? { data: known.data } : {}), requestId } },
    headers: typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : undefined,
  }
}
