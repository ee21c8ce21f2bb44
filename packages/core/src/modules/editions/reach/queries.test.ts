import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, type TestEdition } from '../../../../test/programme.ts'
import { newId } from '../../../kernel/ids.ts'
import type { CountQualifier } from '../types.ts'
import { findReach, listAllAttendance, listOrganisedEditions } from './queries.ts'

const { db } = await testDatabase()
const first = await addEdition(db, 'erste', '2029-11-05')
const second = await addEditionOf(db, first.seriesId, 'zweite', '2031-11-05')
const draft = await addEditionOf(db, first.seriesId, 'entwurf', '2033-11-05')
const foreign = await addEdition(db, 'fremd', '2030-05-05')
await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', draft.id).execute()

const addLands = (edition: TestEdition, ...lands: string[]) =>
  db
    .insertInto('edition_lands')
    .values(lands.map((land) => ({ edition_id: edition.id, land })))
    .execute()
const addFigure = (edition: TestEdition, count: number, qualifier: CountQualifier, session_key: string | null = null) =>
  db
    .insertInto('attendance_figures')
    .values({ id: newId('attendance'), edition_id: edition.id, count, qualifier, session_key })
    .execute()

await addLands(first, '14', '15')
await addLands(second, '14')
await addLands(draft, '01')
await addLands(foreign, '09')
await addFigure(first, 200, 'about')
await addFigure(first, 180, 'exact')
await addFigure(first, 60, 'more-than', 'workshop')
await addFigure(draft, 999, 'exact')
await addFigure(foreign, 50, 'exact')

describe('the reach of a series', () => {
  test('names each Land once, with the public editions that say so, the newest first', async () => {
    expect((await findReach(db, first.seriesId)).lands).toEqual([
      { land: '14', editionIds: [second.id, first.id] },
      { land: '15', editionIds: [first.id] },
    ])
  })

  test('keeps all figures of an edition as a whole, and none of a session', async () => {
    expect((await findReach(db, first.seriesId)).attendance).toEqual([
      {
        editionId: first.id,
        figures: [
          { count: 180, qualifier: 'exact' },
          { count: 200, qualifier: 'about' },
        ],
      },
    ])
  })

  test('is nothing for a series that nobody has told of', async () => {
    expect(await findReach(db, newId('series'))).toEqual({ lands: [], attendance: [] })
  })

  test('takes two queries, however many editions there are', async () => {
    expect(await countQueries(db, (counted) => findReach(counted, foreign.seriesId))).toBe(2)
    expect(await countQueries(db, (counted) => findReach(counted, first.seriesId))).toBe(2)
  })
})

test('the attendance of all series leaves drafts out', async () => {
  const all = await listAllAttendance(db)
  expect(all.map(({ editionId, figures }) => [editionId, figures.length]).sort()).toEqual(
    [
      [first.id, 2],
      [foreign.id, 1],
    ].sort(),
  )
})

test('an organisation has the public editions it took part in, the newest first', async () => {
  const organisation_id = newId('organisation')
  await db
    .insertInto('organisations')
    .values({ id: organisation_id, slug: 'kisa', name: 'KISA', kind: 'it-provider' })
    .execute()
  await db
    .insertInto('edition_organisers')
    .values([
      { edition_id: first.id, organisation_id, role: 'cooperation' },
      { edition_id: second.id, organisation_id, role: 'organiser' },
      { edition_id: draft.id, organisation_id, role: 'organiser' },
    ])
    .execute()
  const editions = await listOrganisedEditions(db, organisation_id)
  expect(editions.map(({ slug, role }) => [slug, role])).toEqual([
    ['zweite', 'organiser'],
    ['erste', 'cooperation'],
  ])
  expect(await listOrganisedEditions(db, newId('organisation'))).toEqual([])
})
