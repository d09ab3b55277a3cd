import { z } from 'zod'
import { id, localDate, shapeOf } from '../../../shared/contracts/schemas/parts.ts'
import { email, employeeNumber, username } from '../../../shared/contracts/schemas/person.ts'
import { release } from '../../../shared/contracts/schemas/service.ts'
import { dayHoursOf, WEEKDAYS } from '../../../shared/office/file/hours-text.ts'
import { isSeries } from '../../../shared/office/file/sound.ts'
import { HEAD_SETTINGS, OTHER_SETTINGS } from '../../../shared/office/file/parts.ts'
import { MOST_OF_PERSON } from '../../../shared/office/person.ts'
import { PERMISSIONS } from '../../../shared/office/permissions.ts'
import { MOST_ROLES } from '../../../shared/office/roles.ts'
import { MOST_SIGNS, OWN_KINDS, type OwnKind } from '../../../shared/messages/own-words.ts'
import { bookingSettings } from '../../../shared/office/settings/booking-settings.ts'
import { queueSettings } from '../../../shared/office/settings/queue-settings.ts'
import { documentSettings, serviceSettings } from '../../../shared/office/settings/service-settings.ts'
import type { SettingTable } from '../../../shared/office/settings/setting.ts'
import { defaultsOf } from '../../../shared/office/settings/values.ts'
import { INNER_COMPONENTS, type InnerComponent } from '../../../shared/office/standard.ts'
import { isSeen } from '../../../shared/kit/seen.ts'
import type { Words } from '../../../shared/kit/words.ts'
import type { Said } from '../../../shared/office/file/problem.ts'

/** A problem that only this format knows, by its sentence. */
export const said = (word: Said['word'], values: Said['values'] = {}) => ({ error: word, params: { values } })

const text = (most: number) => z.string().max(most).refine(isSeen, said('controlSigns'))
const line = (most: number) =>
  text(most)
    .trim()
    .min(1)
    .refine(t => !t.includes('\n'), said('oneLine'))

/** `{ id, en }`, or one text for both languages. */
const wordsUpTo = (most: number) =>
  z
    .preprocess(
      value => (typeof value === 'string' ? { id: value } : value),
      z.strictObject({ id: text(most), en: text(most).optional() }),
    )
    .transform(({ id, en }): Words => [id, en ?? id])
const words = wordsUpTo(400)
const longWords = wordsUpTo(2_000)

/** Words that must say something in Indonesian. */
const named = words.refine(([id]) => id.trim() !== '', said('empty'))
const NOTHING: Words = ['', '']

/** Settings that need not be written: whatever is absent has its default. */
function optional<T extends SettingTable>(table: T) {
  const standard = defaultsOf(table)
  const shape = shapeOf(table)
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [
      key,
      (schema as z.ZodType).default(standard[key as keyof typeof standard]),
    ]),
  ) as { [K in keyof typeof shape]: z.ZodDefault<(typeof shape)[K]> }
}

const day = z.string().transform((written, ctx) => {
  const hours = dayHoursOf(written)
  if (hours !== undefined) return hours
  ctx.addIssue({ code: 'custom', message: 'hours', params: { values: { written } } })
  return z.NEVER
})

/** Hours by weekday; a day that is not written is closed. */
const week = z
  .strictObject(Object.fromEntries(WEEKDAYS.map(d => [d, day.optional()])) as Record<string, z.ZodOptional<typeof day>>)
  .transform(days => WEEKDAYS.map(d => days[d] ?? null))

/** Letters of numbers; said at once with all that has a wrong form. */
const series = (word: 'letter' | 'code') =>
  z.string().superRefine((letter, ctx) => {
    if (letter !== '' && !isSeries(letter))
      ctx.addIssue({ code: 'custom', message: word, params: { values: { letter, code: letter, free: 'B' } } })
  })

const keywords = z.array(line(60)).max(150)
const paper = z.strictObject({ id, name: named, note: words.nullable().default(null) })
const serviceCase = z.strictObject({
  id,
  label: named,
  detail: words.nullable().default(null),
  papers: z.array(id).max(60),
  spare: words.nullable().default(null),
})

/** The eight inner components of a service standard. */
const standard = z.strictObject(
  Object.fromEntries(INNER_COMPONENTS.map(c => [c, longWords.default(NOTHING)])) as Record<
    InnerComponent,
    z.ZodDefault<typeof longWords>
  >,
)

