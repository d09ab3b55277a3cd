import { z } from 'zod'
import { officeFile } from './schema.ts'

/** Every key that the format knows, wherever it may stand. */
export const KNOWN_KEYS: readonly string[] = [...new Set(['defaults', ...keysOf(officeFile)])]

function keysOf(schema: z.ZodType): readonly string[] {
  const inner = innerOf(schema)
  if (inner) return keysOf(inner)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, of]) => [key, ...keysOf(of)])
  return []
}

/** What a schema is made around; nothing for one that stands by itself. */
export function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return schema.unwrap() as z.ZodType
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return schema.unwrap() as z.ZodType
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType
  if (!(schema instanceof z.ZodPipe)) return undefined
  // A transformation stands behind what is written, a preprocessing before it.
  return (schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType
}
