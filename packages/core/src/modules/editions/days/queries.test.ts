import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition } from '../../../../test/programme.ts'
import { scopeOfEdition } from '../scope/queries.ts'
import { listEditionDays } from './queries.ts'
import { daysFrom } from './rules.ts'

const { db } = await testDatabase()

test.each<[string | null, string | null, readonly string[]]>([
  ['2031-11-05', null, ['2031-11-05']],
  ['2031-12-31', '2032-01-01', ['2031-12-31', '2032-01-01']],
  ['2031-11-05', '2031-11-04', ['2031-11-05']],
  [null, '2031-11-05', []],
])('from %s to %s', (startsOn, endsOn, days) => expect(daysFrom(startsOn, endsOn)).toEqual(days))

test('a mistake in the year does not make hundreds of days', () => {
  expect(daysFrom('2031-11-05', '2041-11-05')).toHaveLength(14)
})

test('an edition has its days as soon as they are known to the day', async () => {
  const edition = await addEdition(db, 'tage', '2031-11-05')
  const scope = await scopeOfEdition(db, edition.id)
  expect(await listEditionDays(db, scope)).toEqual(['2031-11-05'])
  await db.updateTable('editions').set({ date_precision: 'month' }).where('id', '=', edition.id).execute()
  expect(await listEditionDays(db, scope)).toEqual([])
})
