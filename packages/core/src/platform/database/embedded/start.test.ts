import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import {
  dataFolder,
  lostOf,
  morePromises,
  postmasterOf,
  startWriter,
  userOf,
} from '../../../../test/embedded-process.ts'
import { silentLog } from '../../log/log.ts'
import { readRunning, startEmbedded } from './start.ts'

// Each test creates a database, which waits for the disk.
vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query({ text: question, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

describe('the embedded database', () => {
  test('is safe against power failure, listens on no network, and sorts the same everywhere', async () => {
    const folder = dataFolder()
    const server = await startEmbedded(folder, silentLog)
    const setting = (name: string) => ask(server.url, `show ${name}`)
    expect(await setting('fsync')).toBe('on')
    expect(await setting('full_page_writes')).toBe('on')
    expect(await setting('data_checksums')).toBe('on')
    expect(await setting('listen_addresses')).toBe('')
    expect(
      await ask(
        server.url,
        'select datlocprovider::text || datlocale from pg_database where datname = current_database()',
      ),
    ).toBe('bC.UTF-8')
    expect(await ask(server.url, `select lower('ÄÖÜ')`)).toBe('äöü')
    expect(userOf(server.pid())).not.toBe(0)
    await server.stop()
    expect(postmasterOf(folder)).toBeUndefined()
  })

  test('lets nobody but its own user to the socket', async () => {
    const folder = dataFolder()
    const server = await startEmbedded(folder, silentLog)
    const socket = statSync(new URL(server.url).searchParams.get('host') ?? '')
    expect(socket.mode & 0o777).toBe(0o700)
    expect(socket.uid).toBe(userOf(server.pid()))
    await server.stop()
  })

  test('has one instance: a second is refused and told which runs', async () => {
    const folder = dataFolder()
    const server = await startEmbedded(folder, silentLog)
    await expect(startEmbedded(folder, silentLog)).rejects.toMatchObject({
      code: 'database.in_use',
      params: { folder, pid: process.pid },
    })
    expect(readRunning(folder)).toEqual({ pid: process.pid, url: server.url })
    await server.stop()
    expect(readRunning(folder)).toBeUndefined()
  })

  test('refuses a second process as well, while the first goes on', async () => {
    const folder = dataFolder()
    const writer = await startWriter(folder, 'honest')
    await expect(startEmbedded(folder, silentLog)).rejects.toMatchObject({ code: 'database.in_use' })
    await morePromises(writer, 50)
    await writer.kill()
    expect(await lostOf(folder, writer.promised)).toEqual([])
  })

  test('starts where the address of its socket would be too long', async () => {
    const folder = join(dataFolder(), 'ein-ordner-mit-einem-langen-namen', 'und-noch-einer'.repeat(6))
    const server = await startEmbedded(folder, silentLog)
    expect(await ask(server.url, 'select 1')).toBe(1)
    const socket = new URL(server.url).searchParams.get('host') ?? ''
    expect(socket.length).toBeLessThan(90)
    await server.stop()
    expect(statSync(socket, { throwIfNoEntry: false })).toBeUndefined()
  })

  test('starts after a power failure, when its old number belongs to another program', async () => {
    const folder = dataFolder()
    await (await startEmbedded(folder, silentLog)).stop()
    // What PostgreSQL leaves when the power fails; the number is ours, so that it surely belongs to a living process.
    writeFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n${folder}\n0\n5432\n\n\n\n`)
    const server = await startEmbedded(folder, silentLog)
    expect(await ask(server.url, 'select 1')).toBe(1)
    await server.stop()
  })

  test('begins anew where its first start was cut short', async () => {
    const folder = dataFolder()
    mkdirSync(join(folder, 'postgres', 'cluster.new', 'base'), { recursive: true })
    const server = await startEmbedded(folder, silentLog)
    expect(await ask(server.url, 'select 1')).toBe(1)
    await server.stop()
  })

  test('says that data are of another version instead of touching them', async () => {
    const folder = dataFolder()
    await (await startEmbedded(folder, silentLog)).stop()
    const file = join(folder, 'postgres', 'cluster', 'PG_VERSION')
    writeFileSync(file, '17\n')
    await expect(startEmbedded(folder, silentLog)).rejects.toMatchObject({
      code: 'database.other_major',
      params: { found: '17', needed: '18' },
    })
    expect(readFileSync(file, 'utf8')).toBe('17\n')
  })
})

describe.runIf(isRoot)('started by root', () => {
  test('runs in a folder that its user can walk to', async () => {
    const folder = dataFolder()
    chmodSync(folder, 0o755)
    const server = await startEmbedded(folder, silentLog)
    expect(new URL(server.url).searchParams.get('host')).toBe(join(folder, 'postgres', 'socket'))
    await server.stop()
  })

  test('keeps the user that owns the data', async () => {
    const folder = dataFolder()
    const first = await startEmbedded(folder, silentLog)
    const user = userOf(first.pid())
    await first.stop()
    const second = await startEmbedded(folder, silentLog)
    expect(userOf(second.pid())).toBe(user)
    await second.stop()
  })

  test('works the same for an ordinary user', async () => {
    const folder = dataFolder()
    chmodSync(folder, 0o777)
    const writer = await startWriter(folder, 'honest', 65_534)
    await morePromises(writer, 100)
    expect(userOf(postmasterOf(folder) ?? 0)).toBe(65_534)
    await writer.kill()
    await expect.poll(() => postmasterOf(folder), { timeout: 10_000 }).toBeUndefined()
    expect(await lostOf(folder, writer.promised)).toEqual([])
  })
})
