import type { DeliveryStatus, RecipientStatus } from '@fachtag/formats/mail/delivery-status'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addMail } from '../../../../../test/mails.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/ids.ts'
import { hashAddress } from '../addresses/rules.ts'
import type { MailState } from '../types.ts'
import { noteBounce } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-10-02T12:00:00Z'))
const failed: RecipientStatus = { address: 'x@y.example', action: 'failed', status: '5.1.1', diagnostic: '550 unknown' }
const report = (id: string, more: Partial<DeliveryStatus> = {}): DeliveryStatus => ({
  envelopeId: id,
  messageId: null,
  recipients: [failed],
  ...more,
})
const stateOf = async (id: string) =>
  db.selectFrom('mails').select(['state', 'reply']).where('id', '=', id).executeTakeFirstOrThrow()
const marked = async () =>
  (await db.selectFrom('bounced_addresses').select('address_hash').execute()).map((one) => one.address_hash)

beforeEach(async () => {
  await db.deleteFrom('mails').execute()
  await db.deleteFrom('bounced_addresses').execute()
})

test('a mail that came back is marked, and the address it was sent to', async () => {
  const id = await addMail(db, { state: 'sent', address: 'Ida@rathaus.example' })
  expect(await noteBounce(ctx, report(id))).toEqual({ kind: 'noted', id })
  expect(await noteBounce(ctx, report(id))).toEqual({ kind: 'noted', id })
  expect(await stateOf(id)).toEqual({ state: 'bounced', reply: '550 unknown' })
  expect(await marked()).toEqual([hashAddress('ida@rathaus.example')])
})

test('it is known by its Message-ID as well', async () => {
  const id = await addMail(db, { state: 'sent' })
  const byMessageId = report(id, { envelopeId: 'somebody else', messageId: `${id}@messe.example` })
  expect(await noteBounce(ctx, byMessageId)).toEqual({ kind: 'noted', id })
})

test.each<[string, Partial<RecipientStatus>]>([
  ['a delay', { action: 'delayed', status: '4.4.1' }],
  ['a passing failure', { status: '4.2.2' }],
  ['a success', { action: 'delivered', status: '2.0.0' }],
])('%s changes nothing', async (_, more) => {
  const id = await addMail(db, { state: 'sent' })
  expect(await noteBounce(ctx, report(id, { recipients: [{ ...failed, ...more }] }))).toEqual({ kind: 'no-failure' })
  expect([(await stateOf(id)).state, await marked()]).toEqual(['sent', []])
})

test.each(['', 'mai_', '%', "' or true", newId('mail')])('a report about %j is about no mail of ours', async (id) => {
  await addMail(db, { state: 'sent' })
  expect(await noteBounce(ctx, report(id))).toEqual({ kind: 'unknown-mail' })
  expect(await marked()).toEqual([])
})

test.each<MailState>(['review', 'held', 'queued'])('a mail that is %s cannot have come back', async (state) => {
  const id = await addMail(db, { state })
  expect(await noteBounce(ctx, report(id))).toEqual({ kind: 'unknown-mail' })
})

test('only the machine notes it', async () => {
  await expect(noteBounce(createContext(db, publicActor), report('x'))).rejects.toThrow('access.denied')
})
