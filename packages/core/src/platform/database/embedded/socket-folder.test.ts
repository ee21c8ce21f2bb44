import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fits, prepareSocketFolder } from './socket-folder.ts'

const home = mkdtempSync(join(tmpdir(), 'fachtag-socket-'))
afterAll(() => rmSync(home, { recursive: true }))

// The kernel's limit is 108 bytes with the final NUL; "/.s.PGSQL.5432" takes 14 of them.
test.runIf(process.platform === 'linux').each([
  ['a'.repeat(93), true],
  ['a'.repeat(94), false],
  ['ä'.repeat(46), true],
  ['ä'.repeat(47), false],
])('%s fits: %s', (folder, ok) => {
  expect(fits(folder)).toBe(ok)
})

test('is private, and gone when removed', () => {
  const { folder, remove } = prepareSocketFolder(home, null)
  expect(folder).toBe(join(home, 'socket'))
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  remove()
  expect(statSync(folder, { throwIfNoEntry: false })).toBeUndefined()
})

test('a short one that a killed run left is removed by the next', () => {
  const long = mkdtempSync(join(home, `${'x'.repeat(80)}-`))
  const killed = prepareSocketFolder(long, null)
  const next = prepareSocketFolder(long, null)
  expect(next.folder).not.toBe(killed.folder)
  expect(statSync(killed.folder, { throwIfNoEntry: false })).toBeUndefined()
  next.remove()
  expect(statSync(next.folder, { throwIfNoEntry: false })).toBeUndefined()
})
