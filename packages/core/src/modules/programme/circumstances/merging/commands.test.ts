import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { saveAvailability } from '../commands.ts'
import { readCircumstances } from '../queries.ts'
import { moveCircumstances } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const window = (hour: string) => [{ from: `2031-11-05T${hour}:00`, until: '2031-11-05T18:00' }]

test('one human keeps their own word about an edition, and takes over what only the other entry knew', async () => {
  const [first, second] = [await addEdition(db, 'eins'), await addEdition(db, 'zwei')]
  const [known, twin] = [await addPerson(db, 'ida-1', 'Ida Öhm'), await addPerson(db, 'ida-2', 'Ida Oehm')]
  const third = await addEditionOf(db, first.seriesId, 'drei', '2032-11-05')
  const say = async (editionId: string, personId: string, hour: string) =>
    saveAvailability(ctx, await scopeOfEdition(db, editionId), { personId, windows: window(hour) })
  await say(first.id, known, '09')
  await say(first.id, twin, '14')
  await say(second.id, twin, '14')
  await db
    .insertInto('reserves')
    .values({
      id: newId('reserve'),
      edition_id: third.id,
      person_id: twin,
      function: null,
      organisation_name: null,
      title: null,
      note: null,
    })
    .execute()

  await db.transaction().execute((tx) => moveCircumstances(tx, { fromId: twin, intoId: known }))

  const of = async (id: string) => (await readCircumstances(db, id)).availabilities
  expect(await of(first.id)).toEqual([{ personId: known, windows: window('09') }])
  expect(await of(second.id)).toEqual([{ personId: known, windows: window('14') }])
  expect(await db.selectFrom('reserves').select('person_id').execute()).toEqual([{ person_id: known }])
})
