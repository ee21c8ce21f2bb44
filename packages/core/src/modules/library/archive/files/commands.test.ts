import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canonicalise } from '../canonical/rules.ts'
import { writeArchive } from './commands.ts'
import { readArchive } from './queries.ts'

const content = new URL('../../../../../../../content/mitteldeutscher-it-fachtag', import.meta.url).pathname
const folder = await mkdtemp(join(tmpdir(), 'archive-'))
afterAll(() => rm(folder, { recursive: true }))

test('what is written is read again as the same, and nothing is written that goes without saying', async () => {
  const { archive } = await readArchive(content)
  const files = await writeArchive(folder, canonicalise(archive!))
  expect(files).toContain('editions/2019.yaml')
  const again = await readArchive(folder)
  expect(again.problems).toEqual([])
  expect(canonicalise(again.archive!)).toEqual(canonicalise(archive!))
  expect(await readFile(join(folder, 'editions/2019.yaml'), 'utf8')).not.toMatch(/sessions|visibility|motto/)
})
