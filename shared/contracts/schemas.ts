import { z } from 'zod'
import { CANCEL_REASONS, CLOSE_REASONS, PARK_REASONS, PICK_REASONS } from '../queue/day.ts'
import { isDate } from '../kit/time.ts'
import { REFUSAL_REASONS } from '../queue/result.ts'
import { TICKET_STATES } from '../queue/states.ts'
import { isSound } from '../office/papers.ts'
import { ROLES } from '../office/permissions.ts'
import { bookingSettings } from '../office/settings/booking-settings.ts'
import { hallSettings } from '../office/settings/hall-settings.ts'
import { queueSettings } from '../office/settings/queue-settings.ts'
import { documentSettings, serviceSettings } from '../office/settings/service-settings.ts'
import type { Setting, SettingTable, ValueOf } from '../office/settings/setting.ts'
import { surveySettings } from '../office/settings/survey-settings.ts'
import { valuesOfChoice } from '../office/settings/values.ts'
import { UNSUR } from '../survey/instruments.ts'
import { REASON_KEYS } from '../survey/rating.ts'

/** Milliseconds since 1970 UTC. */
export const instant = z.number().int().describe('Milliseconds since 1970 UTC')
export const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w.:-]+$/)
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDate, 'a date of the calendar')
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const isSeen = (text: string) => !/[^\P{Cc}\n]|[\u2028\u2029\uFFFE\uFFFF]/u.test(text)
/** Text in which every sign can be seen, of one line or of several. */
const seen = z.string().refine(isSeen, 'no control characters')
const line = z.string().refine(text => isSeen(text) && !text.includes('\n'), 'one line, no control characters')
export const words = z.tuple([seen.max(400), seen.max(400)]).describe('Indonesian, English')
export const range = z.object({ from: instant, to: instant })
export const slot = z.object({ start: instant, end: instant })
/** An object whose inner shape is given by a TypeScript type of `shared`, written down once there. */
export const shaped = <T>(description: string) =>
  z.custom<T>(v => typeof v === 'object' && v !== null).describe(description)

export const ticketState = z.enum(TICKET_STATES)
export const because = z.object({
  kind: z.enum(['walkIn', 'priority', 'booked', 'returned', 'late', 'transferred', 'resumed', 'picked']),
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

/** The fields of an object that carries the settings of a table, within their bounds. */
export function shapeOf<T extends SettingTable>(table: T): Shape<T> {
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, schemaOf(setting)])) as Shape<T>
}

type Shape<T extends SettingTable> = { -readonly [K in keyof T]: z.ZodType<ValueOf<T[K]>, ValueOf<T[K]>> }

function schemaOf(setting: Setting): z.ZodType {
  switch (setting.kind) {
    case 'seconds':
    case 'minutes':
    case 'days':
    case 'count': {
      const whole = z.number().int().min(setting.min).max(setting.max)
      return setting.default === null ? whole.nullable() : whole
    }
    case 'share':
      return z.number().min(setting.min).max(setting.max)
    case 'clockTime':
      return clockTime
    case 'choice':
      return z.enum(valuesOfChoice(setting))
    case 'text': {
      const text = line.trim().max(setting.most)
      const { pattern } = setting
      return pattern ? text.refine(value => value === '' || pattern.test(value)) : text
    }
    case 'flag':
      return z.boolean()
  }
}

const dayHours = z
  .strictObject({
    open: clockTime,
    close: clockTime,
    breaks: z.array(z.strictObject({ from: clockTime, to: clockTime })).max(4),
  })
  .refine(({ open, close, breaks }) => {
    const inOrder = [...breaks].sort((a, b) => (a.from < b.from ? -1 : 1))
    const ends = [open, ...inOrder.map(b => b.to)]
    return open < close && inOrder.every((b, i) => ends[i]! <= b.from && b.from < b.to && b.to <= close)
  }, 'hours and breaks begin before they end, breaks within the hours and apart')

const wave = z.strictObject({ daysAhead: z.number().int().min(0).max(60), share: z.number().positive().max(1) })

/** When places are given out; the shares of waves total 1. */
export const release = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('waves'),
    waves: z
      .array(wave)
      .min(1)
      .max(10)
      .refine(all => Math.abs(all.reduce((sum, w) => sum + w.share, 0) - 1) < 1e-9, 'the shares must total 1'),
  }),
  z
    .strictObject({
      kind: z.literal('draw'),
      opensDaysAhead: z.number().int().min(1).max(60),
      closesDaysAhead: z.number().int().min(0).max(59),
    })
    .refine(d => d.opensDaysAhead > d.closesDaysAhead, 'a draw opens before it closes'),
])

const specialHours = z
  .strictObject({
    name: words,
    from: localDate,
    to: localDate,
    hours: z.array(dayHours.nullable()).length(7),
  })
  .refine(({ from, to }) => from <= to, 'special hours end on their first day at the earliest')

/** Everyday words by which something is found. */
const keywords = z.array(line.trim().min(1).max(60)).max(150)

const elsewhere = z.strictObject({ name: words, where: words, keywords })

const requirements = z.array(z.strictObject({ id, name: words, note: words.nullable() })).max(60)

/** Cases of a service; their papers are ids of its requirements. */
const cases = z
  .array(
    z.strictObject({
      id,
      label: words,
      detail: words.nullable(),
      papers: z.array(id).max(60),
      spare: words.nullable(),
    }),
  )
  .max(12)

/** Papers and cases together, as an office writes them. */
export const asking = z.strictObject({ requirements, cases }).refine(isSound, 'papers and cases that can be told apart')

export const serviceInfo = z.object({
  id,
  // No R in second place: `AR` is the series of the bookings of `A`.
  letter: z.string().regex(/^[A-HJ-NP-Z][A-HJ-NPQS-Z]?$/),
  name: words,
  detail: words,
  icon: z.string(),
  requirements,
  cases,
  procedure: z.array(words),
  product: words,
  fee: words,
  free: z.boolean(),
  complaints: words,
  typicalMinutes: z.number().positive().max(240),
  standardMinutes: z.number().positive().max(480),
  waitPromiseMinutes: z.number().positive().max(480),
  keywords,
  open: z.boolean(),
  advises: z.boolean(),
  booking: z.strictObject({ release, ...shapeOf(serviceSettings) }).nullable(),
  document: z.strictObject({ name: words, ...shapeOf(documentSettings) }).nullable(),
})

export const settings = z.object({
  name: line.min(1).max(120),
  city: line.min(1).max(80),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  hours: z.array(dayHours.nullable()).length(7),
  holidays: z.array(localDate).max(400),
  specialHours: z.array(specialHours).max(20),
  elsewhere: z.array(elsewhere).max(60),
  rules: z.strictObject(shapeOf(queueSettings)),
  booking: z.strictObject(shapeOf(bookingSettings)),
  runningText: words,
  ...shapeOf(hallSettings),
  ...shapeOf(surveySettings),
})

export const officeInfo = settings.extend({
  id,
  services: z.array(serviceInfo),
  counters: z.array(z.object({ id, name: z.string(), services: z.array(z.string()) })),
})

export const staffView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  officeId: z.string(),
  roles: z.array(z.enum(ROLES)),
  permissions: z.array(z.string()),
})

export const deviceKind = z.enum(['kiosk', 'display', 'tablet'])
export const deviceView = z.object({
  id: z.string(),
  kind: deviceKind,
  name: z.string(),
  officeId: z.string(),
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
