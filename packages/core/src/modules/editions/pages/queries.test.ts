import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { readPublicationStamp } from '../../../platform/database/publication.ts'
import { addMissingPages, savePage } from './commands.ts'
import { findPage, listPages } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const page = (slug: string, text: string) => ({ slug, title: { de: slug }, body: { de: text } })

test('what the operator has written is not overwritten by a template', async () => {
  expect(await addMissingPages(ctx, [page('impressum', 'Vorlage')])).toEqual(['impressum'])
  await savePage(ctx, page('impressum', 'Stadt Leipzig'))
  expect(await addMissingPages(ctx, [page('impressum', 'Vorlage'), page('datenschutz', 'Vorlage')])).toEqual([
    'datenschutz',
  ])
  expect(await findPage(db, 'impressum')).toMatchObject({ body: { de: 'Stadt Leipzig' } })
  expect((await listPages(db)).map((one) => one.slug)).toEqual(['datenschutz', 'impressum'])
  expect(await findPage(db, 'x')).toBeNull()
})

test('caches hear of a new text, and not of nothing new', async () => {
  const before = await readPublicationStamp(db)
  await addMissingPages(ctx, [page('impressum', 'Vorlage')])
  expect(await readPublicationStamp(db)).toBe(before)
  await savePage(ctx, page('impressum', 'Stadt Halle'))
  expect(await readPublicationStamp(db)).toBe(before + 1)
})

test('a new text will be found', async () => {
  const asked: string[] = []
  const counting = createContext(db, systemActor, undefined, async (_tx, job) => {
    asked.push(job.name)
  })
  await savePage(counting, page('impressum', 'Stadt Jena'))
  expect(asked).toEqual(['library.index-site'])
})

test('visitors may not', async () => {
  await expect(savePage(createContext(db, publicActor), page('x', ''))).rejects.toThrow('access.denied')
})
