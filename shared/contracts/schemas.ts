import { MOST_PARTS } from '../queue/steps/part.ts'
import { z } from 'zod'
import { CANCEL_REASONS, CLOSE_REASONS, PARK_REASONS, PICK_REASONS } from '../queue/day.ts'
import { REFUSAL_REASONS } from '../queue/result.ts'
import { TICKET_STATES } from '../queue/states.ts'
import { UNSUR } from '../survey/instruments.ts'
import { valuesOf } from '../survey/profile/profile.ts'
import { REASON_KEYS } from '../survey/rating.ts'
import { id, instant, words } from './schemas/parts.ts'

export * from './schemas/change.ts'
export * from './schemas/office.ts'
export * from './schemas/parts.ts'
export * from './schemas/service.ts'

export const ticketState = z.enum(TICKET_STATES)
export const because = z.object({
  kind: z.enum(['walkIn', 'priority', 'booked', 'returned', 'late', 'transferred', 'step', 'resumed', 'picked']),
  due: instant,
  among: z.number().int(),
  reason: z.enum(PICK_REASONS).optional(),
})

/** A ticket as the desk and the kiosk that issued it see it. */
export const ticketView = z.object({
  id: z.string(),
  no: z.number().int(),
  number: z.string(),
  serviceId: z.string(),
  state: ticketState,
  priority: z.boolean(),
  /** What it is for: a case of the service. */
  case: z.string().optional(),
  takenAt: instant,
  due: instant,
  counterId: z.string().optional(),
  calledAt: instant.optional(),
  startedAt: instant.optional(),
  calls: z.number().int(),
  because: because.optional(),
})
export type TicketView = z.infer<typeof ticketView>

export const counterView = z.object({
  id: z.string(),
  state: z.enum(['closed', 'open', 'break']),
  since: instant,
  services: z.array(z.string()),
  officerId: z.string().optional(),
  until: instant.optional(),
})

/** Longer than any that is accepted: the rule says why, not the form. */
export const typedPassword = z.string().min(1).max(600)

/** A code of an authenticator or a recovery code, as people type it. */
export const typedCode = z.string().min(1).max(40)

export const staffView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  /** Where they are at work. */
  officeId: z.string(),
  /** Where they may be: their own office first, then those that they set up besides. */
  offices: z.array(z.string()),
  /** Those of every office and those of its own. */
  roles: z.array(z.string()),
  /** Must have a second factor and has none: until then every other right rests. */
  owesSecond: z.boolean(),
  /** The agency of the hall to which they belong; `null`: the whole office. */
  agency: z.string().nullable(),
  permissions: z.array(z.string()),
})

export const deviceKind = z.enum(['kiosk', 'display', 'tablet'])
export const deviceView = z.object({
  id: z.string(),
  kind: deviceKind,
  name: z.string(),
  officeId: z.string(),
  area: z.string().nullable().describe('The area of the hall that it shows and speaks; null: the whole of it'),
  pairedAt: instant,
  lastSeenAt: instant.nullable(),
})

export const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const skmAnswers = z.strictObject(
  Object.fromEntries(UNSUR.map(u => [u, rating.exactOptional()])) as Record<
    (typeof UNSUR)[number],
    z.ZodExactOptional<typeof rating>
  >,
)
/** What somebody tells of themselves; left out is "tidak diisi". */
export const skmProfile = z.strictObject({
  sex: z.enum(valuesOf('sex')).exactOptional(),
  age: z.enum(valuesOf('age')).exactOptional(),
  education: z.enum(valuesOf('education')).exactOptional(),
  work: z.enum(valuesOf('work')).exactOptional(),
})
export const reasons = z.array(z.enum(REASON_KEYS)).max(REASON_KEYS.length)
export const parkReason = z.enum(PARK_REASONS)
export const pickReason = z.enum(PICK_REASONS)
/** What an officer writes beside an act; kept sealed, in no event. */
export const note = z.string().trim().min(1).max(140)
/** How a visit ended that was not simply complete, as the desk says it. */
export const saidResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('papersMissing'),
    papers: z.array(z.string().min(1).max(400)).min(1).max(30),
    /** Whose list of papers it is. */
    service: id.optional(),
  }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(REFUSAL_REASONS), note: note.optional() }),
  z.strictObject({ kind: z.literal('advice') }),
])
/** The same, as its holder is told. */
export const toldResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('papersMissing'), papers: z.array(words) }),
  z.object({ kind: z.literal('refused'), reason: z.enum(REFUSAL_REASONS), note: z.string().nullable() }),
  z.object({ kind: z.literal('advice') }),
])
export type SaidResult = z.infer<typeof saidResult>
export const closeReason = z.enum(CLOSE_REASONS)
export const cancelReason = z.enum(CANCEL_REASONS)

/** What is ahead of somebody whose visit has several steps; absent where it has one. */
export const visitAhead = z
  .object({
    eventId: z.string().nullable(),
    /** Which step is at hand; `null` before its holder has come. */
    at: z.number().int().nullable(),
    of: z.number().int(),
    /** From the step at hand on, each with the ids of the counters that do all of it. */
    steps: z.array(
      z.object({
        parts: z.array(z.object({ serviceId: z.string(), case: z.string().exactOptional() })),
        counters: z.array(z.string()),
      }),
    ),
  })
  .optional()

/** An event of life for which a number is taken: its first service is `serviceId`. */
export const lifeEvent = {
  lifeEvent: id.optional(),
  /** Parts that are not needed. */
  without: z.array(id).max(MOST_PARTS).optional(),
}
