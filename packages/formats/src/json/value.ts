export type JsonObject = { readonly [key: string]: unknown }

export type JsonResult =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly message: string; readonly line: number }

const maximumDepth = 64

/**
 * Parses JSON; never throws. What is wrong is told with the 1-based line where reading stopped. Nesting deeper than 64 is
 * refused, so that whoever walks the result needs no limit of their own.
 */
export function parseJson(text: string): JsonResult {
  const tooDeep = lineTooDeep(text)
  if (tooDeep) return { kind: 'refused', message: `Nested deeper than ${maximumDepth}`, line: tooDeep }
  try {
    return { kind: 'read', value: JSON.parse(text) }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const position = /at position (\d+)/.exec(message)?.[1]
    const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position))
    const reason = message
      .replace(/,? (?:\.{3})?"[\s\S]*" is not valid JSON$/, '')
      .replace(/ in JSON at position.*$/s, '')
    return { kind: 'refused', message: `Not JSON: ${reason}`, line: before.split('\n').length }
  }
}

/** The line in which nesting passes the maximum, or `undefined`. */
function lineTooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth > maximumDepth) return text.slice(0, index).split('\n').length
  }
  return undefined
}

/** The object, or an empty one in place of anything else. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

/** The list, or an empty one in place of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text of a string, number or translation object (German, else English, else the first that is not empty). */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  const translations = objectOf(value)
  const candidates = [translations.de, translations.en, ...Object.values(translations).slice(0, 50)]
  return candidates.find((text): text is string => typeof text === 'string' && text.trim() !== '')
}

/** The boolean, also when written as "true" or "false". */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}

/** The whole number from 0 on. */
export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
