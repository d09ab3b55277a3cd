/** Every code an answer can carry. A code is added here first; texts and statuses follow by type. */
export const ERROR_CODES = [
  'BAD_REQUEST',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA',
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'FOREIGN_ORIGIN',
  'HOST_UNKNOWN',
  'WRONG_PASSWORD',
  'TOO_MANY_ATTEMPTS',
  'TOO_MANY_REQUESTS',
  'COMMAND_ID_REUSED',
  'UNAVAILABLE',
  'INTERNAL',
  'OFFICE_CLOSED',
  'DAY_OPEN',
  'DAY_CLOSED',
  'SERVICE_UNKNOWN',
  'SERVICE_CLOSED',
  'COUNTER_UNKNOWN',
  'COUNTER_CLOSED',
  'COUNTER_TAKEN',
  'COUNTER_ON_BREAK',
  'COUNTER_BUSY',
  'NOT_YOUR_COUNTER',
  'OWN_COUNTER',
  'COUNTER_ATTENDED',
  'OFFICER_ELSEWHERE',
  'NO_CURRENT_TICKET',
  'QUEUE_EMPTY',
  'TICKET_UNKNOWN',
  'TICKET_STATE',
  'TICKET_PARKED',
  'TICKET_RATED',
  'TICKET_OTHER',
  'UNDO_NOTHING',
  'UNDO_LATE',
  'UNDO_OVERTAKEN',
  'SKIP_EARLY',
  'CALLS_SPENT',
  'SAME_SERVICE',
  'QUOTA_FULL',
  'SLOT_UNKNOWN',
  'SLOT_FULL',
  'SLOT_PAST',
  'PLACES_FREE',
  'DATE_CLOSED',
  'DATE_PAST',
  'NOT_RELEASED',
  'NOT_BOOKABLE',
  'HOLD_ENDED',
  'ALREADY_BOOKED',
  'TOO_MANY_BOOKINGS',
  'CONTACT_NEEDED',
  'PROOF_REQUIRED',
  'TIME_LOST',
  'BOOKINGS_TOUCHED',
  'CHECK_IN_EARLY',
  'CHECK_IN_CODE',
  'CHECK_IN_PROOF',
  'LINK_LOOKS',
  'OFFER_ENDED',
  'NOBODY_TO_PASS',
  'DRAW_CLOSED',
  'DRAW_HELD',
  'DRAW_PENDING',
  'DRAW_UNKNOWN',
  'TOO_MANY_FILES',
  'SETTINGS_CHANGED',
  'APPLICATION_UNKNOWN',
  'APPLICATION_STATE',
  'SURVEY_UNKNOWN',
  'SURVEY_USED',
  'SURVEY_EXPIRED',
  'SURVEY_NOT_HERE',
  'PAIRING_UNKNOWN',
  'PAIRING_PENDING',
  'DEVICE_REVOKED',
  'DEMO_ONLY',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** A refusal that the office can understand: a code of the closed list, and data for its sentence. Never personal data. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly data: Readonly<Record<string, unknown>> | undefined

  /** `cause` is for the log alone. */
  constructor(code: ErrorCode, data?: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}
