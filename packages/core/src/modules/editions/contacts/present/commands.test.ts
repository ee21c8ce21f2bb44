import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addPerson } from '../../../../../test/programme.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { findManagedSeries } from '../../series/profile/queries.ts'
import { addSource } from '../../sources/record/commands.ts'
import { listContacts } from '../queries.ts'
import { contactsForm } from '../schema.ts'
import { changeContacts } from './commands.ts'
import { findContactsForm } from './queries.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, foreign } = places
const system = createContext(db, systemActor)
const ida = await addPerson(db, 'ida-oehm', 'Ida Öhm')
const bo = await addPerson(db, 'bo-berg', 'Bo Berg')
await db.updateTable('persons').set({ academic_title: 'Dr.' }).where('id', '=', ida).execute()
await db.insertInto('organisations').values({ id: 'org_1', slug: 'kisa', name: 'KISA', kind: 'it-provider' }).execute()
const source = await addSource(system, own, { title: 'Aushang' })
const theirs = await addSource(system, foreign, { title: 'Fremder Aushang' })

const form = (...contacts: object[]) => contactsForm.parse({ contacts })
const save = (...contacts: object[]) => changeContacts(system, own, form(...contacts))
const shown = async () => (await listContacts(db, own.seriesId)).map(({ name }) => name)
const revision = async () => (await findManagedSeries(db, own))!.revision

const full = {
  personId: ida,
  organisationId: 'org_1',
  function: 'Tagungsbüro',
  email: 'ida@kisa.example',
  phone: '+49 341 123456',
  editionId: own.editionId,
  sourceId: source,
}

describe('the contact persons of a series', () => {
  test('are read as they were written, with names, and the caches hear of them', async () => {
    const told = await hear(db, systemActor, (ctx) => changeContacts(ctx, own, form(full, { personId: bo })))
    expect([told.answer, told.touched]).toEqual([{ kind: 'saved' }, 1])
    const { contacts, names } = await findContactsForm(db, own)
    expect(contacts).toEqual([full, { personId: bo }])
    expect(names).toEqual({ [ida]: 'Dr. Ida Öhm', [bo]: 'Bo Berg', org_1: 'KISA' })
    expect(await shown()).toEqual(['Ida Öhm', 'Bo Berg'])
  })

  test('stand in the order of the form, and keep the address of their entry', async () => {
    await save(full, { personId: bo })
    const before = await listContacts(db, own.seriesId)
    await save({ personId: bo }, full)
    const after = await listContacts(db, own.seriesId)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).reverse())
  })

  test('who are no longer named are not shown, and come back to their old entry', async () => {
    await save(full, { personId: bo })
    const entry = (await listContacts(db, own.seriesId)).find(({ personId }) => personId === bo)
    await save(full)
    expect(await shown()).toEqual(['Ida Öhm'])
    await save({ personId: bo })
    expect((await listContacts(db, own.seriesId)).map(({ id }) => id)).toEqual([entry?.id])
  })

  test('who are named for the first time become people of the series, once', async () => {
    await save({ personName: 'Eva Ecke' })
    await save({ personName: 'Eva Ecke', function: 'Leitung' })
    const persons = await db.selectFrom('persons').select('id').where('name', '=', 'Eva Ecke').execute()
    expect(persons).toHaveLength(1)
    expect((await findContactsForm(db, own)).contacts).toMatchObject([
      { personId: persons[0]?.id, function: 'Leitung' },
    ])
  })

  test('are read by whoever sees a series, and by none of another', async () => {
    expect(await findContactsForm(db, foreign)).toEqual({ contacts: [], names: {} })
  })

  test('somebody else has changed meanwhile stay as they are', async () => {
    await save(full)
    const opened = await revision()
    await db.updateTable('series').set({ name: 'Umbenannt' }).where('id', '=', own.seriesId).execute()
    const late = await hear(db, systemActor, (ctx) => changeContacts(ctx, own, form({ personId: bo }), opened))
    expect([late.answer, late.touched]).toEqual([{ kind: 'conflict' }, 0])
    expect(await shown()).toEqual(['Ida Öhm'])
    expect(await changeContacts(system, own, form({ personId: bo }), await revision())).toEqual({ kind: 'saved' })
  })
})

describe('nothing is saved', () => {
  test.each([
    ['a person in two rows', [{ personId: bo }, full, { personId: bo }], { kind: 'twice', row: 2 }],
    [
      'a new person in two rows',
      [{ personName: 'Neu Neumann' }, { personName: 'Neu Neumann' }],
      { kind: 'twice', row: 1 },
    ],
  ])('of %s', async (_, rows, answer) => {
    await save(full)
    expect(await save(...rows)).toEqual(answer)
    expect(await shown()).toEqual(['Ida Öhm'])
  })

  test.each([
    ['an edition of another series', { personId: bo, editionId: foreign.editionId }, 'edition.not_found'],
    ['a source of another series', { personId: bo, sourceId: theirs }, 'source.not_found'],
    ['an organisation that is not there', { personId: bo, organisationId: 'org_none' }, 'organisation.not_found'],
    ['a person who is not there', { personId: 'per_none' }, 'person.not_found'],
  ])('that names %s', async (_, row, code) => {
    await save(full)
    await expect(save(row)).rejects.toThrow(code)
    expect(await shown()).toEqual(['Ida Öhm'])
  })

  test('of a series that is not there', async () => {
    await expect(changeContacts(system, { seriesId: 'srs_none' }, form())).rejects.toThrow('series.not_found')
  })

  test('by anybody but who organises the series', async () => {
    expect(await whoMay(db, places, (ctx) => changeContacts(ctx, own, form(), -1))).toEqual([
      'system',
      'operator',
      'series-organiser',
    ])
  })
})

test.each([
  [{ function: 'Büro' }, 'personId'],
  [{ personId: ida, email: 'ida@' }, 'email'],
  [{ personId: ida, phone: '0341 1234' }, 'phone'],
  [{ personId: ida, phone: '+49 (0) tel' }, 'phone'],
])('the form refuses %j', (row, field) => {
  expect(contactsForm.safeParse({ contacts: [row] }).error?.issues[0]?.path).toEqual(['contacts', 0, field])
})

test('saving three costs as much as saving one', async () => {
  const cost = (...rows: object[]) =>
    countQueries(db, (counted) => changeContacts(createContext(counted, systemActor), own, form(...rows)))
  const one = await cost(full)
  const third = await addPerson(db, 'uwe-uhl', 'Uwe Uhl')
  expect(await cost(full, { personId: bo }, { personId: third })).toBe(one)
})
