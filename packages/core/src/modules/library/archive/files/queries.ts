import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText } from '@fachtag/formats/text/decode'
import type { z } from 'zod'
import { archivedEdition } from '../editions/schema.ts'
import { checkReferences, editionFile } from '../references/rules.ts'
import { type Archive, archiveFiles } from '../schema.ts'
import type { ArchiveProblem } from '../types.ts'
import { type Document, fieldOf, parseFile } from './rules.ts'

export type ArchiveReading = { readonly archive: Archive | null; readonly problems: readonly ArchiveProblem[] }

async function readIfThere(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** The file `file` with these bytes as `schema` wants it; what is no text has a problem instead of a value. */
function readDocument<S extends z.ZodType>(file: string, bytes: Uint8Array, schema: S): Document<z.output<S>> {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'text') return parseFile(file, decoded.text, schema)
  return { value: null, problems: [{ file, line: decoded.line, field: '', message: decoded.message }], lineOf: () => 1 }
}

async function readEditions(folder: string) {
  const names = await readdir(join(folder, 'editions')).catch(() => [] as string[])
  const files = names.filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (name) => {
      const file = `editions/${name}`
      const document = readDocument(file, await readFile(join(folder, file)), archivedEdition)
      const slug = document.value?.slug
      if (!slug || editionFile(slug) === file) return { file, document }
      const problem = {
        file,
        line: document.lineOf(['slug']),
        field: 'slug',
        message: `the file of "${slug}" is ${editionFile(slug)}`,
      }
      return { file, document: { ...document, value: null, problems: [problem] } }
    }),
  )
}

/**
 * Reads the archive in `folder`: `series.yaml`, beside it `sources`, `organisations`, `people`, `topics`, `news` and
 * `pages`, each may be missing, and one file for every edition in `editions/`. Where anything is wrong there is no archive,
 * and every problem names file, line and field.
 */
export async function readArchive(folder: string): Promise<ArchiveReading> {
  const names = Object.keys(archiveFiles) as (keyof typeof archiveFiles)[]
  const plain = await Promise.all(
    names.map(async (name) => {
      const file = `${name}.yaml`
      const bytes = await readIfThere(join(folder, file))
      if (bytes === null && name === 'series') return { name, file, document: missingSeries(file) }
      return { name, file, document: readDocument(file, bytes ?? new Uint8Array(), archiveFiles[name] as z.ZodType) }
    }),
  )
  const editions = await readEditions(folder)
  const documents = new Map([...plain, ...editions].map(({ file, document }) => [file, document]))
  const problems = [...documents.values()].flatMap((document) => document.problems)
  if (problems.length > 0) return { archive: null, problems }
  const archive = {
    ...Object.fromEntries(plain.map(({ name, document }) => [name, document.value])),
    editions: editions.map(({ document }) => document.value),
  } as Archive
  const findings = checkReferences(archive).map(({ file, path, message }) => ({
    file,
    line: documents.get(file)?.lineOf(path),
    field: fieldOf(path),
    message,
  }))
  return findings.length > 0 ? { archive: null, problems: findings } : { archive, problems: [] }
}

function missingSeries(file: string): Document<unknown> {
  const message = 'an archive needs a series.yaml; there is none in this folder'
  return { value: null, problems: [{ file, field: '', message }], lineOf: () => 1 }
}
