import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

/** `value`, which fits `schema`, without every field that `schema` would fill in with just that value. */
export function withoutDefaults(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    return withoutDefaults(schema.def.innerType, value)
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((one) => withoutDefaults(schema.def.element, one))
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value
  const shape: Record<string, z.core.$ZodType> = schema.shape
  const told = Object.entries(value).filter(([key, field]) => {
    const part = shape[key]
    return !(part instanceof z.ZodDefault && isDeepStrictEqual(part.def.defaultValue, field))
  })
  return Object.fromEntries(told.map(([key, field]) => [key, withoutDefaults(shape[key]!, field)]))
}
