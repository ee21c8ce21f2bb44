/**
 * A `<script>` element that holds `data` as JSON-LD. Whatever text the data holds, it cannot end the element: JSON
 * writes `<` as `\u003c`, too.
 */
export function structuredDataScript(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}
