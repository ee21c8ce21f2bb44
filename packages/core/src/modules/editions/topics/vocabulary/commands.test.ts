import { describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import { findTopicScope } from '../../../programme/involvement/queries.ts'
import { addTopic, changeTopic } from './commands.ts'
import { findTopicEntry, findTopicSlug } from './queries.ts'
import { topicEntryInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const entry = (de: string, more: object = {}) => topicEntryInput.parse({ name: { de }, ...more })
const scopeOf = async (id: string) => (await findTopicScope(db, id)) as SharedScope<'topic'>

async function add(de: string, more: object = {}): Promise<string> {
  const outcome = await addTopic(ctx, entry(de, more))
  return outcome.kind === 'saved' ? outcome.id : outcome.kind
}

describe('adding a topic', () => {
  test('keeps its words in both languages', async () => {
    const id = await add('E-Akte', {
      name: { de: 'E-Akte', en: 'Electronic files' },
      synonyms: ['DMS', 'Elektronische Akte'],
    })
    expect(await findTopicEntry(db, id)).toMatchObject({
      slug: 'e-akte',
      name: { de: 'E-Akte', en: 'Electronic files' },
      synonyms: ['DMS', 'Elektronische Akte'],
      revision: expect.any(Number),
    })
  })

  test.each(['elektronische  Akte', 'dms', 'electronic files', 'E-AKTE'])(
    '%j is a word that means a topic already',
    async (word) => {
      expect(await addTopic(ctx, entry(word))).toMatchObject({ kind: 'known' })
      expect(await addTopic(ctx, entry('Etwas anderes', { synonyms: [word] }))).toMatchObject({ kind: 'known' })
    },
  )

  test('does not take an address that once led to another', async () => {
    const id = await add('Wolke')
    await db.insertInto('topic_slugs').values({ slug: 'cloud', topic_id: id, former_id: 'top_former' }).execute()
    expect((await findTopicEntry(db, await add('Cloud')))?.slug).toBe('cloud-2')
    expect(await findTopicSlug(db, 'cloud')).toBe('wolke')
    expect(await findTopicSlug(db, 'wolke')).toBeNull()
  })
})

describe('changing a topic', () => {
  test('replaces its words, and keeps its address', async () => {
    const id = await add('OZG', { synonyms: ['Onlinezugangsgesetz'] })
    await changeTopic(ctx, await scopeOf(id), entry('Onlinezugang', { synonyms: ['OZG'] }))
    expect(await findTopicEntry(db, id)).toMatchObject({ slug: 'ozg', name: { de: 'Onlinezugang' }, synonyms: ['OZG'] })
  })

  test('to a word of another, or from an older version, changes nothing', async () => {
    const [id] = [await add('Netze'), await add('Glasfaser')]
    const { revision } = (await findTopicEntry(db, id))!
    expect(await changeTopic(ctx, await scopeOf(id), entry('Glasfaser'))).toMatchObject({
      kind: 'known',
      term: 'Glasfaser',
    })
    await changeTopic(ctx, await scopeOf(id), entry('Netze', { synonyms: ['Breitband'] }), revision)
    expect(await changeTopic(ctx, await scopeOf(id), entry('Netz'), revision)).toEqual({ kind: 'conflict' })
    expect((await findTopicEntry(db, id))?.name).toEqual({ de: 'Netze' })
  })

  test('may who works on a series; a helper may not', async () => {
    const scope = await scopeOf(await add('Frei'))
    const editor = createContext(db, withRole('editor', { seriesId: 'srs_own' }))
    expect(await changeTopic(editor, scope, entry('Frei'))).toMatchObject({ kind: 'saved' })
    const helper = createContext(db, withRole('helper', { seriesId: 'srs_own' }))
    await expect(changeTopic(helper, scope, entry('Frei'))).rejects.toThrow('access.denied')
    await expect(addTopic(helper, entry('Neu'))).rejects.toThrow('access.denied')
  })
})
