import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SharedScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { saveTopics } from '../../editions/topics/commands.ts'
import { mergeTopics } from '../../editions/topics/merging/commands.ts'
import { topicInput } from '../../editions/topics/schema.ts'
import { findTopicSlug } from '../../editions/topics/vocabulary/queries.ts'
import { ensureOrganisations } from '../../people/organisations/commands.ts'
import { mergeOrganisations } from '../../people/organisations/merging/commands.ts'
import { findOrganisationSlug } from '../../people/organisations/profile/queries.ts'
import { mergePersons } from '../../people/persons/merging/commands.ts'
import { findOrganisationScope, findPersonScope, findTopicScope } from '../involvement/queries.ts'
import { publishRelease } from '../release/commands.ts'
import { findRelease } from '../release/queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let edition: TestEdition

beforeAll(async () => {
  edition = await addEdition(db, 'einer')
})

const personOf = async (id: string) => (await findPersonScope(db, id)) as SharedScope<'person'>
const organisationOf = async (id: string) => (await findOrganisationScope(db, id)) as SharedScope<'organisation'>
const topicOf = async (id: string) => (await findTopicScope(db, id)) as SharedScope<'topic'>

async function organisations(...names: string[]): Promise<string[]> {
  const ensured = await db.transaction().execute((tx) => ensureOrganisations(tx, names))
  return ensured.map((one) => one.id)
}

async function topics(...names: string[]): Promise<string[]> {
  const inputs = names.map((name) => topicInput.parse({ slug: name.toLowerCase(), name: { de: name } }))
  return [...(await saveTopics(ctx, inputs)).values()]
}

describe('two at once', () => {
  /** Somebody merges one into the other while somebody else does it the other way round. */
  async function crosswise(over: Db, name: string): Promise<string[]> {
    const [a, b] = [await addPerson(db, `${name}-a`, `${name} A`), await addPerson(db, `${name}-b`, `${name} B`)]
    const [one, other] = [await personOf(a), await personOf(b)]
    const crossing = createContext(over, systemActor)
    const all = await Promise.allSettled([mergePersons(crossing, one, other), mergePersons(crossing, other, one)])
    return all.map((one) => (one.status === 'fulfilled' ? one.value.kind : (one.reason.code ?? 'unknown'))).sort()
  }

  test('who merge crosswise leave one of both, and the second is told that the other is gone', async () => {
    expect(await crosswise(db, 'kreuz')).toEqual(['merged', 'person.not_found'])
    const left = await db.selectFrom('persons').select('slug').where('slug', 'like', 'kreuz-%').execute()
    expect(left).toHaveLength(1)
  })

  test('without the locks one of them runs into the other', async () => {
    expect(await crosswise(withoutLocks(db, 2), 'quer')).not.toContain('person.not_found')
  })
})

test('what was published before stays as it was told, word by word', async () => {
  const [a, b] = [await addPerson(db, 'pia', 'Pia Punkt'), await addPerson(db, 'pia-2', 'Pia Punkt-Strich')]
  await addSessions(db, edition, [{ title: 'Alt', personIds: [b] }])
  await publishRelease(ctx, { editionId: edition.id })
  const before = await findRelease(db, edition.id, 1)
  await mergePersons(ctx, await personOf(b), await personOf(a))
  expect(await findRelease(db, edition.id, 1)).toEqual(before)
})

