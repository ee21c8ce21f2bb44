import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addMail } from '../../../../../test/mails.ts'
import { addEdition, addEditionOf } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { joint } from '../literal/rules.ts'
import { type MailState, mailStates } from '../types.ts'
import { deleteMails, editMail, holdMails, releaseMails, retryMails } from './commands.ts'
import { findMail, listOutbox, type MailScope } from './queries.ts'
import { outboxWish } from './schema.ts'

const { db } = await testDatabase()
const { id: editionId, seriesId } = await addEdition(db, '2031')
const { id: earlierId } = await addEditionOf(db, seriesId, '2030', '2030-11-05')
const other = await addEdition(db, 'andere')
const scopeOf = (edition: string, series = seriesId) => ({ seriesId: series, editionId: edition }) as EditionScope
const scope = scopeOf(editionId)
const place = { series_id: seriesId, edition_id: editionId }
await db
  .insertInto('accounts')
  .values({ id: 'acc_1' } as never)
  .execute()

const asked: string[] = []
const as = (actor: Actor, over: Db = db) =>
  createContext(over, actor, fixedClock('2031-10-01T12:00:00Z'), async (_tx, job) => void asked.push(job.name))
const ctx = as(withRole('series-organiser', { seriesId }))
const stateOf = async (id: string) =>
  (await db.selectFrom('mails').select('state').where('id', '=', id).executeTakeFirst())?.state
const list = (wish: object = {}, where: MailScope = scope) => listOutbox(ctx, where, outboxWish.parse(wish))

beforeEach(async () => {
  asked.length = 0
  await db.deleteFrom('mails').execute()
})

describe('what may be done', () => {
  const acts = { release: releaseMails, hold: holdMails, retry: retryMails, delete: deleteMails }
  const expected: Record<keyof typeof acts, Partial<Record<MailState, MailState | undefined>>> = {
    release: { review: 'queued', held: 'queued' },
    hold: { review: 'held', queued: 'held' },
    retry: { failed: 'queued', bounced: 'queued', unknown: 'queued' },
    delete: { review: undefined, held: undefined, failed: undefined, bounced: undefined, unknown: undefined },
  }
  const cases = Object.keys(acts).flatMap((act) =>
    mailStates.map((state) => [act as keyof typeof acts, state] as const),
  )

  test.each(cases)('%s a mail that is %s', async (act, state) => {
    const id = await addMail(db, { ...place, state })
    const changes = Object.hasOwn(expected[act], state)
    expect(await acts[act](ctx, scope, { ids: [id] })).toBe(changes ? 1 : 0)
    expect(await stateOf(id)).toBe(changes ? expected[act][state] : state)
    const isSent = changes && (act === 'release' || act === 'retry')
    expect(asked).toEqual(isSent ? ['messages.deliver-mails'] : [])
  })

  test('to all at once, and to those of one letter', async () => {
    const letter = { id: 'ltr_1', series_id: seriesId, subject: '{}', body: '{}', audience: '{}' }
    await db
      .insertInto('letters')
      .values(letter as never)
      .execute()
    const one = await addMail(db, { ...place, state: 'review', letter_id: 'ltr_1' })
    const two = await addMail(db, { ...place, state: 'review' })
    expect(await releaseMails(ctx, scope, { letterId: 'ltr_1' })).toBe(1)
    expect([await stateOf(one), await stateOf(two)]).toEqual(['queued', 'review'])
    const held = await addMail(db, { ...place, state: 'held' })
    expect(await releaseMails(ctx, scope, { state: 'review' })).toBe(1)
    expect([await stateOf(two), await stateOf(held)]).toEqual(['queued', 'held'])
    expect(await releaseMails(ctx, scope, { state: 'sent' })).toBe(0)
    expect(await releaseMails(ctx, scope, { ids: [] })).toBe(0)
    expect(await releaseMails(ctx, scope, {})).toBe(1)
  })

  test('by two at once happens once', async () => {
    const id = await addMail(db, { ...place, state: 'review' })
    const both = await Promise.all([1, 2].map(() => releaseMails(ctx, scope, { ids: [id] })))
    expect(both.sort()).toEqual([0, 1])
  })

  test('to another place, another series or a mail that lets somebody in: nothing', async () => {
    const ids = [
      await addMail(db, { series_id: seriesId, edition_id: earlierId, state: 'review' }),
      await addMail(db, { series_id: other.seriesId, edition_id: other.id, state: 'review' }),
      await addMail(db, { ...place, state: 'review', is_secret: true }),
      await addMail(db, { state: 'review' }),
    ]
    for (const act of Object.values(acts)) expect(await act(ctx, scope, { ids })).toBe(0)
    for (const id of ids) {
      await expect(findMail(ctx, scope, id)).rejects.toThrow('mail.not_found')
      await expect(editMail(ctx, scope, id, { address: 'a@b.example', subject: 'x', body: 'x' })).rejects.toThrow(
        'mail.not_found',
      )
    }
    expect((await list()).total).toBe(0)
    expect((await list({}, { seriesId })).total).toBe(1)
  })

  test('is not for who has no role here', async () => {
    const programme = as(withRole('programme', { seriesId, editionId }))
    expect(await releaseMails(programme, scope, {})).toBe(0)
    await expect(releaseMails(programme, { seriesId }, {})).rejects.toThrow('access.denied')
    for (const actor of [
      withRole('helper', { seriesId, editionId }),
      withRole('series-organiser', { seriesId: 'srs_x' }),
    ]) {
      await expect(listOutbox(as(actor), scope, outboxWish.parse({}))).rejects.toThrow('access.denied')
      await expect(deleteMails(as(actor), scope, {})).rejects.toThrow('access.denied')
      await expect(holdMails(as(actor), scope, {})).rejects.toThrow('access.denied')
    }
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await addMail(db, { ...place, state: 'review', subject: '100% sicher', created_at: '2031-10-01T08:00:00Z' })
    await addMail(db, { ...place, state: 'sent', name: 'Bo Berg', created_at: '2031-10-01T09:00:00Z' })
    await addMail(db, { ...place, state: 'sent', address: 'c@rathaus.example', created_at: '2031-10-01T10:00:00Z' })
  })
  const subjects = async (wish: object) => (await list(wish)).entries.map((one) => one.name ?? one.subject)

  test('is newest first and counts the states, whatever was asked for', async () => {
    expect(await subjects({})).toEqual(['Grüße', 'Bo Berg', '100% sicher'])
    const { counts, total } = await list({ zustand: 'review' })
    expect([counts.sent, counts.review, counts.failed, total]).toEqual([2, 1, 0, 1])
  })

  test.each<[object, string[]]>([
    [{ zustand: 'sent' }, ['Grüße', 'Bo Berg']],
    [{ q: 'berg' }, ['Bo Berg']],
    [{ q: 'C@RATHAUS' }, ['Grüße']],
    [{ q: '%' }, ['100% sicher']],
    [{ q: "'; drop table mails; --" }, []],
    [{ zustand: 'gibt es nicht' }, ['Grüße', 'Bo Berg', '100% sicher']],
    [{ seite: '2' }, []],
    [{ seite: '-1' }, ['Grüße', 'Bo Berg', '100% sicher']],
  ])('%j → %j', async (wish, found) => expect(await subjects(wish)).toEqual(found))

  test('takes as many queries for many as for one', async () => {
    const asking = (over: Db) => listOutbox(as(ctx.actor, over), scope, outboxWish.parse({}))
    const three = await countQueries(db, asking)
    await db.deleteFrom('mails').where('state', '=', 'sent').execute()
    expect(await countQueries(db, asking)).toBe(three)
  })
})

