import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const weights = { 'fira-sans-400.woff2': 'FiraSans-Regular.woff2', 'fira-sans-600.woff2': 'FiraSans-SemiBold.woff2' }

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

/** Latin with the letters of all European languages, and the signs that German and English typesetting need. */
export const letters = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}ȘșȚțẞ–—‘’‚“”„†•…‰‹›€№™←↑→↓−≈≤≥✓`

/** Writes the two weights of Fira Sans that the interface uses, cut to `letters`, into `folder`. */
export async function subsetFonts(folder: string): Promise<void> {
  for (const [name, original] of Object.entries(weights)) {
    const font = await readFile(require.resolve(`@kern-ux/native/dist/fonts/fira-sans/${original}`))
    // Without the closure, the small capitals, old figures and alternates that no style asks for stay out: a third less.
    const options = { targetFormat: 'woff2', noLayoutClosure: true } as const
    await writeFile(join(folder, name), await subsetFont(font, letters, options))
  }
}