describe('organisations', () => {
  test('contacts and sources name the one that stays', async () => {
    const [from, into] = (await organisations('Amt Alt', 'Amt Neu')) as [string, string]
    const person_id = await addPerson(db, 'uta', 'Uta Uhr')
    const contact = { id: newId('contact'), series_id: edition.seriesId, person_id, organisation_id: from }
    await db.insertInto('contacts').values(contact).execute()
    const source = {
      id: newId('source'),
      series_id: edition.seriesId,
      key: 'bericht',
      title: 'Bericht',
      publisher_id: from,
    }
    await db.insertInto('sources').values(source).execute()
    expect(await mergeOrganisations(ctx, await organisationOf(from), await organisationOf(into))).toEqual({
      kind: 'merged',
    })
    const named = await Promise.all([
      db.selectFrom('contacts').select('organisation_id as id').executeTakeFirst(),
      db.selectFrom('sources').select('publisher_id as id').executeTakeFirst(),
    ])
    expect(named).toEqual([{ id: into }, { id: into }])
    expect(await findOrganisationSlug(db, 'amt-alt')).toBe('amt-neu')
    expect(await findOrganisationScope(db, from)).toBeNull()
  })

  test('what one knows and the other does not is kept; of two answers that of the one that stays', async () => {
    const [from, into] = (await organisations('Werk A', 'Werk B')) as [string, string]
    const set = (id: string, values: object) =>
      db.updateTable('organisations').set(values).where('id', '=', id).execute()
    await set(from, { kind: 'company', land: '14', website: 'https://a.example', description: { de: 'A', en: 'A' } })
    await set(into, { website: 'https://b.example', description: { de: 'B' } })
    await mergeOrganisations(ctx, await organisationOf(from), await organisationOf(into))
    const row = await db.selectFrom('organisations').selectAll().where('id', '=', into).executeTakeFirst()
    expect(row).toMatchObject({
      kind: 'company',
      land: '14',
      website: 'https://b.example',
      description: { de: 'B', en: 'A' },
    })
  })

  test('of another series are not merged by who works on this one; itself is nothing to merge', async () => {
    const [from, into] = (await organisations('Haus A', 'Haus B')) as [string, string]
    const row = { edition_id: edition.id, organisation_id: from, role: 'organiser' as const }
    await db.insertInto('edition_organisers').values(row).execute()
    const stranger = createContext(db, withRole('programme', { seriesId: 'srs_x', editionId: 'edi_x' }))
    const scopes = [await organisationOf(from), await organisationOf(into)] as const
    await expect(mergeOrganisations(stranger, ...scopes)).rejects.toThrow('access.denied')
    expect(await mergeOrganisations(ctx, scopes[0], scopes[0])).toEqual({ kind: 'same' })
    await expect(mergeOrganisations(ctx, { ...scopes[0], id: 'org_none' }, scopes[1])).rejects.toThrow(
      'organisation.not_found',
    )
  })
})

describe('topics', () => {
  test('in a draft that nobody sees yet move as well', async () => {
    const [from, into] = (await topics('Wolke', 'Himmel')) as [string, string]
    const [id] = (await addSessions(db, edition, [{ title: 'Entwurf' }])) as [string]
    await db.insertInto('session_topics').values({ session_id: id, topic_id: from }).execute()
    await mergeTopics(ctx, await topicOf(from), await topicOf(into))
    const rows = await db.selectFrom('session_topics').selectAll().where('session_id', '=', id).execute()
    expect(rows).toEqual([{ session_id: id, topic_id: into }])
    expect([await findTopicSlug(db, 'wolke'), await findTopicSlug(db, 'himmel')]).toEqual(['himmel', null])
  })

  test('a word that both have is there once, and no topic is a synonym of itself', async () => {
    const [from, into] = (await topics('Netze', 'Netz')) as [string, string]
    for (const topic_id of [from, into]) {
      await db.insertInto('topic_synonyms').values({ topic_id, term: 'Glasfaser', folded: 'glasfaser' }).execute()
    }
    await db.insertInto('topic_synonyms').values({ topic_id: from, term: 'LAN', folded: 'lan' }).execute()
    await mergeTopics(ctx, await topicOf(from), await topicOf(into))
    const terms = await db
      .selectFrom('topic_synonyms')
      .select('term')
      .where('topic_id', '=', into)
      .orderBy('term')
      .execute()
    expect(terms.map((row) => row.term)).toEqual(['Glasfaser', 'LAN', 'Netze'])
  })

  test('need the right to both', async () => {
    const [from, into] = (await topics('Recht', 'Gesetz')) as [string, string]
    const helper = createContext(db, withRole('helper', { seriesId: edition.seriesId }))
    await expect(mergeTopics(helper, await topicOf(from), await topicOf(into))).rejects.toThrow('access.denied')
    expect(await mergeTopics(ctx, await topicOf(into), await topicOf(into))).toEqual({ kind: 'same' })
    await expect(mergeTopics(ctx, { ...(await topicOf(from)), id: 'top_none' }, await topicOf(into))).rejects.toThrow(
      'topic.not_found',
    )
  })
})