const service = z
  .strictObject({
    id,
    /** A service of an agency has its code. */
    letter: series('letter').default(''),
    name: named,
    detail: words.default(NOTHING),
    icon: z.string().max(40).default('sheet'),
    agency: id.nullable().default(null),
    papers: z.array(paper).max(60).default([]),
    cases: z.array(serviceCase).max(12).default([]),
    procedure: z.array(words).max(40).default([]),
    product: words.default(NOTHING),
    fee: words.default(NOTHING),
    free: z.boolean().default(false),
    complaints: words.default(NOTHING),
    standard: standard.prefault({}),
    typicalMinutes: z.number().positive().max(240),
    standardMinutes: z.number().positive().max(480),
    waitPromiseMinutes: z.number().positive().max(480),
    keywords: keywords.default([]),
    open: z.boolean().default(true),
    advises: z.boolean().default(false),
    retired: z.boolean().default(false),
    next: id.nullable().default(null),
    booking: z
      .strictObject({ release: release.default({ kind: 'open' }), ...optional(serviceSettings) })
      .nullable()
      .prefault({}),
    document: z
      .strictObject({ name: named, ...optional(documentSettings) })
      .nullable()
      .default(null),
  })
  .transform(({ papers, ...own }) => ({ ...own, requirements: papers }))

/** The messages in the office's own words; one that is not written is said as everybody says it. */
const message = wordsUpTo(MOST_SIGNS)
  .refine(texts => texts.every(t => !t.includes('\n')), said('oneLine'))
  .default(NOTHING)
const messages = z.strictObject(
  Object.fromEntries(OWN_KINDS.map(kind => [kind, message])) as Record<OwnKind, typeof message>,
)

const part = z
  .strictObject({ service: id, case: id.nullable().default(null), optional: z.boolean().default(false) })
  .transform(({ service, case: caseId, optional }) => ({ serviceId: service, caseId, optional }))

const weekdays = z
  .array(z.enum(WEEKDAYS))
  .max(7)
  .transform(days => days.map(d => WEEKDAYS.indexOf(d)).sort())

/** An office as people write it. */
export const officeFile = z.strictObject({
  office: z.strictObject({
    id,
    name: line(120),
    city: line(80),
    zone: z.enum(['WIB', 'WITA', 'WIT']),
    runningText: words.default(NOTHING),
    ...optional(HEAD_SETTINGS),
  }),
  /** The picture itself. */
  logo: z
    .string()
    .max(50_000)
    .refine(data => data === '' || /^data:image\/png;base64,[\w+/=]+$/.test(data), said('logo'))
    .optional(),
  hours: week.optional(),
  holidays: z.array(localDate).max(400).optional(),
  specialHours: z
    .array(
      z
        .strictObject({ name: named, from: localDate, to: localDate, hours: week })
        .refine(s => s.from <= s.to, said('ends')),
    )
    .max(20)
    .optional(),
  settings: z
    .strictObject({
      ...optional(OTHER_SETTINGS),
      rules: z.strictObject(optional(queueSettings)).prefault({}),
      booking: z.strictObject(optional(bookingSettings)).prefault({}),
    })
    .optional(),
  agencies: z
    .array(
      z.strictObject({
        id,
        code: series('code'),
        name: named,
        detail: words.default(NOTHING),
        where: words.default(NOTHING),
        weekdays: weekdays.nullable().default(null),
        active: z.boolean().default(true),
      }),
    )
    .max(60)
    .optional(),
  areas: z
    .array(z.strictObject({ id, name: named }))
    .max(60)
    .optional(),
  services: z.array(service).max(300).optional(),
  counters: z
    .array(
      z.strictObject({
        id,
        name: line(40),
        services: z.array(id).default([]),
        agency: id.nullable().default(null),
        area: id.nullable().default(null),
      }),
    )
    .max(200)
    .optional(),
  lifeEvents: z
    .array(
      z.strictObject({
        id,
        name: named,
        detail: words.default(NOTHING),
        keywords: keywords.default([]),
        parts: z.array(part).min(1).max(12),
      }),
    )
    .max(60)
    .optional(),
  elsewhere: z
    .array(z.strictObject({ name: named, where: words, keywords }))
    .max(60)
    .optional(),
  messages: messages.optional(),
  /** Roles of its own. */
  roles: z
    .array(z.strictObject({ id: id.max(40), name: named, permissions: z.array(z.enum(PERMISSIONS)).min(1) }))
    .max(MOST_ROLES)
    .optional(),
  staff: z
    .array(
      z.strictObject({
        username,
        name: line(MOST_OF_PERSON),
        email: email.nullable().default(null),
        nip: employeeNumber.nullable().default(null),
        agency: id.nullable().default(null),
        roles: z.array(id).min(1),
      }),
    )
    .max(2000)
    .optional(),
})
