import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { publishRelease } from '../release/commands.ts'
import { findCurrentProgramme, listSessionTitles } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const older = await addEdition(db, 'aelter', '2029-11-05')
const newer = await addEditionOf(db, older.seriesId, 'neuer', '2031-11-05')
await addEditionOf(db, older.seriesId, 'ohne-programm', '2033-11-05')

test('the newest public programme of a series is the current one', async () => {
  expect(await findCurrentProgramme(db, older.seriesId)).toBeNull()
  await addSessions(db, older, [{ title: 'Erster Beitrag' }])
  await publishRelease(ctx, { editionId: older.id })
  expect(await findCurrentProgramme(db, older.seriesId)).toBe('aelter')
  await addSessions(db, newer, [{ title: 'Neuer Beitrag' }])
  await publishRelease(ctx, { editionId: newer.id })
  expect(await findCurrentProgramme(db, older.seriesId)).toBe('neuer')
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', newer.id).execute()
  expect(await findCurrentProgramme(db, older.seriesId)).toBe('aelter')
})

test('titles are those of published sessions, by slug', async () => {
  await addSessions(db, older, [{ title: 'Nur im Entwurf' }])
  expect(await listSessionTitles(db, older.id, ['erster-beitrag', 'nur-im-entwurf', 'unbekannt'])).toEqual({
    'erster-beitrag': 'Erster Beitrag',
  })
  expect(await listSessionTitles(db, older.id, [])).toEqual({})
})
