import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addMail, fakeMailer } from '../../../../../test/mails.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { type Delivery, type Mailer, noMailer } from '../../../../platform/mail/mailer.ts'
import { hashAddress } from '../addresses/rules.ts'
import { deliverDueMails } from './commands.ts'

const { db } = await testDatabase()
const noon = '2031-10-01T12:00:00Z'
const at = (instant: string, mailer: Mailer, actor = systemActor) =>
  createContext(db, actor, fixedClock(instant), undefined, mailer)
const stored = (id: string) => db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const bounced = () => db.selectFrom('bounced_addresses').selectAll().execute()
const sent: Delivery = { kind: 'sent', reply: '250 ok' }
const busy: Delivery = { kind: 'later', problem: 'busy', reply: '450 wait', isForAll: false }
const gone: Delivery = { kind: 'later', problem: 'unreachable', reply: null, isForAll: true }

beforeEach(async () => {
  await db.deleteFrom('mails').execute()
  await db.deleteFrom('bounced_addresses').execute()
})

describe('a mail that is due', () => {
  test('goes out once and is noted as sent', async () => {
    const id = await addMail(db, { name: 'Ida Öhm', body: 'Siehe https://a.example\n', links: ['https://a.example'] })
    const mailer = fakeMailer(() => sent)
    expect(await deliverDueMails(at(noon, mailer))).toBe(1)
    expect(await deliverDueMails(at(noon, mailer))).toBe(0)
    expect(mailer.taken).toMatchObject([
      { id, to: { address: 'ida@rathaus.example', name: 'Ida Öhm' }, html: expect.stringContaining('<a href=') },
    ])
    expect(await stored(id)).toMatchObject({
      state: 'sent',
      attempts: 1,
      reply: '250 ok',
      sent_at: '2031-10-01T12:00:00.000Z',
      body: 'Siehe https://a.example\n',
    })
  })

  test('that lets somebody in is emptied afterwards, and goes before all others', async () => {
    await addMail(db, { next_attempt_at: '2031-09-01T00:00:00Z' })
    const id = await addMail(db, { is_secret: true, is_urgent: true, body: 'Code 123', links: ['https://a.example'] })
    const mailer = fakeMailer(() => sent)
    await deliverDueMails(at(noon, mailer))
    expect(mailer.taken[0]).toMatchObject({ id, text: 'Code 123' })
    expect(await stored(id)).toMatchObject({ state: 'sent', body: '', links: [] })
  })

  test.each<[Partial<Parameters<typeof addMail>[1]>]>([
    [{ state: 'review' }],
    [{ state: 'held' }],
    [{ state: 'sent' }],
    [{ state: 'unknown' }],
    [{ state: 'failed' }],
    [{ next_attempt_at: '2031-10-01T12:00:01Z' }],
  ])('is not one like %j', async (given) => {
    await addMail(db, given)
    const mailer = fakeMailer(() => sent)
    expect(await deliverDueMails(at(noon, mailer))).toBe(0)
    expect(mailer.taken).toEqual([])
  })

  test('stays where nothing is sent', async () => {
    const id = await addMail(db)
    expect(await deliverDueMails(at(noon, noMailer()))).toBe(0)
    expect(await stored(id)).toMatchObject({ state: 'queued', attempts: 0 })
  })

  test('is sent by the machine only', async () => {
    await expect(deliverDueMails(at(noon, noMailer(), publicActor))).rejects.toThrow('access.denied')
  })
})

