import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '@fachtag/core/app/open'
import { systemActor } from '@fachtag/core/kernel/actor'
import { DomainError } from '@fachtag/core/kernel/errors'
import { importArchive, isArchiveLoaded } from '@fachtag/core/modules/library/archive/commands'
import { readArchive } from '@fachtag/core/modules/library/archive/files/queries'

/** The real series that comes with Fachtag. */
export const demoSeries = 'mitteldeutscher-it-fachtag'
const content = fileURLToPath(new URL('../../../../content/', import.meta.url))

/** One hash over names and contents of all files in `folder`. */
export async function hashFolder(folder: string): Promise<string> {
  const names = await Array.fromAsync(glob('**/*.yaml', { cwd: folder }))
  const hash = createHash('sha256')
  for (const name of names.sort())
    hash
      .update(name)
      .update('\0')
      .update(await readFile(join(folder, name)))
  return hash.digest('hex')
}

const noteOf = (app: App) => join(app.settings.data, 'loaded-content')

/** Whether the database of the demo holds what `content/` says now. */
export async function isDemoLoaded(app: App): Promise<boolean> {
  const loaded = await readFile(noteOf(app), 'utf8').catch(() => '')
  return loaded === (await hashFolder(content)) && (await isArchiveLoaded(app.db, demoSeries))
}

/** Loads the real series. Throws `demo.broken_content` when a file of it is wrong. */
export async function loadDemo(app: App): Promise<void> {
  const { archive, problems } = await readArchive(join(content, demoSeries))
  const [problem] = problems
  if (!archive) throw new DomainError('demo.broken_content', { file: problem?.file, reason: problem?.message })
  await importArchive(app.ctx(systemActor), archive)
}

/** Remembers that the database holds what `content/` says now. */
export async function noteDemo(app: App): Promise<void> {
  await writeFile(noteOf(app), await hashFolder(content))
}
