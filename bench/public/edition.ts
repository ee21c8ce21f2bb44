import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeLargeEdition } from '../../packages/core/test/large-edition.ts'
import { writeScheduleJson } from '../../packages/formats/src/schedule/json-writer.ts'

const shared = process.env.FACHTAG_SHARED ?? new URL('../../../shared', import.meta.url).pathname

export type LargeFile = { readonly name: string; readonly path: string }

/** The file of a very large edition: FOSDEM 2026 where it lies beside the project, else a made-up one of that size. */
export function largeFile(folder: string): LargeFile {
  const real = join(shared, 'data/schedules/fosdem2026-history/20260202T1201-93b66cf.xml')
  if (existsSync(real)) return { name: 'FOSDEM 2026', path: real }
  const path = join(folder, 'large.json')
  writeFileSync(path, writeScheduleJson(makeLargeEdition()))
  return { name: 'a made-up edition', path }
}
