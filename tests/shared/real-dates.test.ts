import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { api } from '../../shared/contracts/api.ts'
import { settings } from '../../shared/contracts/schemas.ts'

/** Every text that a request may hold, with where it stands. */
function textsIn(schema: unknown, at: string): readonly (readonly [string, z.ZodType])[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as object).flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`))
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${at}[]`)
  if (schema instanceof z.ZodRecord) return textsIn(schema.valueType, `${at}{}`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => textsIn(option, at))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodExactOptional)
    return textsIn(schema.unwrap(), at)
  return schema instanceof z.ZodString ? [[at, schema]] : []
}

const texts = Object.entries(api).flatMap(([key, route]) =>
  (['params', 'query', 'body'] as const).flatMap(part =>
    textsIn((route as Record<string, unknown>)[part], `${key} ${part}`),
  ),
)
/** The fields for such a text alone: letters in the place of its digits do not stand there. */
const takes = (text: string) =>
  texts.filter(([, s]) => s.safeParse(text).success && !s.safeParse(text.replace(/\d/g, 'x')).success)
const stillTaking = (good: string, bad: readonly string[]) =>
  takes(good).flatMap(([at, schema]) => bad.filter(text => schema.safeParse(text).success).map(text => `${at} ${text}`))

describe('every route', () => {
  it('refuses a date that is in no calendar [H8]', () => {
    expect(takes('2026-06-09').length).toBeGreaterThan(8)
    const bad = ['2026-06-31', '2026-13-45', '2026-02-29', '2026-99-99', '2026-00-10', '0000-00-00']
    expect(stillTaking('2026-06-09', bad)).toEqual([])
  })

  it('refuses a slot at a time that is on no clock [H8]', () => {
    expect(takes('2026-06-09T10:30').length).toBeGreaterThan(4)
    expect(stillTaking('2026-06-09T10:30', ['2026-06-31T10:30', '2026-06-09T24:00', '2026-06-09T10:60'])).toEqual([])
  })
})

describe('the hours of a day', () => {
  const hours = settings.shape.hours.element
  const day = (open: string, close: string, ...breaks: readonly (readonly [string, string])[]) =>
    hours.safeParse({ open, close, breaks: breaks.map(([from, to]) => ({ from, to })) }).success

  it('begin before they end, and so does each break, one after another within the doors [H8]', () => {
    expect(day('08:00', '15:00', ['10:00', '10:15'], ['12:00', '13:00'])).toBe(true)
    expect(day('15:00', '08:00')).toBe(false)
    expect(day('08:00', '08:00')).toBe(false)
    expect(day('08:00', '15:00', ['13:00', '12:00'])).toBe(false)
    expect(day('08:00', '15:00', ['12:00', '12:00'])).toBe(false)
    expect(day('08:00', '15:00', ['07:00', '09:00'])).toBe(false)
    expect(day('08:00', '15:00', ['14:30', '15:30'])).toBe(false)
    expect(day('08:00', '15:00', ['12:00', '13:00'], ['12:30', '13:30'])).toBe(false)
  })

  it('hold nothing that is unknown [H9]', () => {
    expect(hours.safeParse({ open: '08:00', close: '15:00', breaks: [], shut: true }).success).toBe(false)
  })
})

describe('special hours', () => {
  const special = (from: string, to: string) =>
    settings.shape.specialHours.safeParse([
      { name: ['Ramadan', 'Ramadan'], from, to, hours: Array.from({ length: 7 }, () => null) },
    ]).success

  it('end on their first day at the earliest [H8]', () => {
    expect(special('2027-02-08', '2027-02-08')).toBe(true)
    expect(special('2027-03-09', '2027-02-08')).toBe(false)
  })
})
