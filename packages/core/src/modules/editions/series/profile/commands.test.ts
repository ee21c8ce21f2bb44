import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor } from '../../../../kernel/actor.ts'
import { findSeries } from '../queries.ts'
import { saveSeriesProfile } from './commands.ts'
import { seriesProfileInput } from './schema.ts'

const { db } = await testDatabase()
const organiser = createContext(db, withRole('operator'))
const profile = (given: object) => seriesProfileInput.parse({ slug: 'it-fachtag', name: 'IT-Fachtag', ...given })

test('a series is added once, and then changed', async () => {
  expect(await saveSeriesProfile(organiser, 'change', profile({}))).toEqual({ kind: 'taken' })
  expect(await saveSeriesProfile(organiser, 'add', profile({ isHome: true }))).toMatchObject({ kind: 'saved' })
  expect(await saveSeriesProfile(organiser, 'add', profile({ name: 'Anderer' }))).toEqual({ kind: 'taken' })
  await saveSeriesProfile(organiser, 'change', profile({ name: 'IT-Fachtag Nord', claim: { de: 'Aus der Praxis' } }))
  expect(await findSeries(db, 'it-fachtag')).toMatchObject({
    name: 'IT-Fachtag Nord',
    claim: { de: 'Aus der Praxis' },
    contacts: [],
  })
})

test('the contact person is kept, changed and taken away; nobody is made twice', async () => {
  const contact = { name: 'Dr. Erika Muster', function: 'Leitung', email: 'erika@stadt.example' }
  const contacts = async () => (await findSeries(db, 'it-fachtag'))?.contacts ?? []
  await saveSeriesProfile(organiser, 'change', profile({ contact }))
  await saveSeriesProfile(organiser, 'change', profile({ contact: { ...contact, function: 'Projektleitung' } }))
  expect(await contacts()).toMatchObject([
    { name: 'Erika Muster', academicTitle: 'Dr.', function: 'Projektleitung', email: 'erika@stadt.example' },
  ])
  expect(await db.selectFrom('persons').select('id').execute()).toHaveLength(1)
  await saveSeriesProfile(organiser, 'change', profile({}))
  expect(await contacts()).toEqual([])
})

test('only organisers may', async () => {
  await expect(saveSeriesProfile(createContext(db, publicActor), 'add', profile({ slug: 'x' }))).rejects.toMatchObject({
    code: 'access.denied',
  })
})

test.each([
  [{ slug: 'suche', name: 'x' }, ['slug']],
  [{ slug: 'a b', name: 'x' }, ['slug']],
  [{ slug: 'a', name: ' ' }, ['name']],
  [{ slug: 'a', name: 'x', contact: { name: 'A', email: 'nobody' } }, ['contact', 'email']],
  [{ slug: 'a', name: 'x', contact: { name: 'A', phone: '0341' } }, ['contact', 'phone']],
])('%j is refused', (input, path) => {
  expect(seriesProfileInput.safeParse(input).error?.issues[0]?.path).toEqual(path)
})
