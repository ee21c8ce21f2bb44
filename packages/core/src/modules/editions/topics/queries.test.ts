import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { saveTopics } from './commands.ts'
import { findTopic, listTopics } from './queries.ts'
import { foldTerm } from './rules.ts'
import { topicInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const topic = (slug: string, synonyms: string[]) => topicInput.parse({ slug, name: { de: slug }, synonyms })

test('topics keep their id, and their synonyms are those said last', async () => {
  const first = await saveTopics(ctx, [topic('e-akte', ['eAkte', 'DMS', 'eAkte']), topic('ki', [])])
  const again = await saveTopics(ctx, [topic('e-akte', ['elektronische Akte', 'Digitale Akte'])])
  expect(again.get('e-akte')).toBe(first.get('e-akte'))
  expect(await findTopic(db, 'e-akte')).toMatchObject({ synonyms: ['Digitale Akte', 'elektronische Akte'] })
  expect((await listTopics(db)).map((one) => one.slug)).toEqual(['e-akte', 'ki'])
  expect(await findTopic(db, 'x')).toBeNull()
})

test('only organisers write the vocabulary', async () => {
  await expect(saveTopics(createContext(db, publicActor), [])).rejects.toThrow('access.denied')
})

test.each([
  ['Elektronische  Akte', 'elektronische akte'],
  ['DS-GVO', 'dsgvo'],
  ['Überörtliche Prüfung', 'uberortliche prufung'],
])('%s is found as %s', (term, folded) => expect(foldTerm(term)).toBe(folded))
