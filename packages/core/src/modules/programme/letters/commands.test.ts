import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { fakeMailer } from '../../../../test/mails.ts'
import { addEdition, addEditionOf, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { hashAddress } from '../../messages/mail/addresses/rules.ts'
import { resubscribe, unsubscribe } from '../../messages/mail/subscriptions/commands.ts'
import { findSubscription } from '../../messages/mail/subscriptions/queries.ts'
import { composeLetter } from './commands.ts'
import { draftLetter } from './queries.ts'
import { findLetterSample } from './sample/queries.ts'
import type { LetterInput } from './schema.ts'

const { db } = await testDatabase()
const coming = await addEdition(db, '2031')
const last = await addEditionOf(db, coming.seriesId, '2030', '2030-11-05')
const scope = { seriesId: coming.seriesId, editionId: coming.id } as EditionScope
const other = await addEdition(db, 'andere')
await db
  .insertInto('accounts')
  .values({ id: 'acc_1' } as never)
  .execute()

const people: Record<string, string> = {}
const organisations = {
  leipzig: ['14', 'municipality', 'DE'],
  halle: ['15', 'it-provider', 'DE'],
  linz: [null, 'company', 'US'],
} as const
for (const [slug, [land, kind, country]] of Object.entries(organisations))
  await db
    .insertInto('organisations')
    .values({ id: `org_${slug}`, slug, name: slug, land, kind, country } as never)
    .execute()
async function add(name: string, email: string | null, role: string, organisation: string, edition = last) {
  const id = await addPerson(db, name, name)
  people[name] = id
  const [sessionId] = await addSessions(db, edition, [{ title: `Vortrag ${name}` }])
  const row = {
    id: newId('appearance'),
    session_id: sessionId!,
    person_id: id,
    role,
    organisation_id: `org_${organisation}`,
  }
  await db
    .insertInto('appearances')
    .values(row as never)
    .execute()
  if (email) await db.insertInto('person_contacts').values({ person_id: id, email }).execute()
}
await add('ada', 'ada@leipzig.example', 'speaker', 'leipzig')
await add('bo', 'bo@halle.example', 'moderator', 'halle')
await add('cy', null, 'speaker', 'leipzig')
await add('di', 'di@linz.example', 'panelist', 'linz')
await add('eve', 'ADA@leipzig.example', 'speaker', 'halle')
await add('fay', 'fay@leipzig.example', 'speaker', 'leipzig', coming)
await add('gil', 'gil@elsewhere.example', 'speaker', 'leipzig', other)

const mailer = fakeMailer(() => ({ kind: 'sent', reply: null }))
const as = (actor: Actor, over: Db = db) =>
  createContext(over, actor, fixedClock('2031-06-01T12:00:00Z'), undefined, mailer)
const ctx = as(withRole('series-organiser', { seriesId: coming.seriesId }))
const everybody = { edition: '2030', roles: [], lands: [], organisationKinds: [] }
const letter = (more: Partial<LetterInput> = {}): LetterInput => ({
  id: newId('letter'),
  template: 'letter.save_the_date',
  audience: everybody,
  text: {
    subject: { de: '{edition} am {date}', en: '{edition}: {date}' },
    body: { de: 'Guten Tag {name},\n\n{page}', en: 'Hello {name},\n\n{page}' },
  },
  ...more,
})
const draft = (more: Partial<LetterInput> = {}, shownTo?: string) => draftLetter(ctx, scope, letter(more), shownTo)
const names = (list: readonly { name: string }[]) => list.map((one) => one.name)
const stored = () => db.selectFrom('mails').selectAll().orderBy('name').execute()

beforeEach(async () => {
  for (const table of ['mails', 'letters', 'mail_subscribers', 'bounced_addresses'] as const)
    await db.deleteFrom(table).execute()
})

describe('whom a letter reaches', () => {
  test.each<[string, Partial<LetterInput['audience']>, string[]]>([
    ['everybody of last year', {}, ['ada', 'bo', 'di']],
    ['speakers', { roles: ['speaker'] }, ['ada']],
    ['moderators and panelists', { roles: ['moderator', 'panelist'] }, ['bo', 'di']],
    ['who came from Sachsen', { lands: ['14'] }, ['ada']],
    ['who came from an IT provider', { organisationKinds: ['it-provider'] }, ['bo', 'eve']],
    ['this year', { edition: '2031' }, ['fay']],
    ['contact persons', { roles: ['contact'] }, []],
    ['an edition of another series', { edition: 'andere' }, []],
  ])('%s', async (_, audience, reached) => {
    expect(names((await draft({ audience: { ...everybody, ...audience } })).recipients)).toEqual(reached)
  })

  test('leaves out, with the reason, who cannot or does not want to get it', async () => {
    await db
      .insertInto('bounced_addresses')
      .values({ address_hash: hashAddress('bo@halle.example'), bounced_at: '2031-01-01T00:00:00Z' } as never)
      .execute()
    await db
      .insertInto('mail_subscribers')
      .values({
        token: 't',
        series_id: coming.seriesId,
        address_hash: hashAddress('di@linz.example'),
        left_at: '2031-01-01T00:00:00Z',
      })
      .execute()
    const { recipients, leftOut } = await draft()
    expect(names(recipients)).toEqual(['ada'])
    expect(leftOut.map(({ name, reason }) => [name, reason])).toEqual([
      ['bo', 'bounced'],
      ['cy', 'no-address'],
      ['di', 'unsubscribed'],
      ['eve', 'same-address'],
    ])
  })

  test('takes as many queries for many as for few', async () => {
    const asking = (audience: object) => (over: Db) =>
      draftLetter(as(ctx.actor, over), scope, letter({ audience: { ...everybody, ...audience } }))
    expect(await countQueries(db, asking({ lands: ['15'], organisationKinds: ['it-provider'] }))).toBe(
      await countQueries(db, asking({})),
    )
  })
})

describe('the preview', () => {
  test('is the letter as that person would get it, in their language', async () => {
    const { shown } = await draft({}, people.di)
    expect(shown).toMatchObject({
      recipient: { name: 'di', address: 'di@linz.example' },
      mail: {
        subject: expect.stringMatching(/^Tagung 2031: Wednesday,? 5 November 2031$/),
        body: expect.stringContaining('Hello di,\n\nhttps://fachtag.example/en/reihe-2031/2031\n'),
      },
    })
    expect((await draft()).shown?.mail.body).toContain('Guten Tag ada,\n\nhttps://fachtag.example/reihe-2031/2031\n')
  })

  test('says what is wrong with the text instead', async () => {
    const text = { subject: { de: 'x', en: '' }, body: { de: '{constructor}', en: '' } }
    expect(await draft({ text })).toMatchObject({ shown: null, problems: [{ found: '{constructor}' }] })
    expect(await composeLetter(ctx, scope, letter({ text }))).toMatchObject({ kind: 'wrong' })
    expect(await stored()).toEqual([])
  })

  test('writes nothing', async () => {
    await draft()
    expect([await stored(), await db.selectFrom('mail_subscribers').selectAll().execute()]).toEqual([[], []])
  })
})

describe('a letter', () => {
  test('waits in the outbox, one mail for each', async () => {
    expect(await composeLetter(ctx, scope, letter({ replyTo: 'buero@messe.example' }))).toEqual({
      kind: 'written',
      count: 3,
    })
    const mails = await stored()
    expect(mails.map((one) => [one.address, one.state, one.locale, one.reply_to])).toEqual([
      ['ada@leipzig.example', 'review', 'de', 'buero@messe.example'],
      ['bo@halle.example', 'review', 'de', 'buero@messe.example'],
      ['di@linz.example', 'review', 'en', 'buero@messe.example'],
    ])
    expect(mails[0]!.body).toContain(`\n--\nSie möchten keine Rundschreiben`)
    expect(mails[0]!.body).toContain(mails[0]!.unsubscribe_link)
    expect(mails[0]!.links).toContain(mails[0]!.unsubscribe_link)
    expect(mails[2]!.unsubscribe_link).toMatch(/^https:\/\/fachtag\.example\/en\/abbestellen\/[\w-]{43}$/)
  })

  test('sent twice by the same form is written once', async () => {
    const input = letter()
    const both = await Promise.all([1, 2].map(() => composeLetter(ctx, scope, input)))
    expect(both.map((one) => one.kind).sort()).toEqual(['known', 'written'])
    expect(await stored()).toHaveLength(3)
  })

  test('without an English text is German for everybody', async () => {
    const { subject, body } = letter().text
    await composeLetter(ctx, scope, letter({ text: { subject: { ...subject, en: '' }, body: { ...body, en: '' } } }))
    expect(new Set((await stored()).map((one) => one.locale))).toEqual(new Set(['de']))
  })

  test('to nobody is none', async () => {
    expect(await composeLetter(ctx, scope, letter({ audience: { ...everybody, lands: ['01'] } }))).toEqual({
      kind: 'nobody',
    })
  })

  test('keeps a name that means no good to its letters', async () => {
    await db
      .updateTable('persons')
      .set({ name: '{page} [x](https://evil.example)' })
      .where('id', '=', people.ada!)
      .execute()
    await composeLetter(ctx, scope, letter({ audience: { ...everybody, lands: ['14'] } }))
    await db.updateTable('persons').set({ name: 'ada' }).where('id', '=', people.ada!).execute()
    const [mail] = await stored()
    expect(mail!.body.replaceAll('\u200b', '')).toContain('Guten Tag {page} [x](https://evil.example),')
    expect(mail!.links.filter((link) => link.includes('evil'))).toEqual([])
  })

  test('is written by who may write mail here', async () => {
    const helper = as(withRole('helper', { seriesId: coming.seriesId, editionId: coming.id }))
    await expect(composeLetter(helper, scope, letter())).rejects.toThrow('access.denied')
    await expect(draftLetter(helper, scope, letter())).rejects.toThrow('access.denied')
  })
})

describe('leaving letters', () => {
  const tokenOf = async () => (await stored())[0]!.unsubscribe_link!.split('/').at(-1)!

  test('works with the link of any of them, for this address and this series', async () => {
    await composeLetter(ctx, scope, letter())
    const token = await tokenOf()
    expect(await findSubscription(db, token)).toMatchObject({ seriesSlug: 'reihe-2031', hasLeft: false })
    await unsubscribe(ctx, { token })
    await unsubscribe(ctx, { token })
    expect(await findSubscription(db, token)).toMatchObject({ hasLeft: true })
    expect(names((await draft()).recipients)).toEqual(['bo', 'di'])
    await resubscribe(ctx, { token })
    expect(names((await draft()).recipients)).toEqual(['ada', 'bo', 'di'])
  })

  test('has one link for an address, however many letters it gets', async () => {
    await composeLetter(ctx, scope, letter({ audience: { ...everybody, lands: ['14'] } }))
    const first = await tokenOf()
    await db.deleteFrom('mails').execute()
    await composeLetter(ctx, scope, letter({ audience: { ...everybody, lands: ['14'] } }))
    expect(await tokenOf()).toBe(first)
  })

  test('keeps no address', async () => {
    await composeLetter(ctx, scope, letter())
    const kept = await db.selectFrom('mail_subscribers').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain('@')
  })

  test('with a link that is none of ours changes nothing', async () => {
    await expect(unsubscribe(ctx, { token: 'x'.repeat(43) })).rejects.toThrow('subscription.not_found')
    expect(await findSubscription(db, 'x'.repeat(43))).toBeNull()
  })
})

describe('what a text is looked at with', () => {
  const sample = (seriesId: string) =>
    findLetterSample(as(withRole('series-organiser', { seriesId })), { seriesId }, 'de', 'Erika Beispiel')

  test('is somebody real and the newest edition', async () => {
    expect(await sample(coming.seriesId)).toMatchObject({
      name: 'fay',
      edition: 'Tagung 2031',
      values: { name: 'fay', series: 'Reihe 2031', date: 'Mittwoch, 5. November 2031' },
    })
  })

  test('is made up where nobody has appeared, and nothing without an edition', async () => {
    const { seriesId } = await addEdition(db, 'leer')
    expect(await sample(seriesId)).toMatchObject({ name: 'Erika Beispiel', edition: 'Tagung leer' })
    await db.insertInto('series').values({ id: 'srs_neu', slug: 'neu', name: 'Neu' }).execute()
    expect(await sample('srs_neu')).toBeNull()
  })

  test('is for who may write mail for the series', async () => {
    const stranger = as(withRole('series-organiser', { seriesId: other.seriesId }))
    await expect(findLetterSample(stranger, scope, 'de', 'x')).rejects.toThrow('access.denied')
  })
})