describe('a mail that does not get through', () => {
  test('is tried again after longer and longer pauses, and then left to the organisers', async () => {
    const id = await addMail(db)
    const mailer = fakeMailer(() => busy)
    const pauses: number[] = []
    let now = Temporal.Instant.from(noon)
    for (;;) {
      await deliverDueMails(at(now.toString(), mailer))
      const mail = await stored(id)
      if (mail.state !== 'queued') break
      const next = Temporal.Instant.from(mail.next_attempt_at!)
      pauses.push(next.since(now).total('minutes'))
      now = next
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240, 720])
    expect(await stored(id)).toMatchObject({ state: 'failed', attempts: 7, problem: 'busy', reply: '450 wait' })
  })

  test('does not hold up the next one', async () => {
    for (const _ of [1, 2, 3]) await addMail(db)
    const mailer = fakeMailer(() => busy)
    expect(await deliverDueMails(at(noon, mailer))).toBe(3)
  })

  test('because nobody answers spares the others the attempt', async () => {
    for (const _ of [1, 2, 3]) await addMail(db)
    const mailer = fakeMailer(() => gone)
    expect(await deliverDueMails(at(noon, mailer))).toBe(1)
    const states = await db.selectFrom('mails').select(['state', 'attempts']).orderBy('attempts').execute()
    expect(states).toEqual([0, 0, 1].map((attempts) => ({ state: 'queued', attempts })))
    const recovered = fakeMailer(() => sent)
    expect(await deliverDueMails(at('2031-10-01T12:01:00Z', recovered))).toBe(3)
  })

  test('after its time is over is not tried any more, and forgotten where it let somebody in', async () => {
    const id = await addMail(db, { send_before: noon, is_secret: true, body: 'Code 123' })
    const mailer = fakeMailer(() => sent)
    expect(await deliverDueMails(at(noon, mailer))).toBe(0)
    expect(await stored(id)).toMatchObject({ state: 'failed', problem: 'too-late', body: '' })
  })

  test('at its address marks the address, until something arrives there again', async () => {
    const id = await addMail(db, { address: 'Ida@rathaus.example' })
    await deliverDueMails(
      at(
        noon,
        fakeMailer(() => ({ kind: 'bounced', reply: '550 5.1.1 unknown' })),
      ),
    )
    expect(await stored(id)).toMatchObject({ state: 'bounced', reply: '550 5.1.1 unknown' })
    expect(await bounced()).toMatchObject([
      { address_hash: hashAddress('ida@rathaus.example'), reply: '550 5.1.1 unknown' },
    ])
    await addMail(db)
    await deliverDueMails(
      at(
        noon,
        fakeMailer(() => sent),
      ),
    )
    expect(await bounced()).toEqual([])
  })

  test('nobody knows how is left for somebody to decide', async () => {
    const id = await addMail(db)
    const mailer = fakeMailer(() => ({ kind: 'unknown', problem: 'interrupted' }))
    await deliverDueMails(at(noon, mailer))
    await deliverDueMails(at('2031-10-03T12:00:00Z', mailer))
    expect(await stored(id)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(mailer.taken).toHaveLength(1)
  })
})

describe('a sender that is gone in the middle', () => {
  const lost = { state: 'sending', attempts: 1, sending_since: noon, next_attempt_at: null } as const

  test('leaves a mail that is not sent again by itself', async () => {
    const id = await addMail(db, lost)
    const mailer = fakeMailer(() => sent)
    await deliverDueMails(at('2031-10-01T12:05:00Z', mailer))
    expect(await stored(id)).toMatchObject({ state: 'sending' })
    await deliverDueMails(at('2031-10-01T12:05:01Z', mailer))
    expect(await stored(id)).toMatchObject({ state: 'unknown', problem: 'interrupted' })
    expect(mailer.taken).toEqual([])
  })

  test('and comes back with an answer is believed', async () => {
    const id = await addMail(db)
    const slow = fakeMailer(async () => {
      await db.updateTable('mails').set({ state: 'unknown', problem: 'interrupted' }).execute()
      return sent
    })
    await deliverDueMails(at(noon, slow))
    expect(await stored(id)).toMatchObject({ state: 'sent', problem: null })
  })

  test('does not speak for an attempt that was made after it', async () => {
    const id = await addMail(db)
    const slow = fakeMailer(async () => {
      await db.updateTable('mails').set({ state: 'sending', attempts: 2 }).execute()
      return busy
    })
    await deliverDueMails(at(noon, slow))
    expect(await stored(id)).toMatchObject({ state: 'sending', attempts: 2 })
  })
})
