import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from './findings.ts'

/** What a process of its own finds, with a place named for it. */
function found(place: string): string {
  const code = `import { findChromium } from '${root}scripts/chromium.ts'; console.log(findChromium())`
  const env = { ...process.env, FACHTAG_CHROMIUM: place }
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env, encoding: 'utf8' }).stdout.trim()
}

test('the browser that is named is taken before all others', () => {
  expect(found(process.execPath)).toBe(process.execPath)
})
