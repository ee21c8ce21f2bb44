import { newId } from '@fachtag/core/kernel/ids'
import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../../packages/core/test/database.ts'
import { addMail } from '../../../../../../packages/core/test/mails.ts'
import { addEdition, addPerson, addSessions } from '../../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../../test/visit.ts'
import { actions as leave, load as leaving } from '../../../routes/abbestellen/[token]/+page.server.ts'
import {
  load as outbox,
  actions as outboxActions,
} from '../../../routes/organisieren/[series]/[edition]/post/+page.server.ts'
import {
  load as mail,
  actions as mailActions,
} from '../../../routes/organisieren/[series]/[edition]/post/[mail]/+page.server.ts'
import {
  load as letter,
  actions as letterActions,
} from '../../../routes/organisieren/[series]/[edition]/rundschreiben/+page.server.ts'
import { load as texts } from '../../../routes/organisieren/[series]/vorlagen/+page.server.ts'
import {
  load as text,
  actions as textActions,
} from '../../../routes/organisieren/[series]/vorlagen/[template]/+page.server.ts'
import { load as mailbox } from '../../../routes/postfach/+page.server.ts'
import { load as mailboxMail } from '../../../routes/postfach/[mail]/+page.server.ts'
import { GET as mailboxHtml } from '../../../routes/postfach/[mail]/inhalt/+server.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, '2031')
const here = { seriesId: edition.seriesId, editionId: edition.id }
const params = { series: 'reihe-2031', edition: '2031' }
const place = { series_id: here.seriesId, edition_id: here.editionId }
const actor = withRole('series-organiser', { seriesId: here.seriesId })
await db
  .insertInto('accounts')
  .values({ id: actor.accountId } as never)
  .execute()
const ada = await addPerson(db, 'ada', 'Ada')
await addSessions(db, edition, [{ title: 'Vortrag', personIds: [ada] }])
await db.insertInto('person_contacts').values({ person_id: ada, email: 'ada@rathaus.example' }).execute()

type Run = (event: never) => unknown
type Form = Readonly<Record<string, string>>
const event = (path: string, more: object, form?: Form, scope: object | null = here) => {
  const made = visit({ db, actor }, path, { ...params, ...more }, form)
  Object.assign(made.locals, { scope })
  return made as never
}
const shown = (load: unknown, path = '/x', more: object = {}) => answer((load as Run)(event(path, more)))
const send = (action: unknown, form: Form, path = '/x', more: object = {}) =>
  answer((action as Run)(event(path, more, form))).catch((thrown) => thrown)
const stateOf = async (id: string) =>
  (await db.selectFrom('mails').select('state').where('id', '=', id).executeTakeFirst())?.state

beforeEach(async () => {
  for (const table of ['mails', 'letters', 'mail_templates', 'mail_subscribers'] as const)
    await db.deleteFrom(table).execute()
})

describe('the outbox', () => {
  const path = '/organisieren/reihe-2031/2031/post'

  test('shows what there is, and says that nothing is sent', async () => {
    await addMail(db, { ...place, state: 'review' })
    const page = await shown(outbox, `${path}?zustand=review&geschehen=hold&anzahl=2`)
    expect(page).toMatchObject({
      delivery: 'none',
      wish: { zustand: 'review', seite: 1 },
      pages: 1,
      place: { series: 'reihe-2031', edition: '2031' },
      done: { what: 'hold', count: 2 },
    })
    expect(page.outbox).toMatchObject({ total: 1, entries: [{ state: 'review' }] })
    expect((await shown(outbox, `${path}?geschehen=explode&anzahl=x`)).done).toBeNull()
  })

  test.each([
    ['release', 'queued'],
    ['hold', 'held'],
    ['delete', undefined],
  ])('does %s with what is ticked, and stays where one was', async (wish, state) => {
    const [ticked, other] = [
      await addMail(db, { ...place, state: 'review' }),
      await addMail(db, { ...place, state: 'review' }),
    ]
    const done = await send(outboxActions.default, { _do: wish, id: ticked }, `${path}?zustand=review&q=x`)
    expect([done.status, done.location]).toEqual([303, `${path}?zustand=review&q=x&geschehen=${wish}&anzahl=1`])
    expect([await stateOf(ticked), await stateOf(other)]).toEqual([state, 'review'])
  })

  test('lets go what is to be checked, all at once, and nothing that is held back', async () => {
    const [first, held] = [
      await addMail(db, { ...place, state: 'review' }),
      await addMail(db, { ...place, state: 'held' }),
    ]
    await send(outboxActions.default, { _do: 'release:all' }, path)
    expect([await stateOf(first), await stateOf(held)]).toEqual(['queued', 'held'])
  })

  test.each(['', 'explode', '__proto__', 'constructor'])('does nothing when asked for %j', async (wish) => {
    const id = await addMail(db, { ...place, state: 'review' })
    expect((await send(outboxActions.default, { _do: wish, id }, path)).location).toContain('anzahl=0')
    expect(await stateOf(id)).toBe('review')
  })
})

