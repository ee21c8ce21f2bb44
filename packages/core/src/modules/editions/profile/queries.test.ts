import { expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEditionOf } from '../../../../test/programme.ts'
import { addWorkplaces } from '../../../../test/workplaces.ts'
import { createContext } from '../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../kernel/actor.ts'
import { listEditionNames, listOwnEditions } from './queries.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const both = [own.seriesId, foreign.seriesId]
const at = ({ seriesId, editionId }: typeof own) => ({ seriesId, editionId })
await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', own.editionId).execute()
await db.updateTable('editions').set({ starts_on: null }).where('id', '=', foreign.editionId).execute()

const slugs = async (actor: Actor, seriesIds: readonly string[] = both) =>
  (await listOwnEditions(createContext(db, actor), seriesIds)).map(({ slug }) => slug)

test.each<[string, Actor, string[]]>([
  ['the machine', systemActor, ['fremd', '2032', '2031']],
  ['who runs the installation', withRole('operator'), ['fremd', '2032', '2031']],
  ['who organises a series', withRole('series-organiser', { seriesId: own.seriesId }), ['2032', '2031']],
  ['who plans one edition', withRole('programme', at(own)), ['2031']],
  ['who helps at one edition', withRole('helper', at(sister)), ['2032']],
  ['who chairs a track', withRole('review', { ...at(own), trackId: 'trk_1' }), ['2031']],
  [
    'who works on editions of two series',
    accountWith([
      { role: 'editor', ...at(sister) },
      { role: 'review', ...at(foreign) },
    ]),
    ['fremd', '2032'],
  ],
])('%s sees the editions that they work on, drafts too, undated ones on top', async (_, actor, expected) => {
  expect(await slugs(actor)).toEqual(expected)
})

test('only of the series that were asked for, and of none nothing', async () => {
  expect(await slugs(systemActor, [foreign.seriesId])).toEqual(['fremd'])
  expect(await slugs(systemActor, [])).toEqual([])
})

test.each<[string, Actor]>([
  ['visitors', publicActor],
  ['somebody without any role', accountWith([])],
  ['an organiser who has not given the second factor', { ...withRole('series-organiser'), isStrong: false }],
])('nothing for %s', async (_, actor) => {
  await expect(slugs(actor)).rejects.toThrow('access.denied')
})

test('the editions of a series to choose from, for one query each, however many', async () => {
  const cost = () => countQueries(db, (counted) => listOwnEditions(createContext(counted, systemActor), both))
  const few = await cost()
  const series = { id: own.editionId, seriesId: own.seriesId, slug: '2031' }
  for (const slug of ['2028', '2029', '2030']) await addEditionOf(db, series.seriesId, slug, `${slug}-11-01`)
  expect([await cost(), few]).toEqual([1, 1])
  expect((await listEditionNames(db, own)).map(({ name }) => name.slice(-4))).toEqual([
    '2032',
    '2031',
    '2030',
    '2029',
    '2028',
  ])
  expect(await countQueries(db, (counted) => listEditionNames(counted, own))).toBe(1)
})
