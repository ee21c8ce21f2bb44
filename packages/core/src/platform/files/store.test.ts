import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytes } from '../../../test/pictures.ts'
import { openFolder } from './store.ts'

const root = await mkdtemp(join(tmpdir(), 'fachtag-files-'))
afterAll(() => rm(root, { recursive: true, force: true }))
const folder = join(root, 'bilder')
const files = openFolder(folder)
const id = (end: string) => `img_${'0'.repeat(26 - end.length)}${end}`
const all = () => readdir(root, { recursive: true })

test('a file is read as it was saved, also after it was saved again', async () => {
  await files.save(id('1a'), bytes('erst'))
  await files.save(id('1a'), bytes('dann'))
  await files.save(id('2a'), bytes('anderes'))
  expect(await files.read(id('1a'))).toEqual(bytes('dann'))
  expect(await files.read(id('2a'))).toEqual(bytes('anderes'))
})

test('what was removed is not there, and removing it again does no harm', async () => {
  await files.save(id('3b'), bytes('weg'))
  await files.remove(id('3b'))
  await files.remove(id('3b'))
  expect(await files.read(id('3b'))).toBeNull()
  expect(await files.read(id('9z'))).toBeNull()
})

test('only the system account of the product reads the files, and nothing is left beside them', async () => {
  await files.save(id('4c'), bytes('geheim'))
  const { mode } = await stat(join(folder, '4c', id('4c')))
  expect(mode & 0o777).toBe(0o600)
  expect((await all()).filter((name) => /\.[0-9a-f]{12}$/.test(name))).toEqual([])
})

test('a file that cannot be put in its place leaves nothing behind', async () => {
  await mkdir(join(folder, '5d', id('5d')), { recursive: true })
  await writeFile(join(folder, '5d', id('5d'), 'im-weg'), '')
  await expect(files.save(id('5d'), bytes('halb'))).rejects.toThrow()
  expect(await readdir(join(folder, '5d'))).toEqual([id('5d')])
  await expect(files.read(id('5d'))).rejects.toThrow('EISDIR')
})

test.each(['../geheim', 'img_/../../../etc/passwd', `${id('1a')}/..`, `${id('1a')}\0`, id('1A'), '', 'img_1'])(
  'no other name than an id leads anywhere: %j',
  async (name) => {
    const before = await all()
    await expect(files.save(name, bytes('x'))).rejects.toThrow('the name of a file is an id')
    await expect(files.read(name)).rejects.toThrow('the name of a file is an id')
    expect(() => files.remove(name)).toThrow('the name of a file is an id')
    expect(await all()).toEqual(before)
  },
)
