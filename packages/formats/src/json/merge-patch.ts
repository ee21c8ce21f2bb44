import { isDeepStrictEqual } from 'node:util'
import { type JsonObject, objectOf } from './value.ts'

/**
 * The JSON Merge Patch (RFC 7396) that turns `from` into `to`; `undefined` when they are equal. Properties that are
 * `undefined` count as absent. Neither may contain `null`, which means "remove" in a patch.
 */
export function createMergePatch(from: object, to: object): JsonObject | undefined {
  const [before, after] = [from as JsonObject, to as JsonObject]
  const patch: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue
    const old = before[key]
    if (isPlainObject(value) && isPlainObject(old)) {
      const inner = createMergePatch(old, value)
      if (inner) patch[key] = inner
    } else if (!isDeepStrictEqual(withoutAbsent(old), withoutAbsent(value))) patch[key] = value
  }
  for (const key of Object.keys(before)) if (before[key] !== undefined && after[key] === undefined) patch[key] = null
  return Object.keys(patch).length > 0 ? patch : undefined
}

/** Applies a JSON Merge Patch (RFC 7396); keys that would reach an object's prototype are left out. */
export function applyMergePatch(target: object, patch: unknown): JsonObject {
  const result: Record<string, unknown> = { ...target }
  for (const [key, value] of Object.entries(objectOf(patch))) {
    if (key === '__proto__') continue
    if (value === null) delete result[key]
    else if (isPlainObject(value)) result[key] = applyMergePatch(objectOf(result[key]), value)
    else result[key] = value
  }
  return result
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent)
  if (!isPlainObject(value)) return value
  const present = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(present.map(([key, part]) => [key, withoutAbsent(part)]))
}
