import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { importArchive } from '../../library/archive/commands.ts'
import { exportArchive } from '../../library/archive/export/queries.ts'
import { erasedPerson } from '../../people/persons/erased/rules.ts'
import { listPublicPersons } from '../../programme/appearances/queries.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { forgetPerson } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

test('an archive written after somebody was erased names nobody in their place, and is read back as it was', async () => {
  const edition = await addEdition(db, 'archiv')
  const persons = [await addPerson(db, 'ida-oehm', 'Ida Öhm'), await addPerson(db, 'bo-berg', 'Bo Berg')]
  await addSessions(db, edition, [
    { title: 'Alpha', personIds: persons },
    { title: 'Beta', personIds: [persons[0]!] },
  ])
  await publishRelease(ctx, { editionId: edition.id })
  await forgetPerson(ctx, { personId: persons[0]! })
  const archive = await exportArchive(db, 'reihe-archiv')
  expect(JSON.stringify(archive)).not.toMatch(/Öhm|oehm/)
  expect(JSON.stringify(archive)).toContain('Bo Berg')
  expect(await importArchive(ctx, archive!)).toEqual({ kind: 'unchanged' })
  const changed = { ...archive!, series: { ...archive!.series, claim: { de: 'Neu' } } }
  expect(await importArchive(ctx, changed)).toMatchObject({ kind: 'imported' })
  expect((await listPublicPersons(db)).persons.map((person) => person.name)).toEqual(['Bo Berg'])
  const placeholders = await db.selectFrom('persons').select('id').where('name', '=', erasedPerson.name).execute()
  expect(placeholders).toEqual([{ id: erasedPerson.id }])
})
