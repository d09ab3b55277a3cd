import { z } from 'zod'
import { id, keywords, letters, line, words } from './parts.ts'

/** One of the agencies that share a hall; weekdays count from Sunday, 0. */
export const agency = z.strictObject({
  id,
  code: letters,
  name: words,
  detail: words,
  where: words,
  weekdays: z.array(z.number().int().min(0).max(6)).max(7).nullable(),
  active: z.boolean(),
})

/** A waiting area of the hall. */
export const area = z.strictObject({ id, name: words })

/** A counter window, and what it usually serves. */
export const counterInfo = z.strictObject({
  id,
  name: line.trim().min(1).max(40),
  services: z.array(id).max(300),
  agency: id.nullable(),
  area: id.nullable(),
})

/** What happens in a life and needs several services at once. */
export const lifeEvent = z.strictObject({
  id,
  name: words,
  detail: words,
  keywords,
  parts: z.array(z.strictObject({ serviceId: id, caseId: id.nullable(), optional: z.boolean() })).max(12),
})
