import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'

async function bundle(file: string, tsconfig: string): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    // Named, because the one that a shared module would find extends what SvelteKit has not written yet.
    tsconfig,
    logLevel: 'error',
    // For what is larger than a few listeners. Components have no style of their own: no page may have any put into it.
    plugins: [svelte({ configFile: false })],
    build: { write: false, minify: true, rolldownOptions: { input: file, output: { format: 'iife' } } },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((one) => one.type === 'chunk')
  if (!chunk) throw new Error(`nothing was built from ${file}`)
  return chunk.code
}

/**
 * Bundles each `src/enhance/<name>.ts` into `<folder>/<name>.js`: a small script of its own that a page loads with
 * `<script src>`, because the pages themselves are not hydrated.
 */
export async function bundleScripts(source: string, folder: string): Promise<void> {
  const names = (await readdir(source)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  for (const name of names) {
    await writeFile(
      join(folder, `${name.slice(0, -3)}.js`),
      await bundle(join(source, name), join(source, 'tsconfig.json')),
    )
  }
}
