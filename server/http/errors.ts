import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, type ErrorCode } from '../../shared/kit/errors.ts'

/** The status of every code; a rule that says no to a sound request is a conflict. */
const STATUS: Readonly<Partial<Record<ErrorCode, ContentfulStatusCode>>> = {
  BAD_REQUEST: 400,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  FORBIDDEN: 403,
  FOREIGN_ORIGIN: 403,
  WRONG_PASSWORD: 401,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_BOOKINGS: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  SERVICE_UNKNOWN: 404,
  COUNTER_UNKNOWN: 404,
  TICKET_UNKNOWN: 404,
  SLOT_UNKNOWN: 404,
  DRAW_UNKNOWN: 404,
  APPLICATION_UNKNOWN: 404,
  PROOF_REQUIRED: 428,
  CHECK_IN_CODE: 403,
  SURVEY_UNKNOWN: 404,
  SURVEY_EXPIRED: 410,
  PAIRING_UNKNOWN: 404,
  DEVICE_REVOKED: 401,
  DEMO_ONLY: 403,
}

/** Status and body of a refusal. An unexpected error says only that, with the id under which the log tells more. */
export function errorReply(error: unknown, requestId: string) {
  const known = error instanceof AppError ? error : new AppError('INTERNAL')
  const seconds = known.data?.['retryAfter']
  return {
    status: STATUS[known.code] ?? (409 as ContentfulStatusCode),
    body: { error: { code: known.code, ...(known.data ? { data: known.data } : {}), requestId } },
    headers: typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : undefined,
  }
}
