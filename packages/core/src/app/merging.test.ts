import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../test/actors.ts'
import { testDatabase } from '../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../test/programme.ts'
import { systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import type { SharedScope } from '../kernel/scope.ts'
import { saveTopics } from '../modules/editions/topics/commands.ts'
import { mergeTopics } from '../modules/editions/topics/merging/commands.ts'
import { topicInput } from '../modules/editions/topics/schema.ts'
import { ensureOrganisations } from '../modules/people/organisations/commands.ts'
import { mergeOrganisations } from '../modules/people/organisations/merging/commands.ts'
import { mergePersons } from '../modules/people/persons/merging/commands.ts'
import { findPersonSlug } from '../modules/people/persons/profile/queries.ts'
import { findPublicPerson, listOrganisationSessions } from '../modules/programme/appearances/queries.ts'
import { findOrganisationScope, findPersonScope, findTopicScope } from '../modules/programme/involvement/queries.ts'
import { publishRelease } from '../modules/programme/release/commands.ts'
import { createContext } from './context.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const person = async (id: string) => (await findPersonScope(db, id)) as SharedScope<'person'>
let edition: TestEdition

beforeAll(async () => {
  edition = await addEdition(db, 'merge')
})

/** Two entries for one human, the second with a session; both of the series of the edition. */
async function twoEntries(name: string): Promise<[string, string]> {
  const [known, twin] = [
    await addPerson(db, `${name}-1`, `${name} Eins`),
    await addPerson(db, `${name}-2`, `${name} Zwei`),
  ]
  for (const id of [known, twin]) {
    const { name: spelled } = await db
      .selectFrom('persons')
      .select('name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('person_names')
      .values({ person_id: id, name: spelled, folded: spelled.toLowerCase() })
      .execute()
    await db
      .insertInto('person_references')
      .values({ source: `series:${edition.seriesId}`, reference: id, person_id: id })
      .execute()
  }
  return [known, twin]
}

/** A consent and a mail of a person. */
async function addLeavings(personId: string): Promise<void> {
  const decided = { state: 'given', wording: 'Text', given_via: 'person', decided_at: '2031-10-01T08:00:00Z' } as const
  await db
    .insertInto('person_consents')
    .values({ id: 'cns_1', person_id: personId, edition_id: edition.id, kind: 'photo', ...decided })
    .execute()
  const text = {
    subject: 'Betreff',
    body: 'Text',
    locale: 'de',
    state: 'sent',
    template: 'letter',
    links: '[]',
  } as const
  await db
    .insertInto('mails')
    .values({ id: 'mai_1', key: 'eins', person_id: personId, address: 'zwei@fachtag.example', ...text })
    .execute()
}

test('one human twice becomes one: sessions, contacts, mails, consents, spellings and the old address', async () => {
  const [known, twin] = await twoEntries('ida')
  await addSessions(db, edition, [{ title: 'Doppelt', personIds: [twin] }])
  await publishRelease(ctx, { editionId: edition.id })
  await db
    .insertInto('contacts')
    .values([
      { id: newId('contact'), series_id: edition.seriesId, person_id: known },
      { id: newId('contact'), series_id: edition.seriesId, person_id: twin },
    ])
    .execute()
  await db.insertInto('person_contacts').values({ person_id: twin, email: 'zwei@fachtag.example' }).execute()
  await db
    .updateTable('persons')
    .set({ academic_title: 'Dr.', biography: { de: 'Leitet' } })
    .where('id', '=', twin)
    .execute()
  await addLeavings(twin)

  expect(await mergePersons(ctx, await person(twin), await person(known))).toEqual({ kind: 'merged' })

  for (const table of ['person_consents', 'mails'] as const) {
    expect(await db.selectFrom(table).select('person_id').execute()).toEqual([{ person_id: known }])
  }
  const page = await findPublicPerson(db, 'ida-1')
  expect(page).toMatchObject({ name: 'ida Eins', academicTitle: 'Dr.', biography: { de: 'Leitet' } })
  expect(page?.appearances.map((one) => one.session.title)).toEqual(['Doppelt'])
  expect(page?.appearances[0]?.session.appearances[0]).toMatchObject({ personId: known, personSlug: 'ida-1' })
  expect(await findPublicPerson(db, 'ida-2')).toBeNull()
  expect(await findPersonSlug(db, 'ida-2')).toBe('ida-1')
  const contacts = await db
    .selectFrom('contacts')
    .select(['person_id', 'is_current'])
    .orderBy('is_current', 'desc')
    .execute()
  expect(contacts).toEqual([
    { person_id: known, is_current: true },
    { person_id: known, is_current: false },
  ])
  const stored = await db.selectFrom('person_contacts').select(['person_id', 'email']).execute()
  expect(stored).toEqual([{ person_id: known, email: 'zwei@fachtag.example' }])
  const names = await db
    .selectFrom('person_names')
    .select('name')
    .where('person_id', '=', known)
    .orderBy('name')
    .execute()
  expect(names.map((row) => row.name)).toEqual(['ida Eins', 'ida Zwei'])
})

test('an address that led to the one that is merged away leads on', async () => {
  const [known, twin] = await twoEntries('bo')
  const [third] = await twoEntries('bea')
  await mergePersons(ctx, await person(twin), await person(known))
  await mergePersons(ctx, await person(known), await person(third))
  expect([await findPersonSlug(db, 'bo-1'), await findPersonSlug(db, 'bo-2')]).toEqual(['bea-1', 'bea-1'])
})

test.each<[string, boolean | null, boolean | null, 'merged' | 'two_accounts', number | null]>([
  ['none has an account', null, null, 'merged', null],
  ['only the former has one', null, true, 'merged', 1],
  ['the one in use wins over the disabled one', false, true, 'merged', 1],
  ['the one in use stays', true, false, 'merged', 0],
  ['two in use are one too many', true, true, 'two_accounts', 0],
])('accounts: %s', async (_, knownIsUsed, twinIsUsed, kind, kept) => {
  const pair = await twoEntries(`konto${kind}${knownIsUsed}${twinIsUsed}`)
  const accounts = [newId('account'), newId('account')]
  for (const [index, isUsed] of [knownIsUsed, twinIsUsed].entries()) {
    if (isUsed === null) continue
    const disabled_at = isUsed ? null : '2031-01-01T00:00:00Z'
    await db.insertInto('accounts').values({ id: accounts[index]!, person_id: pair[index]!, disabled_at }).execute()
  }
  expect(await mergePersons(ctx, await person(pair[1]), await person(pair[0]))).toEqual({ kind })
  const owner = await db.selectFrom('accounts').select('id').where('person_id', '=', pair[0]).executeTakeFirst()
  expect(owner?.id).toBe(kept === null ? undefined : accounts[kept])
})

test('an organisation under two names becomes one, also on the pages of its sessions', async () => {
  const [known, twin] = await db.transaction().execute((tx) => ensureOrganisations(tx, ['Lecos GmbH', 'Lecos Leipzig']))
  const [sessionId] = await addSessions(db, edition, [{ title: 'Firma' }])
  const held = { id: newId('appearance'), session_id: sessionId!, role: 'speaker' as const }
  await db
    .insertInto('appearances')
    .values({ ...held, organisation_id: twin!.id })
    .execute()
  await db
    .insertInto('edition_organisers')
    .values(
      [known!, twin!].map(({ id }) => ({ edition_id: edition.id, organisation_id: id, role: 'organiser' as const })),
    )
    .execute()
  await publishRelease(ctx, { editionId: edition.id })
  const scope = async (id: string) => (await findOrganisationScope(db, id)) as SharedScope<'organisation'>
  expect((await scope(twin!.id)).seriesIds).toEqual([edition.seriesId])
  expect(await mergeOrganisations(ctx, await scope(twin!.id), await scope(known!.id))).toEqual({ kind: 'merged' })
  const [listed] = await listOrganisationSessions(db, known!.id)
  expect(listed?.session.appearances[0]).toMatchObject({ organisationId: known!.id, organisationSlug: known!.slug })
  expect(await db.selectFrom('edition_organisers').select('organisation_id').execute()).toEqual([
    { organisation_id: known!.id },
  ])
  expect(await db.selectFrom('organisation_slugs').selectAll().execute()).toEqual([
    { slug: twin!.slug, organisation_id: known!.id, former_id: twin!.id },
  ])
})

test('a topic under two words becomes one; a session about both is about it once', async () => {
  const entry = (slug: string, name: string, ...synonyms: string[]) =>
    topicInput.parse({ slug, name: { de: name }, synonyms })
  const ids = await saveTopics(ctx, [entry('e-akte', 'E-Akte', 'DMS'), entry('akte', 'Elektronische Akte', 'eAkte')])
  const [known, twin] = [ids.get('e-akte')!, ids.get('akte')!]
  const [both, one] = await addSessions(db, edition, [{ title: 'Beides' }, { title: 'Nur eins' }])
  await db
    .insertInto('session_topics')
    .values([
      { session_id: both!, topic_id: known },
      { session_id: both!, topic_id: twin },
      { session_id: one!, topic_id: twin },
    ])
    .execute()
  await publishRelease(ctx, { editionId: edition.id })
  const scope = async (id: string) => (await findTopicScope(db, id)) as SharedScope<'topic'>
  expect(await mergeTopics(ctx, await scope(twin), await scope(known))).toEqual({ kind: 'merged' })
  const cards = await db
    .selectFrom('published_sessions')
    .select(sql<string[]>`card -> 'topicIds'`.as('topicIds'))
    .where('session_id', 'in', [both!, one!])
    .execute()
  expect(cards.map((row) => row.topicIds)).toEqual([[known], [known]])
  const { overview } = await db.selectFrom('published_programmes').select('overview').executeTakeFirstOrThrow()
  expect(overview.topics).toEqual([{ id: known, count: 2 }])
  const terms = await db
    .selectFrom('topic_synonyms')
    .select('term')
    .where('topic_id', '=', known)
    .orderBy('term')
    .execute()
  expect(terms.map((row) => row.term)).toEqual(['DMS', 'Elektronische Akte', 'eAkte'])
})

test('what belongs to another series is not merged by who works on this one', async () => {
  const elsewhere = await addEdition(db, 'anderswo')
  const [known, twin] = await twoEntries('eva')
  const stranger = createContext(db, withRole('programme', { seriesId: elsewhere.seriesId, editionId: elsewhere.id }))
  await expect(mergePersons(stranger, await person(twin), await person(known))).rejects.toThrow('access.denied')
  const own = createContext(db, withRole('programme', { seriesId: edition.seriesId, editionId: edition.id }))
  expect(await mergePersons(own, await person(twin), await person(twin))).toEqual({ kind: 'same' })
  expect(await mergePersons(own, await person(twin), await person(known))).toEqual({ kind: 'merged' })
})

/** Where an entry of the directory is named. Whoever adds a table that does has to say what merging does with it. */
const moved = {
  persons: [
    'accounts',
    'appearances',
    'availabilities',
    'contacts',
    'mails',
    'person_consents',
    'person_contacts',
    'person_names',
    'person_references',
    'person_slugs',
    'published_appearances',
    'reserves',
    'speaker_logistics',
  ],
  organisations: [
    'appearances',
    'contacts',
    'edition_organisers',
    'organisation_names',
    'organisation_slugs',
    'published_appearances',
    'sources',
  ],
  topics: ['published_session_topics', 'session_topics', 'topic_slugs', 'topic_synonyms'],
}

test.each(Object.entries(moved))('everything that refers to %s is moved', async (table, expected) => {
  const { rows } = await sql<{ name: string }>`select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = ${table}::regclass order by name`.execute(db)
  expect(rows.map((row) => row.name)).toEqual(expected)
})
