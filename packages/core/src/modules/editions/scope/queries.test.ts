import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition } from '../../../../test/programme.ts'
import { findEditionScope, findSeriesScope, scopeOfEdition } from './queries.ts'

const { db } = await testDatabase()
const one = await addEdition(db, 'eins')
const two = await addEdition(db, 'zwei')
await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', two.id).execute()

test('an edition is known with its series, public or not', async () => {
  expect(await scopeOfEdition(db, one.id)).toEqual({ seriesId: one.seriesId, editionId: one.id })
  expect(await findEditionScope(db, 'reihe-zwei', 'zwei')).toEqual({ seriesId: two.seriesId, editionId: two.id })
  expect(await findSeriesScope(db, 'reihe-eins')).toEqual({ seriesId: one.seriesId })
})

test('an edition at the address of another series is not there', async () => {
  expect(await findEditionScope(db, 'reihe-eins', 'zwei')).toBeNull()
  expect(await findEditionScope(db, 'reihe-keine', 'eins')).toBeNull()
  expect(await findSeriesScope(db, 'keine')).toBeNull()
  await expect(scopeOfEdition(db, 'edi_none')).rejects.toThrow('edition.not_found')
})
