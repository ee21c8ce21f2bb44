import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writeScheduleJson } from '@fachtag/formats/schedule/json-writer'
import { inject } from 'vitest'
import { makeLargeEdition } from '../../../packages/core/test/large-edition.ts'

const main = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))

/** The path of the edition that `showLargeProgramme` adds. */
export const largeProgramme = '/gross/2031/programm'

/** Adds the made-up edition of the largest size to the running site, unless it is there, by the command an operator would use. */
export async function showLargeProgramme(): Promise<void> {
  const { url, data } = inject('site')
  if ((await fetch(url + largeProgramme)).ok) return
  const file = join(data, 'large-edition.json')
  await writeFile(file, writeScheduleJson(makeLargeEdition()))
  const target = ['--new', '--series', 'gross', '--edition', '2031']
  await promisify(execFile)(process.execPath, [main, 'import', file, ...target], {
    env: { ...process.env, FACHTAG_DATA: join(data, 'demo'), DATABASE_URL: '' },
  })
}
