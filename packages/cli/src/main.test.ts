import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../core/test/database.ts'
import { postmasterOf } from '../../core/test/embedded-process.ts'
import { interruptAt, newFolder, runCli, startCli } from '../test/cli-process.ts'
import type { SiteNotice } from './running/site.ts'

// These are whole processes, some with a database that they create.
vi.setConfig({ testTimeout: 120_000 })

const { url: DATABASE_URL } = await testDatabase()
const FACHTAG_DATA = newFolder()
const launcher = fileURLToPath(new URL('../bin/fachtag.mjs', import.meta.url))

describe('the command line', () => {
  test('helps, and that is no failure', async () => {
    const { code, out, err } = await runCli(['--help'], {})
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('doctor')
  })

  test.each([
    [['unbekannt'], {}, 2],
    [['serve', '--unbekannt'], {}, 2],
    [['serve'], { PORT: 'viele' }, 2],
    [['migrate'], { DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 1],
  ])('%j with %o ends with %i and says why', async (args, env, expected) => {
    const { code, out, err } = await runCli(args, { FACHTAG_DATA, ...env })
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err).not.toBe('')
    expect(err).not.toContain('    at ')
  })

  test('gives programs JSON', async () => {
    const { code, out } = await runCli(['migrate', '--json'], { DATABASE_URL })
    expect({ code, value: JSON.parse(out) }).toEqual({ code: 0, value: { migrations: [] } })
  })

  test('runs under an old Node too, by handing over to its own', async () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`
    const { code, out } = await runCli(['migrate', '--json'], { DATABASE_URL }, ['--import', old, launcher])
    expect({ code, value: JSON.parse(out) }).toEqual({ code: 0, value: { migrations: [] } })
  })

  test('prints a one-time link, and a new one each time', async () => {
    const env = { DATABASE_URL, ORIGIN: 'https://fachtag.example.org' }
    const [one, other] = [await runCli(['link'], env), await runCli(['link'], env)]
    expect(one.out).toMatch(/^https:\/\/fachtag\.example\.org\/einrichten\?link=[\w-]{43}\n$/)
    expect(other.out).not.toBe(one.out)
  })

  test('has a doctor who finds what is wrong', async () => {
    const healthy = await runCli(['doctor', '--json'], { DATABASE_URL, FACHTAG_DATA, PORT: '0' })
    expect(JSON.parse(healthy.out)).toMatchObject({ ok: true })
    expect(healthy.code).toBe(0)
    const ill = await runCli(['doctor'], { DATABASE_URL: 'postgres://127.0.0.1:1/x', FACHTAG_DATA, PORT: '0' })
    expect(ill.code).toBe(1)
    expect(ill.out).toContain('✗ Die Datenbank ist nicht zu erreichen')
  })
})

describe('a service', () => {
  test('on a PostgreSQL of one’s own answers, and stops when it is asked to', async () => {
    const { said, stop } = await startCli<SiteNotice>(['serve'], { DATABASE_URL, FACHTAG_DATA, PORT: '0' })
    expect((await fetch(`${said.url}/readyz`)).status).toBe(200)
    expect(said.setup).toMatch(/\/einrichten\?link=/)
    expect(await stop('SIGTERM')).toBe(0)
    await expect(fetch(said.url)).rejects.toThrow()
  })

  test('with the built-in database refuses a second one, shares it with commands, and leaves nothing running', async () => {
    const data = newFolder()
    const env = { FACHTAG_DATA: data, PORT: '0' }
    const { said, stop } = await startCli<SiteNotice>(['serve'], env)
    expect((await fetch(`${said.url}/readyz`)).status).toBe(200)
    const second = await runCli(['serve'], env)
    expect(second.code).toBe(1)
    expect(second.err).toContain('läuft schon ein Fachtag')
    expect((await runCli(['link'], env)).code).toBe(0)
    expect(
      (await runCli(['serve'], { ...env, FACHTAG_DATA, DATABASE_URL, PORT: new URL(said.url).port })).err,
    ).toContain('PORT')
    expect(await stop('SIGINT')).toBe(0)
    expect(postmasterOf(data)).toBeUndefined()
  })

  test('that is stopped while it starts stops in order', async () => {
    const data = newFolder()
    expect(await interruptAt(['serve'], { FACHTAG_DATA: data, PORT: '0' }, ['… Datenbank starten'])).toBe(0)
    expect(postmasterOf(data)).toBeUndefined()
  })

  test('that is told twice to stop does not wait, and its database still stops in order', async () => {
    const data = newFolder()
    const words = ['… Datenbank starten', '✓ Datenbank starten']
    expect(await interruptAt(['serve'], { FACHTAG_DATA: data, PORT: '0' }, words)).toBe(130)
    await expect.poll(() => postmasterOf(data), { timeout: 20_000 }).toBeUndefined()
  })

  test('works on jobs without a site', async () => {
    const { said, stop } = await startCli<{ working: boolean }>(['worker'], { DATABASE_URL })
    expect(said).toEqual({ working: true })
    expect(await stop('SIGTERM')).toBe(0)
  })

  test('for demonstration loads the real series once, whatever DATABASE_URL names', async () => {
    const env = { FACHTAG_DATA: newFolder(), PORT: '0', DATABASE_URL: 'postgres://127.0.0.1:1/x' }
    const first = await startCli<SiteNotice>(['demo'], env)
    expect(await (await fetch(first.said.url)).text()).toContain('Mitteldeutscher IT-Fachtag')
    expect(await first.stop('SIGINT')).toBe(0)
    expect(first.progress).toContain('laden')
    const second = await startCli<SiteNotice>(['demo'], env)
    expect((await fetch(second.said.url)).status).toBe(200)
    expect(second.progress).not.toContain('laden')
    expect(await second.stop('SIGINT')).toBe(0)
  })
})
