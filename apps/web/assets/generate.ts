import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { letters, subsetFonts } from './fonts.ts'
import { extractKern } from './kern.ts'
import { bundleScripts } from './scripts.ts'

const require = createRequire(import.meta.url)

async function readSources(root: string): Promise<string> {
  const texts: string[] = []
  for await (const file of glob('src/**/*.{svelte,ts,css}', { cwd: root })) {
    texts.push(await readFile(join(root, file), 'utf8'))
  }
  return texts.join('\n')
}

/** Cuts the fonts, unless that has been done for the same letters already: it takes longer than everything else. */
async function keepFonts(folder: string): Promise<void> {
  const stamp = join(folder, 'letters.txt')
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === letters) return
  await subsetFonts(folder)
  await writeFile(stamp, letters)
}

/**
 * Writes what the pages load but nobody wrote by hand into `<root>/generated`: the part of KERN that is in use, the
 * fonts cut to Latin, the enhancement scripts. Vite gives each a name by its content from there.
 */
export async function generateAssets(root: string): Promise<void> {
  const folder = join(root, 'generated')
  await mkdir(folder, { recursive: true })
  const kern = await readFile(require.resolve('@kern-ux/native/dist/kern.css'), 'utf8')
  await writeFile(join(folder, 'kern.css'), extractKern(kern, await readSources(root)))
  await keepFonts(folder)
  await bundleScripts(join(root, 'src/enhance'), folder)
}
