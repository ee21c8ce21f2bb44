import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.0 to 2.2, levels A and AA, EN 301 549 and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice']

/** What axe finds wrong on the present page: one line for each element, with the rule it breaks. Empty when all is well. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const results = (await page.evaluate((values) => {
    const { axe } = window as unknown as { axe: { run(node: Document, options: unknown): Promise<unknown> } }
    return axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
  }, tags)) as AxeResults
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')} (${help})`),
  )
}
