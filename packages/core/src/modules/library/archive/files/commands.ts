import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { z } from 'zod'
import { withoutDefaults } from '../defaults/rules.ts'
import { archivedEdition } from '../editions/schema.ts'
import { editionFile } from '../references/rules.ts'
import { type Archive, archiveFiles } from '../schema.ts'

/** Writes `archive` into `folder` as the files that `readArchive` reads; files of that name are overwritten. Answers their names. */
export async function writeArchive(folder: string, archive: Archive): Promise<string[]> {
  const names = Object.keys(archiveFiles) as (keyof typeof archiveFiles)[]
  const parts: [string, z.ZodType, unknown][] = [
    ...names.map((name): [string, z.ZodType, unknown] => [`${name}.yaml`, archiveFiles[name], archive[name]]),
    ...archive.editions.map((edition): [string, z.ZodType, unknown] => [
      editionFile(edition.slug),
      archivedEdition,
      edition,
    ]),
  ]
  await mkdir(join(folder, 'editions'), { recursive: true })
  await Promise.all(
    parts.map(([file, schema, value]) =>
      writeFile(join(folder, file), stringify(withoutDefaults(schema, value), { lineWidth: 120 })),
    ),
  )
  return parts.map(([file]) => file)
}
