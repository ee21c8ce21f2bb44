import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { openFolder } from './store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fachtag-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const content = Uint8Array.from([1, 2, 3])

describe('a file', () => {
  test('is read as it was saved, by whoever opens the folder', async () => {
    const id = newId('image')
    await openFolder(folder).save(id, content)
    expect(await openFolder(folder).read(id)).toEqual(content)
  })

  test('is nobody else’s to read, and leaves nothing half beside it', async () => {
    const id = newId('image')
    await openFolder(folder).save(id, content)
    const own = join(folder, id.slice(-2))
    expect(await readdir(own)).toEqual([id])
    expect(((await stat(join(own, id))).mode & 0o077).toString(8)).toBe('0')
    expect(((await stat(own)).mode & 0o077).toString(8)).toBe('0')
    expect([...(await readFile(join(own, id)))]).toEqual([...content])
  })

  test('that cannot be written leaves nothing behind', async () => {
    const id = newId('image')
    await writeFile(join(folder, id.slice(-2)), 'in the way')
    await expect(openFolder(folder).save(id, content)).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(await readdir(folder)).toEqual([id.slice(-2)])
    await chmod(folder, 0o700)
  })

  test('is gone when it was removed, once or twice', async () => {
    const id = newId('image')
    const store = openFolder(folder)
    await store.save(id, content)
    await store.remove(id)
    await store.remove(id)
    expect(await store.read(id)).toBeNull()
  })
})

test.each([
  '../../etc/passwd',
  'img_x',
  '',
  `img_${'0'.repeat(26)}/..`,
  `img_${'0'.repeat(25)}\0`,
  'IMG_01m80fg23a1vw3mg8bc8nrhesk',
])('nothing lies under %j, and nothing is written there', async (name) => {
  const store = openFolder(folder)
  await expect(store.read(name)).rejects.toThrow('the name of a file is an id')
  await expect(store.save(name, content)).rejects.toThrow('the name of a file is an id')
  expect(() => store.remove(name)).toThrow('the name of a file is an id')
  expect(await readdir(folder)).toEqual([])
})
