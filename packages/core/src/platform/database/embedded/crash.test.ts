import { describe, expect, test, vi } from 'vitest'
import {
  dataFolder,
  guardOf,
  lostOf,
  morePromises,
  postmasterOf,
  runs,
  startWriter,
} from '../../../../test/embedded-process.ts'

// Each test creates a database, which waits for the disk.
vi.setConfig({ testTimeout: 120_000 })

const kill = (pid: number | undefined) => process.kill(pid ?? Number.NaN, 'SIGKILL')

describe('nothing that was acknowledged is lost', () => {
  test('when Node is killed; PostgreSQL then stops by itself', async () => {
    const folder = dataFolder()
    const writer = await startWriter(folder, 'honest')
    await morePromises(writer, 200)
    await writer.kill()
    await expect.poll(() => postmasterOf(folder), { timeout: 10_000 }).toBeUndefined()
    expect(await lostOf(folder, writer.promised)).toEqual([])
  })

  test('when PostgreSQL is killed; the same Node starts it again and goes on', async () => {
    const folder = dataFolder()
    const writer = await startWriter(folder, 'honest')
    await morePromises(writer, 100)
    const killed = postmasterOf(folder)
    kill(killed)
    await morePromises(writer, 200)
    expect(postmasterOf(folder)).not.toBe(killed)
    await writer.kill()
    expect(await lostOf(folder, writer.promised)).toEqual([])
  })

  test('when both are killed', async () => {
    const folder = dataFolder()
    const writer = await startWriter(folder, 'honest')
    await morePromises(writer, 200)
    kill(postmasterOf(folder))
    await writer.kill()
    expect(await lostOf(folder, writer.promised)).toEqual([])
  })

  test('when Node and its guard are killed; the next start stops the orphan first', async () => {
    const folder = dataFolder()
    const writer = await startWriter(folder, 'honest')
    await morePromises(writer, 200)
    const orphan = postmasterOf(folder) ?? Number.NaN
    kill(guardOf(orphan))
    await writer.kill()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(runs(orphan)).toBe(true)
    expect(await lostOf(folder, writer.promised)).toEqual([])
    expect(runs(orphan)).toBe(false)
  })

  test('a program that promises before it writes is caught losing rows', async () => {
    const folder = dataFolder()
    const writer = await startWriter(folder, 'hasty')
    await morePromises(writer, 200)
    kill(postmasterOf(folder))
    await writer.kill()
    expect((await lostOf(folder, writer.promised)).length).toBeGreaterThan(0)
  })
})