describe('one mail', () => {
  const path = '/organisieren/reihe-2031/2031/post'
  const good = { address: 'neu@rathaus.example', subject: 'Neu', body: 'Text' }

  test('that waits can be changed, let go and deleted', async () => {
    const id = await addMail(db, { ...place, state: 'review' })
    const page = await shown(mail, `${path}/${id}`, { mail: id })
    expect(page.object.fields.map((field: { name: string }) => field.name)).toEqual(['address', 'subject', 'body'])
    expect(page.object.steps.map((step: { name: string }) => step.name)).toEqual(['release', 'hold'])
    const saved = await send(mailActions.default, { ...good, _revision: '1' }, `${path}/${id}`, { mail: id })
    expect(saved.location).toBe(`${path}/${id}?gespeichert`)
    expect((await shown(mail, path, { mail: id })).mail).toMatchObject({ subject: 'Neu', address: good.address })
    await send(mailActions.default, { _do: 'step:release' }, `${path}/${id}`, { mail: id })
    expect(await stateOf(id)).toBe('queued')
  })

  test.each([
    [{ ...good, address: 'nirgends' }, { address: 'address' }],
    [{ ...good, subject: '' }, { subject: 'required' }],
    [{ ...good, body: ' ' }, { body: 'required' }],
  ])('with %j comes back with what is wrong', async (form, problems) => {
    const id = await addMail(db, { ...place, state: 'review' })
    const { status, data } = await send(mailActions.default, { ...form, _revision: '1' }, `${path}/${id}`, { mail: id })
    expect([status, data.problems, data.values]).toMatchObject([422, problems, form])
  })

  test('that somebody else has changed shows both', async () => {
    const id = await addMail(db, { ...place, state: 'review' })
    await send(mailActions.default, { ...good, _revision: '1' }, `${path}/${id}`, { mail: id })
    const late = { ...good, subject: 'Anders', _revision: '1' }
    const { status, data } = await send(mailActions.default, late, `${path}/${id}`, { mail: id })
    expect([status, data.conflict.differences]).toMatchObject([
      409,
      [{ path: 'subject', mine: 'Anders', theirs: 'Neu' }],
    ])
  })

  test('that has gone out shows how, and neither changes nor goes away', async () => {
    const id = await addMail(db, { ...place, state: 'sent' })
    const page = await shown(mail, `${path}/${id}?loeschen`, { mail: id })
    expect([page.object.fields, page.object.steps, page.object.uses]).toEqual([[], [], [{ name: 'Versandt' }]])
    await send(mailActions.default, { _do: 'delete' }, `${path}/${id}`, { mail: id })
    expect(await stateOf(id)).toBe('sent')
  })

  test('that nobody knows the fate of warns before it is sent again', async () => {
    const id = await addMail(db, { ...place, state: 'unknown' })
    const page = await shown(mail, path, { mail: id })
    expect(page.object.steps).toMatchObject([{ name: 'retry', hint: expect.stringContaining('zweimal') }])
  })
})

describe('a text of the series', () => {
  const name = 'letter.free'
  const form = {
    'subject.de': 'Neu: {edition}',
    'subject.en': 'New',
    'body.de': 'Hallo {name}',
    'body.en': 'Hi {name}',
  }
  const act = (more: object) => send(textActions.default, { ...form, ...more } as Form, '/x', { template: name })

  test('is listed, previewed with real data, saved and given up again', async () => {
    expect((await shown(texts)).templates).toContainEqual({ name, title: expect.anything(), isOwn: false })
    const { shown: preview } = await act({ _do: 'preview', _revision: '0' })
    expect(preview).toMatchObject({ name: 'Ada', edition: 'Tagung 2031', mails: [{ locale: 'de' }, { locale: 'en' }] })
    expect(preview.mails[0].mail).toMatchObject({ subject: 'Neu: Tagung 2031', body: 'Hallo Ada\n' })
    expect((await shown(text, '/x', { template: name })).object.revision).toBe(0)
    expect((await act({ _revision: '0' })).location).toBe('/organisieren/reihe-2031/vorlagen/letter.free?gespeichert')
    const { object, placeholders } = await shown(text, '/x', { template: name })
    expect(object).toMatchObject({ input: { body: { de: 'Hallo {name}' } }, steps: [{ name: 'reset' }] })
    expect(Object.keys(placeholders)).toContain('name')
    await act({ _do: 'step:reset' })
    expect((await shown(text, '/x', { template: name })).object.steps).toEqual([])
  })

  test.each([{ _do: 'preview' }, {}])('with what is no placeholder comes back (%j)', async (wish) => {
    const reply = await act({ ...wish, 'body.de': '{constructor}' })
    expect((reply.data ?? reply).problems).toEqual({ 'body.de': 'placeholder' })
    expect((reply.data ?? reply).values['body.de']).toBe('{constructor}')
  })

  test('that there is not is not found', async () => {
    await expect(shown(text, '/x', { template: 'account.sign_in' })).rejects.toThrow('mail_template.not_found')
  })
})

