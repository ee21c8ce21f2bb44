import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApp } from '@fachtag/core/app/open'
import { publicActor, systemActor } from '@fachtag/core/kernel/actor'
import { createSetupLink, useSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { newFolder, runCli, startCli } from '../../test/cli-process.ts'
import { isDemoLoaded, loadDemo, noteDemo } from './demo-content.ts'
import { firstLink } from './first-link.ts'
import { aborted } from './stop-request.ts'

vi.setConfig({ testTimeout: 120_000 })

const { url: DATABASE_URL } = await testDatabase()
const FACHTAG_DATA = newFolder()
const app = await openApp(readSettings({ DATABASE_URL, FACHTAG_DATA, LOG_LEVEL: 'silent' }))
afterAll(() => app.close())

const here = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)))

/** Runs a program of a few lines with what these modules export. */
const runProgram = (body: string) =>
  runCli([], {}, [
    '--input-type=module',
    '-e',
    `import { runUntil } from ${here('./run.ts')}\nimport { stopRequest } from ${here('./stop-request.ts')}\n${body}`,
  ])

describe('a request to stop', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('by %s lets the process end in order', async (signal) => {
    const { code, out } = await runProgram(`
      const stop = stopRequest()
      stop.addEventListener('abort', () => console.log('asked'))
      process.kill(process.pid, '${signal}')
      setTimeout(() => console.log('done'), 100)`)
    expect({ code, out }).toEqual({ code: 0, out: 'asked\ndone\n' })
  })

  test('a second time ends it at once', async () => {
    const { code, out } = await runProgram(`
      const stop = stopRequest()
      stop.addEventListener('abort', () => process.kill(process.pid, 'SIGINT'))
      process.kill(process.pid, 'SIGINT')
      setTimeout(() => console.log('never'), 5_000)`)
    expect({ code, out }).toEqual({ code: 130, out: '' })
  })

  test('is heard by who asks late', async () => {
    const controller = new AbortController()
    const waiting = aborted(controller.signal)
    controller.abort()
    await expect(Promise.all([waiting, aborted(controller.signal)])).resolves.toBeDefined()
  })
})

describe('a service', () => {
  const log = `{ error: (text, { error }) => console.log('log: ' + text + ': ' + error.message) }`

  test('closes its parts in their order when it is asked to stop', async () => {
    const { code, out } = await runProgram(`
      const part = (name) => async () => { await new Promise((go) => setTimeout(go, 20)); console.log(name) }
      const asked = new AbortController()
      setTimeout(() => asked.abort(), 20)
      await runUntil(asked.signal, { log: ${log} }, part('door'), part('jobs'))`)
    expect({ code, out }).toEqual({ code: 0, out: 'door\njobs\n' })
  })

  test('with a fault that nobody caught is logged, closed and ends with 1, so that it is started anew', async () => {
    const { code, out } = await runProgram(`
      setTimeout(() => { throw new Error('oops') }, 20)
      await runUntil(new AbortController().signal, { log: ${log} }, async () => console.log('door'))`)
    expect(code).toBe(1)
    expect(out).toMatch(/^log: .*: oops\ndoor\n$/)
  })
})

describe('the first link', () => {
  test('is named while nobody can sign in, a new one each time, and never again after', async () => {
    const origin = 'https://fachtag.example.org'
    const [one, other] = [await firstLink(app, origin), await firstLink(app, origin)]
    expect(one).toMatch(/^https:\/\/fachtag\.example\.org\/einrichten\?link=[\w-]{43}$/)
    expect(other).not.toBe(one)
    const tokenOf = (address: string | null) => new URL(address!).searchParams.get('link')!
    const visitor = app.ctx(publicActor)
    const device = { browser: 'other', system: 'other' } as const
    expect(await useSetupLink(visitor, { token: tokenOf(one), device })).toEqual({ kind: 'unknown' })
    expect(await useSetupLink(visitor, { token: tokenOf(other), device })).toMatchObject({ kind: 'signed-in' })
    expect(await firstLink(app, origin)).toBeNull()
    expect((await createSetupLink(app.ctx(systemActor))).token).toHaveLength(43)
  })
})

describe('the demo', () => {
  const note = join(FACHTAG_DATA, 'loaded-content')

  test('is loaded once, and again when its content or its database is another', async () => {
    expect(await isDemoLoaded(app)).toBe(false)
    await loadDemo(app)
    expect(await isDemoLoaded(app)).toBe(false)
    await noteDemo(app)
    expect(await isDemoLoaded(app)).toBe(true)
    const hash = await readFile(note, 'utf8')
    await writeFile(note, 'another state')
    expect(await isDemoLoaded(app)).toBe(false)
    await writeFile(note, hash)
    await app.db.updateTable('series').set({ slug: 'umbenannt' }).execute()
    expect(await isDemoLoaded(app)).toBe(false)
  })
})

test('a worker refuses what it cannot work on', async () => {
  const { code, out, err } = await runCli(['worker'], { DATABASE_URL: 'postgres://127.0.0.1:1/x', FACHTAG_DATA })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('Die Datenbank ist nicht zu erreichen')
})

test('two workers on one database are no worse than one', async () => {
  const workers = await Promise.all([1, 2].map(() => startCli<object>(['worker'], { DATABASE_URL })))
  expect(workers.map((worker) => worker.said)).toEqual([{ working: true }, { working: true }])
  expect(await Promise.all(workers.map((worker) => worker.stop('SIGTERM')))).toEqual([0, 0])
})
