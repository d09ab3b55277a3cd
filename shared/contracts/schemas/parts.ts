import { z } from 'zod'
import { isOneLine, isSeen } from '../../kit/seen.ts'
import { isDate } from '../../kit/time.ts'
import type { Setting, SettingTable, ValueOf } from '../../office/settings/setting.ts'
import { valuesOfChoice } from '../../office/settings/values.ts'

/** Milliseconds since 1970 UTC. */
export const instant = z.number().int().describe('Milliseconds since 1970 UTC')
/** What every object has by itself: an id of such a name would be found where nothing was put. */
const OF_EVERY_OBJECT = new Set(Object.getOwnPropertyNames(Object.prototype))
export const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w.:-]+$/)
  .refine(name => !OF_EVERY_OBJECT.has(name), 'no name that every object has')
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDate, 'a date of the calendar')
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A sign that nobody sees is not found by looking at the field again: it has a sentence of its own. */
const unseen = (error: string) => ({ error, params: { code: 'TEXT_UNSEEN' } })
export const ONE_LINE = unseen('one line, no signs that nobody can see')
/** How many savings or versions somebody saw; no database holds more. */
export const counted = z.number().int().min(0).max(1_000_000)
/** Text in which every sign can be seen, of one line or of several. */
export const seen = z.string().refine(isSeen, unseen('no signs that nobody can see'))
export const line = z.string().refine(isOneLine, ONE_LINE)
const wordsUpTo = (most: number) => z.tuple([seen.max(most), seen.max(most)]).describe('Indonesian, English')
export const words = wordsUpTo(400)
/** A paragraph, or a short list. */
export const longWords = wordsUpTo(2_000)
export const range = z.object({ from: instant, to: instant })
export const slot = z.object({ start: instant, end: instant })
/** An object whose inner shape is given by a TypeScript type of `shared`, written down once there. */
export const shaped = <T>(description: string) =>
  z.custom<T>(v => typeof v === 'object' && v !== null).describe(description)

/** The series of a number: one letter, or two; R in second place is the series of bookings, `AR` of `A`. */
export const letters = z.string().regex(/^([A-HJ-NP-Z]|[A-Z][A-QS-Z])$/)

/** Everyday words by which something is found. */
export const keywords = z.array(line.trim().min(1).max(60)).max(150)

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
