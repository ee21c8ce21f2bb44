import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { appendErasureList, erasureListName, readErasureList } from './erasure-list.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-list-'))
  folders.push(folder)
  return folder
}
const [one, two] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]

test('a list that is not there yet is empty, and nothing to add makes none', async () => {
  const folder = await newFolder()
  expect(await readErasureList(folder)).toEqual([])
  await appendErasureList(folder, [])
  await expect(stat(join(folder, erasureListName))).rejects.toThrow('ENOENT')
})

test('what is added is read again, in order, and only its owner may', async () => {
  const folder = join(await newFolder(), 'noch', 'nicht')
  await appendErasureList(folder, [one])
  await appendErasureList(folder, [two])
  expect(await readErasureList(folder)).toEqual([one, two])
  expect((await stat(join(folder, erasureListName))).mode & 0o777).toBe(0o600)
})

test.each(['', 'Kommentar', one.slice(1), `${one}a`, one.toUpperCase(), ` ${one}`])(
  'the line %j is no mark',
  async (line) => {
    const folder = await newFolder()
    await writeFile(join(folder, erasureListName), `${line}\n${two}\n`)
    expect(await readErasureList(folder)).toEqual([two])
  },
)

test('a list that cannot be read is not taken for an empty one', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'datei'), '')
  await expect(readErasureList(join(folder, 'datei'))).rejects.toThrow('ENOTDIR')
})
