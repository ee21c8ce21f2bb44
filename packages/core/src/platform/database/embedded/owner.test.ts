import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { canEnter, chooseOwner, giveTo, unnamedOwner, userNamed } from './owner.ts'

const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), 'fachtag-owner-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('users are known by name', () => {
  expect(userNamed('root')).toEqual({ uid: 0, gid: 0 })
  expect(userNamed('roo')).toBeUndefined()
  expect(userNamed('niemand-mit-diesem-namen')).toBeUndefined()
})

test.runIf(!isRoot)('an ordinary user runs the database as they are', () => {
  expect(chooseOwner(folder)).toBeNull()
  expect(canEnter(null, folder)).toBe(true)
  expect(userInfo().uid).not.toBe(0)
})

describe.runIf(isRoot)('as root', () => {
  test('a new database gets a user of its own, an old one keeps its', () => {
    expect(chooseOwner(join(folder, 'not-there-yet'))).toEqual(userNamed('fachtag') ?? unnamedOwner)
    const cluster = join(folder, 'cluster')
    mkdirSync(cluster)
    giveTo({ uid: 4_711, gid: 4_712 }, cluster)
    expect(chooseOwner(cluster)).toEqual({ uid: 4_711, gid: 4_712 })
  })

  test('everything in a folder is handed over, and nothing that a link points to', () => {
    const tree = join(folder, 'tree')
    mkdirSync(join(tree, 'base', '1'), { recursive: true })
    writeFileSync(join(tree, 'base', '1', 'file'), '')
    writeFileSync(join(folder, 'elsewhere'), '')
    symlinkSync(join(folder, 'elsewhere'), join(tree, 'link'))
    giveTo(unnamedOwner, tree)
    const uidOf = (path: string) => lstatSync(join(folder, path)).uid
    expect(['tree', 'tree/base', 'tree/base/1', 'tree/base/1/file', 'tree/link'].map(uidOf)).toEqual(
      Array(5).fill(unnamedOwner.uid),
    )
    expect(uidOf('elsewhere')).toBe(0)
  })

  test('a folder behind one that is closed cannot be entered', () => {
    const inner = join(folder, 'closed', 'open')
    mkdirSync(inner, { recursive: true })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'closed'), 0o700)
    expect(canEnter(unnamedOwner, inner)).toBe(false)
    chmodSync(join(folder, 'closed'), 0o711)
    expect(canEnter(unnamedOwner, inner)).toBe(true)
  })
})
