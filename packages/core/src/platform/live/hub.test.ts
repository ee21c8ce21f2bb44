import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { LiveListener } from '../database/listen.ts'
import { onLive } from '../database/listen.ts'
import { announce } from '../database/live.ts'
import { silentLog } from '../log/log.ts'
import { type Follower, LiveHub } from './hub.ts'
import { isHere } from './presence.ts'

/** A hub on a line that the test speaks on, and how often the line was opened and closed. */
function openHub() {
  const line = { opened: 0, closed: 0, listener: undefined as LiveListener | undefined }
  const hub = new LiveHub((listener) => {
    line.opened++
    line.listener = listener
    return async () => {
      line.closed++
    }
  })
  return { hub, line }
}

function follower() {
  const told: string[] = []
  const follow: Follower = {
    heard: (stamp) => told.push(`heard ${stamp}`),
    present: () => told.push('present'),
    missed: () => told.push('missed'),
    ended: () => told.push('ended'),
  }
  return { told, follow }
}

describe('a hub', () => {
  test('tells those who follow a topic, and nobody else', () => {
    const { hub, line } = openHub()
    const [one, other] = [follower(), follower()]
    hub.follow('a', one.follow)
    hub.follow('b', other.follow)
    line.listener!.heard({ topic: 'a', stamp: 7 })
    line.listener!.heard({ topic: 'c', stamp: 8 })
    expect([one.told, other.told, line.opened, hub.size]).toEqual([['heard 7'], [], 1, 2])
  })

  test('listens only when somebody follows', () => {
    expect(openHub().line.opened).toBe(0)
  })

  test('tells nobody who has stopped, however often they say so', () => {
    const { hub, line } = openHub()
    const { told, follow } = follower()
    const stop = hub.follow('a', follow)
    stop()
    stop()
    line.listener!.heard({ topic: 'a', stamp: 1 })
    expect([told, hub.size]).toEqual([[], 0])
  })

  test('says that something may have been missed whenever it hears again', () => {
    const { hub, line } = openHub()
    const { told, follow } = follower()
    hub.follow('a', follow)
    line.listener!.hearing(false)
    line.listener!.hearing(true)
    expect(told).toEqual(['missed'])
  })

  test('knows who is at a topic and says when that changes', () => {
    const { hub, line } = openHub()
    const { told, follow } = follower()
    hub.follow('a', follow)
    line.listener!.heard(isHere('a', 'acc_1', 5))
    expect([told, hub.whoIsAt('a', 5), hub.whoIsAt('b', 5)]).toEqual([['present'], ['acc_1'], []])
  })

  test('ends for all, once, and for whoever comes later at once', async () => {
    const { hub, line } = openHub()
    const [early, late] = [follower(), follower()]
    hub.follow('a', early.follow)
    await hub.end()
    await hub.end()
    hub.follow('a', late.follow)
    expect([early.told, late.told, line.closed, line.opened, hub.size]).toEqual([['ended'], ['ended'], 1, 1, 0])
  })

  test('lets whoever is told stop following there and then', () => {
    const { hub, line } = openHub()
    const stops: (() => void)[] = []
    const told: number[] = []
    for (const n of [0, 1]) {
      const heard = () => {
        told.push(n)
        stops[n]!()
      }
      stops.push(hub.follow('a', { ...follower().follow, heard }))
    }
    line.listener!.heard({ topic: 'a', stamp: 1 })
    line.listener!.heard({ topic: 'a', stamp: 2 })
    expect(told).toEqual([0, 1])
  })
})

test('what another process announces is heard within a second', async () => {
  const { db, url } = await testDatabase()
  const hub = new LiveHub((listener) => onLive(url, listener, silentLog))
  const { told, follow } = follower()
  hub.follow('a', follow)
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['missed'])
  await db.transaction().execute((tx) => announce(tx, { topic: 'a', stamp: 3 }))
  await expect.poll(() => told, { timeout: 1_000 }).toEqual(['missed', 'heard 3'])
  await hub.end()
})
