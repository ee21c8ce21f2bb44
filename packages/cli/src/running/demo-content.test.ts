import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashFolder } from './demo-content.ts'

const folder = mkdtempSync(join(tmpdir(), 'fachtag-content-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the hash of a folder changes with contents and names, and with nothing else', async () => {
  mkdirSync(join(folder, 'editions'))
  writeFileSync(join(folder, 'series.yaml'), 'name: Fachtag')
  writeFileSync(join(folder, 'editions', '2024.yaml'), 'number: 1')
  const before = await hashFolder(folder)
  writeFileSync(join(folder, 'notes.txt'), 'not content')
  expect(await hashFolder(folder)).toBe(before)
  writeFileSync(join(folder, 'series.yaml'), 'name: Tag')
  const changed = await hashFolder(folder)
  expect(changed).not.toBe(before)
  writeFileSync(join(folder, 'editions', '2025.yaml'), '')
  expect(await hashFolder(folder)).not.toBe(changed)
})