describe('correcting a mail', () => {
  const edited = { address: 'neu@rathaus.example', subject: 'Neu', body: 'Siehe https://messe.example.\r\nGruß' }

  test('changes its text, and links what its writer typed, not what somebody else wrote', async () => {
    const broken = `http:${joint}//evil.example`
    const id = await addMail(db, { ...place, state: 'review', body: `Hallo ${broken}\n` })
    expect(await editMail(ctx, scope, id, { ...edited, body: `${edited.body} ${broken}` })).toEqual({ kind: 'saved' })
    expect(await findMail(ctx, scope, id)).toMatchObject({
      address: 'neu@rathaus.example',
      subject: 'Neu',
      body: `Siehe https://messe.example.\nGruß ${broken}\n`,
      links: ['https://messe.example'],
      state: 'review',
    })
  })

  test('that somebody else has corrected shows what they wrote', async () => {
    const id = await addMail(db, { ...place, state: 'review' })
    const { revision } = await findMail(ctx, scope, id)
    await editMail(ctx, scope, id, { ...edited, expectedRevision: revision })
    const late = { ...edited, subject: 'Anders', expectedRevision: revision }
    expect(await editMail(ctx, scope, id, late)).toMatchObject({ kind: 'conflict', stored: { subject: 'Neu' } })
  })

  test.each<MailState>(['queued', 'sending', 'sent', 'unknown'])('that is %s comes too late', async (state) => {
    const id = await addMail(db, { ...place, state })
    expect(await editMail(ctx, scope, id, edited)).toEqual({ kind: 'too-late', state })
  })

  test('to no address is refused, and a subject stays one line', async () => {
    const id = await addMail(db, { ...place, state: 'review' })
    expect(await editMail(ctx, scope, id, { ...edited, address: 'a@b.de, c@d.de' })).toEqual({ kind: 'no-address' })
    await editMail(ctx, scope, id, { ...edited, subject: 'x\r\nBcc: y' })
    expect((await findMail(ctx, scope, id)).subject).toBe('x Bcc: y')
  })
})
