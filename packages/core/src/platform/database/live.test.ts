import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { silentLog } from '../log/log.ts'
import { onLive, type StopListening } from './listen.ts'
import { announce, type LiveMessage, readMessage } from './live.ts'

const { db, url } = await testDatabase()

let stop: StopListening | undefined
afterEach(async () => stop?.())

async function listen() {
  const heard = { messages: [] as LiveMessage[], hearing: false }
  stop = onLive(
    url,
    {
      heard: (message) => heard.messages.push(message),
      hearing: (isHearing) => {
        heard.hearing = isHearing
      },
    },
    silentLog,
  )
  await expect.poll(() => heard.hearing, { timeout: 10_000 }).toBe(true)
  return heard
}

test('what is announced is heard when it is committed, and never when it is rolled back', async () => {
  const heard = await listen()
  const say = (stamp: number) => db.transaction().execute((tx) => announce(tx, { topic: 'programme edi_1', stamp }))
  const failing = db.transaction().execute(async (tx) => {
    await announce(tx, { topic: 'programme edi_1', stamp: 1 })
    throw new Error('rolled back')
  })
  await failing.catch(() => {})
  await say(2)
  await say(3)
  const expected = [2, 3].map((stamp) => ({ topic: 'programme edi_1', stamp }))
  await expect.poll(() => heard.messages, { timeout: 1_000 }).toEqual(expected)
})

test('a message that is none is passed over', async () => {
  const heard = await listen()
  await sql`select pg_notify('fachtag_live', 'nonsense')`.execute(db)
  await db.transaction().execute((tx) => announce(tx, { topic: 't', stamp: 1 }))
  await expect.poll(() => heard.messages, { timeout: 1_000 }).toEqual([{ topic: 't', stamp: 1 }])
})

test.each([undefined, '', 'null', '[]', '{"topic":1,"stamp":1}', '{"topic":"t"}'])('%s is no message', (payload) => {
  expect(readMessage(payload)).toBeNull()
})
