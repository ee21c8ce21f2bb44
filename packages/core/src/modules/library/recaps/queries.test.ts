import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { findSessionRecap, listRecaps } from './queries.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'rueckblick')
const [first, second, hidden] = await addSessions(db, edition, [
  { title: 'Erster Beitrag' },
  { title: 'Zweiter Beitrag' },
  { title: 'Entfallen', state: 'removed' },
])
await publishRelease(createContext(db, systemActor), { editionId: edition.id })
await db
  .insertInto('sources')
  .values({ id: 'src_1', series_id: edition.seriesId, key: 'bericht', title: 'Bericht' })
  .execute()

const addRecap = (session_id: string | null, text: string, more: object = {}) =>
  db
    .insertInto('recaps')
    .values({
      id: newId('recap'),
      edition_id: edition.id,
      session_id,
      title: { de: text },
      body: { de: text },
      visibility: 'public',
      ...more,
    })
    .execute()

await addRecap(second!, 'zum zweiten')
await addRecap(first!, 'zum ersten', { source_id: 'src_1' })
await addRecap(null, 'zum Ganzen', { conclusion: { de: 'Fazit' } })
await addRecap(null, 'noch nicht fertig', { visibility: 'draft' })
await addRecap(hidden!, 'zu einem, den es nicht mehr gibt')

describe('the recaps of an edition', () => {
  test('begin with the whole and follow the programme; drafts and removed sessions are left out', async () => {
    const recaps = await listRecaps(db, edition.id, edition.seriesId)
    expect(recaps.map(({ title, session }) => [title.de, session?.slug])).toEqual([
      ['zum Ganzen', undefined],
      ['zum ersten', 'erster-beitrag'],
      ['zum zweiten', 'zweiter-beitrag'],
    ])
    expect(recaps[0]).toMatchObject({ conclusion: { de: 'Fazit' }, source: null })
    expect(recaps[1]?.source?.title).toBe('Bericht')
  })

  test('are nobody’s while the edition is not public', async () => {
    const show = (visibility: 'draft' | 'public') =>
      db.updateTable('editions').set({ visibility }).where('id', '=', edition.id).execute()
    await show('draft')
    expect(await listRecaps(db, edition.id, edition.seriesId)).toEqual([])
    await show('public')
  })

  test('take two queries', async () => {
    expect(await countQueries(db, (counted) => listRecaps(counted, edition.id, edition.seriesId))).toBe(2)
  })
})

test('a session has its own recap or none', async () => {
  expect(await findSessionRecap(db, first!)).toMatchObject({ body: { de: 'zum ersten' }, source: { key: 'bericht' } })
  expect(await findSessionRecap(db, hidden!)).toBeNull()
})
