import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeLock } from './instance-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'fachtag-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const source = new URL('./instance-lock.ts', import.meta.url).href
const holding = `const { takeLock } = await import(${JSON.stringify(source)}); console.log(takeLock(process.argv[1]) ? 'held' : 'refused'); setInterval(() => {}, 1000)`

async function holdElsewhere(file: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', holding, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [answer] = await once(child.stdout, 'data')
  return { child, answer: String(answer).trim() }
}

test('one holder at a time, also within one process', () => {
  const file = join(folder, 'one')
  const lock = takeLock(file)
  expect(lock).not.toBeNull()
  expect(takeLock(file)).toBeNull()
  lock?.release()
  lock?.release()
  const again = takeLock(file)
  expect(again).not.toBeNull()
  again?.release()
})

test('another process is refused, and gets it when the holder is killed', async () => {
  const file = join(folder, 'two')
  const first = await holdElsewhere(file)
  expect(first.answer).toBe('held')
  expect(takeLock(file)).toBeNull()
  const second = await holdElsewhere(file)
  expect(second.answer).toBe('refused')
  second.child.kill('SIGKILL')
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const lock = takeLock(file)
  expect(lock).not.toBeNull()
  lock?.release()
})

test('a file that a power failure left blocks nobody', () => {
  const file = join(folder, 'three')
  writeFileSync(file, '')
  const lock = takeLock(file)
  expect(lock).not.toBeNull()
  lock?.release()
})
