import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { letters, subsetFonts } from './fonts.ts'
import { extractKern, withoutKnown } from './kern.ts'
import { bundleScripts } from './scripts.ts'

const require = createRequire(import.meta.url)

/** What only the workplace loads. */
const isOfWorkplace = (file: string) =>
  /^src\/(routes\/organisieren|lib\/components\/(form|workplace)|styles\/workplace)/.test(file)

/** All templates, scripts and styles: those that public pages are made from, and those of all pages. */
async function readSources(root: string): Promise<{ open: string; all: string }> {
  const files: { file: string; text: string }[] = []
  for await (const file of glob('src/**/*.{svelte,ts,css}', { cwd: root })) {
    files.push({ file, text: await readFile(join(root, file), 'utf8') })
  }
  const asText = (some: typeof files) => some.map(({ text }) => text).join('\n')
  return { open: asText(files.filter(({ file }) => !isOfWorkplace(file))), all: asText(files) }
}

/** Cuts the fonts, unless that has been done for the same letters already: it takes longer than everything else. */
async function keepFonts(folder: string): Promise<void> {
  const stamp = join(folder, 'letters.txt')
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === letters) return
  await subsetFonts(folder)
  await writeFile(stamp, letters)
}

/**
 * Writes what the pages load but nobody wrote by hand into `<root>/generated`: the part of KERN that is in use (for
 * public pages, and what the workplace needs beyond that), the fonts cut to Latin, the enhancement scripts. Vite gives each a name by its content from there.
 */
export async function generateAssets(root: string): Promise<void> {
  const folder = join(root, 'generated')
  await mkdir(folder, { recursive: true })
  const kern = await readFile(require.resolve('@kern-ux/native/dist/kern.css'), 'utf8')
  const { open, all } = await readSources(root)
  const openKern = extractKern(kern, open)
  await writeFile(join(folder, 'kern.css'), openKern)
  await writeFile(join(folder, 'kern-workplace.css'), withoutKnown(extractKern(kern, all), openKern))
  await keepFonts(folder)
  await bundleScripts(join(root, 'src/enhance'), folder)
}
