import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isBuildStale } from './web-build.ts'

const folder = mkdtempSync(join(tmpdir(), 'fachtag-build-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(path: string, second: number): void {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, second, second)
}

test('pages are built anew when they are missing or a source is newer', () => {
  write('src/routes/+page.svelte', 100)
  write('package.json', 90)
  expect(isBuildStale(folder)).toBe(true)
  write('build/handler.js', 110)
  expect(isBuildStale(folder)).toBe(false)
  write('src/lib/deep/inside.ts', 120)
  expect(isBuildStale(folder)).toBe(true)
  write('build/handler.js', 130)
  write('.svelte-kit/generated.ts', 140)
  expect(isBuildStale(folder)).toBe(false)
})
