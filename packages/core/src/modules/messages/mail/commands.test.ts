import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { sendMail, sendMails } from './commands.ts'
import type { MailOrder } from './types.ts'

const { db } = await testDatabase()
const asked: string[] = []
const noon = '2031-10-01T10:00:00Z'
const ctx = createContext(db, systemActor, fixedClock(noon), async (_tx, job) => void asked.push(job.name))

const order: MailOrder<'mail.test'> = {
  template: 'mail.test',
  to: { address: 'Ida.Oehm@Rathaus.example', name: 'Dr. Ida Öhm' },
  locale: 'de',
  values: { site: 'https://fachtag.example', moment: noon },
  key: 'test:1',
}
const send = (more: Partial<MailOrder<'mail.test'>> = {}) =>
  ctx.transaction((tx) => sendMail(ctx, tx, { ...order, ...more }))
const stored = () => db.selectFrom('mails').selectAll().execute()

beforeEach(async () => {
  asked.length = 0
  await db.deleteFrom('mails').execute()
})

describe('a mail', () => {
  test('is written down with its text, and a job is asked for', async () => {
    expect(await send()).toMatchObject({ kind: 'taken', state: 'queued' })
    expect(await stored()).toMatchObject([
      {
        address: 'Ida.Oehm@rathaus.example',
        name: 'Dr. Ida Öhm',
        subject: 'Probe: Fachtag kann Mails versenden',
        body: expect.stringContaining('Mittwoch, 1. Oktober 2031, 12:00 Uhr'),
        links: ['https://fachtag.example'],
        state: 'queued',
        is_secret: false,
      },
    ])
    expect(asked).toEqual(['messages.deliver-mails'])
  })

  test('of a key that is known is not written again', async () => {
    await send()
    expect(await send({ to: { address: 'other@rathaus.example' } })).toEqual({ kind: 'known' })
    expect(await stored()).toHaveLength(1)
    expect(asked).toHaveLength(1)
  })

  test('of one key is written once by ten at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send()))
    expect(outcomes.map((one) => one.kind).sort()).toEqual([...Array(9).fill('known'), 'taken'])
  })

  test('that somebody has to look at waits, and asks for nothing', async () => {
    expect(await send({ mode: 'review' })).toMatchObject({ kind: 'taken', state: 'review' })
    expect(await stored()).toMatchObject([{ state: 'review', next_attempt_at: null }])
    expect(asked).toEqual([])
  })

  test('is gone when what it is about is rolled back', async () => {
    const failing = ctx.transaction(async (tx) => {
      await sendMail(ctx, tx, order)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await stored()).toEqual([])
  })

  test.each(['', 'ida', 'ida@rathaus', 'a@b.de, c@d.de', 'a@b.de\r\nBcc: c@d.de', '"x"@b.de', 'a@[127.0.0.1]'])(
    'to %j is not written',
    async (address) => {
      expect(await send({ to: { address } })).toEqual({ kind: 'no-address' })
      expect(await stored()).toEqual([])
    },
  )
})

describe('many mails', () => {
  const orders = (count: number): MailOrder<'mail.test'>[] =>
    Array.from({ length: count }, (_, n) => ({
      ...order,
      key: `many:${n}`,
      to: { address: n === 1 ? 'nirgends' : `person${n}@rathaus.example`, name: `Person ${n}` },
    }))
  const sendAll = (count: number) => ctx.transaction((tx) => sendMails(ctx, tx, orders(count)))

  test('become what each of them would, for one job', async () => {
    const outcomes = await sendAll(3)
    expect(outcomes.map(({ kind }) => kind)).toEqual(['taken', 'no-address', 'taken'])
    expect(asked).toEqual(['messages.deliver-mails'])
    const many = await stored()
    await db.deleteFrom('mails').execute()
    for (const one of orders(3)) await ctx.transaction((tx) => sendMail(ctx, tx, one))
    const comparable = (rows: typeof many) =>
      rows.map(({ id: _, ...row }) => row).sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(comparable(many)).toEqual(comparable(await stored()))
  })

  test('are written once, and none asks for nothing', async () => {
    await sendAll(3)
    asked.length = 0
    expect((await sendAll(3)).map(({ kind }) => kind)).toEqual(['known', 'no-address', 'known'])
    expect(await sendAll(0)).toEqual([])
    expect(asked).toEqual([])
  })

  test('take as many statements as one', async () => {
    const countFor = (count: number) =>
      countQueries(db, (counted) => {
        const own = createContext(counted, systemActor, fixedClock(noon))
        return own.transaction((tx) =>
          sendMails(
            own,
            tx,
            orders(count).map((one) => ({ ...one, key: `${count}:${one.key}` })),
          ),
        )
      })
    expect(await countFor(30)).toBe(await countFor(3))
  })
})
