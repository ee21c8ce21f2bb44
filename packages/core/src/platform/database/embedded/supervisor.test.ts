import { expect, test } from 'vitest'
import { silentLog } from '../../log/log.ts'
import type { Ending, Postmaster } from './postmaster.ts'
import { supervise } from './supervisor.ts'

/** A server that runs until it is told to end, and remembers how. */
function fakeServer(pid: number) {
  const { promise: ended, resolve } = Promise.withResolvers<Ending>()
  const heard: string[] = []
  const end = (signal: NodeJS.Signals) => {
    heard.push(signal)
    resolve({ exitCode: null, signal })
  }
  return { server: { pid, ended, signal: end } satisfies Postmaster, heard, crash: () => end('SIGKILL') }
}

test('what ends by itself is started again, also when that fails first', async () => {
  const first = fakeServer(1)
  const second = fakeServer(2)
  const starts = [async () => first.server, () => Promise.reject(new Error('disk full')), async () => second.server]
  const supervisor = await supervise(
    () => starts.shift()?.() ?? Promise.reject(new Error('one start too many')),
    silentLog,
  )
  first.crash()
  await expect.poll(() => supervisor.pid(), { timeout: 5_000 }).toBe(2)
  await supervisor.stop()
  expect(second.heard).toEqual(['SIGINT'])
  expect(starts).toEqual([])
})

test('what is stopped is not started again', async () => {
  const only = fakeServer(1)
  let starts = 0
  const supervisor = await supervise(async () => {
    starts++
    return only.server
  }, silentLog)
  await supervisor.stop()
  expect(starts).toBe(1)
})

test('what comes up while it is being stopped is stopped too', async () => {
  const first = fakeServer(1)
  const late = fakeServer(2)
  const { promise: comingUp, resolve: up } = Promise.withResolvers<Postmaster>()
  const starts = [async () => first.server, () => comingUp]
  const supervisor = await supervise(
    () => starts.shift()?.() ?? Promise.reject(new Error('one start too many')),
    silentLog,
  )
  first.crash()
  await expect.poll(() => starts.length).toBe(0)
  const stopped = supervisor.stop()
  up(late.server)
  await stopped
  expect(late.heard).toEqual(['SIGINT'])
})

test('a first start that fails is told, not repeated', async () => {
  let starts = 0
  const failing = () => {
    starts++
    return Promise.reject(new Error('no room'))
  }
  await expect(supervise(failing, silentLog)).rejects.toThrow('no room')
  expect(starts).toBe(1)
})