describe('a letter', () => {
  const id = newId('letter')
  const form = { id, template: 'letter.free', edition: '2031', 'subject.de': 'Neu', 'body.de': 'Hallo {name}' }

  test('begins with a text, is previewed and goes into the outbox once', async () => {
    const start = await shown(letter)
    expect(start.values).toMatchObject({ template: 'letter.free', 'subject.de': '{edition}', edition: '2031' })
    const asked = await shown(letter, '/x?ausgabe=gibt-es-nicht&rolle=speaker&rolle=__proto__')
    expect(asked.values).toMatchObject({ edition: '2031', 'roles.speaker': 'on', 'roles.moderator': '' })
    const other = await send(letterActions.default, { ...form, template: 'letter.speakers', _do: 'start' })
    expect(other.values['subject.de']).toBe('Ihr Auftritt: {edition}')
    const { draft } = await send(letterActions.default, { ...form, 'roles.speaker': 'on', _do: 'preview' })
    expect(draft.recipients).toMatchObject([{ name: 'Ada', address: 'ada@rathaus.example' }])
    expect(draft.shown.mail.body).toContain('Hallo Ada')
    for (const _ of [1, 2]) {
      const written = await send(letterActions.default, { ...form, _do: 'write' })
      expect([written.status, written.location]).toEqual([
        303,
        '/organisieren/reihe-2031/2031/post?zustand=review&geschrieben',
      ])
    }
    expect(await db.selectFrom('mails').select('address').execute()).toEqual([{ address: 'ada@rathaus.example' }])
  })

  test.each<[object, object]>([
    [{ 'body.de': '' }, { 'body.de': 'required' }],
    [{ 'body.de': '{nmae}' }, { 'body.de': 'placeholder' }],
    [{ replyTo: 'niemand' }, { replyTo: 'email' }],
    [{ edition: '' }, { edition: 'required' }],
  ])('with %j comes back with what is wrong', async (more, problems) => {
    const { status, data } = await send(letterActions.default, { ...form, ...more, _do: 'write' } as Form)
    expect([status, data.problems]).toEqual([422, problems])
    expect(await db.selectFrom('mails').select('id').execute()).toEqual([])
  })

  test('to nobody is not written', async () => {
    const { status, data } = await send(letterActions.default, { ...form, 'lands.01': 'on', _do: 'write' })
    expect([status, data.draft.recipients]).toEqual([409, []])
  })
})

describe('leaving letters', () => {
  const token = 't'.repeat(43)
  const load = (given = token) => shown(leaving, '/x', { token: given })

  test('happens where one is, and can be taken back', async () => {
    const row = { token, series_id: here.seriesId, address_hash: 'x', left_at: null }
    await db.insertInto('mail_subscribers').values(row).execute()
    expect((await load()).subscription).toMatchObject({ seriesName: 'Reihe 2031', hasLeft: false })
    const ways: Form[] = [{ _do: 'leave' }, { 'List-Unsubscribe': 'One-Click' }]
    for (const form of ways) {
      expect(await send(leave.default, form, '/x', { token })).toBeUndefined()
      expect((await load()).subscription.hasLeft).toBe(true)
    }
    await send(leave.default, { _do: 'stay' }, '/x', { token })
    expect((await load()).subscription.hasLeft).toBe(false)
  })

  test.each(['x', 'u'.repeat(43), '../konto'])('with the link %j is nothing', async (given) => {
    await expect(load(given)).rejects.toMatchObject({ status: 404 })
    expect(await send(leave.default, {}, '/x', { token: given })).toMatchObject(
      given.length === 43 ? { code: 'subscription.not_found' } : { status: 404 },
    )
  })
})

test('outside of the demonstration there is no mailbox', async () => {
  for (const load of [mailbox, mailboxMail, mailboxHtml])
    await expect(shown(load, '/postfach', { mail: 'mai_x' })).rejects.toMatchObject({ status: 404 })
})

describe('the mailbox of the demonstration', () => {
  const inDemo = (load: unknown, more: object = {}) => {
    const made = event('/postfach', more) as unknown as { locals: { ctx: object } }
    Object.assign(made.locals, { ctx: { ...made.locals.ctx, mailer: { kind: 'mailbox' } } })
    return answer((load as Run)(made as never))
  }

  test('shows mails, their text with links, and their HTML locked up', async () => {
    const row = {
      id: 'mai_1',
      recipient: 'a',
      sender: 'b',
      subject: 'Grüße',
      headers: '{}',
      text: 'https://a.example\n',
      html: '<script>x</script>',
      sent_at: '2031-10-01T12:00:00Z',
    }
    await db.insertInto('mailbox_messages').values(row).execute()
    expect((await inDemo(mailbox)).mails).toMatchObject([{ id: 'mai_1', subject: 'Grüße' }])
    const page = await inDemo(mailboxMail, { mail: 'mai_1' })
    expect(page).toMatchObject({ mail: { text: 'https://a.example\n' }, links: ['https://a.example'] })
    expect(page.mail.html).toBeUndefined()
    const html: Response = await inDemo(mailboxHtml, { mail: 'mai_1' })
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    await expect(inDemo(mailboxMail, { mail: 'mai_2' })).rejects.toMatchObject({ status: 404 })
  })
})
