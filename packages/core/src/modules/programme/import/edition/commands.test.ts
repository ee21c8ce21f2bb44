import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { findEdition } from '../../../editions/queries.ts'
import { addEditionFor } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-10-01T08:00:00Z'))
const schedule = {
  title: 'Tagung 2031',
  firstDay: '2031-11-05',
  timeZone: 'Europe/Vienna',
  city: 'Graz',
  rooms: [],
  tracks: [],
  sessions: [],
}

test('adds the edition, and the series where there is none', async () => {
  expect(await addEditionFor(ctx, { schedule })).toMatchObject({ seriesSlug: 'tagung', slug: '2031' })
  expect(await addEditionFor(ctx, { schedule, edition: 'zweite' })).toMatchObject({
    seriesSlug: 'tagung',
    slug: 'zweite',
  })
  const edition = await findEdition(db, 'tagung', '2031')
  expect(edition).toMatchObject({
    name: 'Tagung 2031',
    timeZone: 'Europe/Vienna',
    state: 'planned',
    date: { startsOn: '2031-11-05', endsOn: '2031-11-05' },
    venue: { city: 'Graz' },
    series: { name: 'Tagung', language: 'de' },
  })
  expect(await db.selectFrom('series').select('slug').execute()).toHaveLength(1)
})

test('leaves an edition alone that is there already', async () => {
  await addEditionFor(ctx, { schedule, series: 'andere' })
  const again = addEditionFor(ctx, { schedule: { ...schedule, title: 'Ganz anders' }, series: 'andere' })
  await expect(again).rejects.toThrow('edition.exists')
  expect((await findEdition(db, 'andere', '2031'))?.name).toBe('Tagung 2031')
})

test('the public may not add one', async () => {
  await expect(addEditionFor(createContext(db, publicActor), { schedule, series: 'x' })).rejects.toThrow(
    'access.denied',
  )
  expect(await db.selectFrom('series').select('id').where('slug', '=', 'x').execute()).toEqual([])
})
