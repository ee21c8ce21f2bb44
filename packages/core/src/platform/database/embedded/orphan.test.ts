import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runs } from '../../../../test/embedded-process.ts'
import { silentLog } from '../../log/log.ts'
import { stopOrphans } from './orphan.ts'
import { processesIn, recordedPid, signalAll, waitUntil } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'fachtag-orphan-'))
const pidFile = join(folder, 'postmaster.pid')
afterAll(() => rmSync(folder, { recursive: true }))

describe('what an earlier run left', () => {
  test.each([
    ['4711\n/srv/fachtag\n', 4_711],
    ['', undefined],
    ['-42\n', undefined],
  ])('%j records %s', (text, pid) => {
    writeFileSync(pidFile, text)
    expect(recordedPid(folder)).toBe(pid)
  })

  test('is nothing where there is no file', () => {
    rmSync(pidFile)
    expect(recordedPid(folder)).toBeUndefined()
  })

  test('does not include the operator’s own programs in that folder', async () => {
    const shell = spawn('sleep', ['60'], { cwd: folder, stdio: 'ignore' })
    const pid = shell.pid ?? 0
    writeFileSync(pidFile, `${pid}\n`)
    expect(processesIn(folder, pid)).toEqual([])
    await stopOrphans(folder, silentLog)
    expect(runs(pid)).toBe(true)
    expect(existsSync(pidFile)).toBe(false)
    shell.kill('SIGKILL')
  })
})

test('a signal to a process that is gone is no failure', async () => {
  const gone = spawn('true', { stdio: 'ignore' })
  await new Promise((resolve) => gone.on('exit', resolve))
  expect(() => signalAll([gone.pid ?? 0], 'SIGINT')).not.toThrow()
})

test('waiting ends when it holds, or when it took too long', async () => {
  let asked = 0
  expect(await waitUntil(() => ++asked === 3, 5_000)).toBe(true)
  expect(asked).toBe(3)
  expect(await waitUntil(() => false, 50)).toBe(false)
})
