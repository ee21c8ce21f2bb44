import type { LinkedData } from './schema-org.ts'

/**
 * JSON-LD to stand inside `<script type="application/ld+json">`: no text in it can end the script or begin a comment,
 * and no line separator is left that old JavaScript would trip over.
 */
export function linkedDataScript(data: LinkedData): string {
  return scriptJson({ '@context': 'https://schema.org', ...data })
}

/** JSON that is safe inside any `<script>`: `<`, `>`, `&`, U+2028 and U+2029 are escaped, and mean the same to JSON. */
export function scriptJson(value: unknown): string {
  const escapes = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => escapes[character as keyof typeof escapes],
  )
}
