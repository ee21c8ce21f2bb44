import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { hashAddress } from '../../messages/mail/addresses/rules.ts'
import { openAccount } from '../../people/accounts/commands.ts'
import { ensureErasedPerson } from '../../people/persons/erased/commands.ts'
import { erasedPerson } from '../../people/persons/erased/rules.ts'
import { findSubject, findSubjectKey } from './queries.ts'
import type { KnownSubject, SubjectKey } from './types.ts'

const { db } = await testDatabase()
const system = createContext(db, systemActor)
let number = 0
let ida: string
let accountId: string

beforeEach(async () => {
  number++
  ida = await addPerson(db, `ida-oehm-${number}`, `Ida Öhm${number}`)
  const named = { academic_title: 'Dr.', given_name: 'Ida', family_name: `Öhm${number}` }
  await db.updateTable('persons').set(named).where('id', '=', ida).execute()
  accountId = await openAccount(system, { personId: ida, address: `Ida${number}@Rathaus.example` })
})

async function need(key: SubjectKey): Promise<KnownSubject> {
  const subject = await findSubject(db, key)
  if (!subject) throw new Error('nobody was found')
  return subject
}
const addSpelling = (personId: string, name: string) =>
  db.insertInto('person_names').values({ person_id: personId, name, folded: name.toLowerCase() }).execute()
const addContact = async (person_id: string, email: string) => {
  const { seriesId } = await addEdition(db, `kontakt-${number}-${email.length}-${person_id.slice(-4)}`)
  const rest = { edition_id: null, organisation_id: null, function: null, phone: null, source_id: null }
  await db
    .insertInto('contacts')
    .values({ id: newId('contact'), series_id: seriesId, person_id, email, ...rest })
    .execute()
  return seriesId
}

describe('somebody', () => {
  test('is the same by their person and by their account', async () => {
    const subject = await need({ personId: ida })
    expect(await need({ accountId })).toEqual(subject)
    expect(subject).toMatchObject({ name: `Dr. Ida Öhm${number}`, personIds: [ida], accountIds: [accountId] })
  })

  test('has all spellings of more than one word, and the family name only in an address', async () => {
    await addSpelling(ida, `Ida Oehm${number}`)
    await addSpelling(ida, 'Idchen')
    const { names, allusions } = await need({ personId: ida })
    expect(names).toEqual([`Dr. Ida Öhm${number}`, `Ida Öhm${number}`, `Öhm${number}, Ida`, `Ida Oehm${number}`])
    expect(allusions).toEqual(expect.arrayContaining([`Frau Öhm${number}`, `Dr. Öhm${number}`, `ida-oehm-${number}`]))
    expect(allusions).not.toContain(`Öhm${number}`)
  })

  test('has their addresses in small letters, and not those that they share', async () => {
    const bo = await addPerson(db, `bo-${number}`, `Bo Berg${number}`)
    await db
      .insertInto('person_contacts')
      .values({ person_id: ida, email: `Privat${number}@example.org`, phone: null })
      .execute()
    await addContact(ida, `eigen${number}@example.org`)
    for (const person of [ida, bo]) await addContact(person, `info${number}@example.org`)
    const { addresses, addressHashes, words } = await need({ personId: ida })
    const expected = [`eigen${number}@example.org`, `ida${number}@rathaus.example`, `privat${number}@example.org`]
    expect(addresses).toEqual(expected)
    expect(addressHashes).toEqual(expected.map(hashAddress))
    expect(words).toEqual(expect.arrayContaining([...expected, `Ida Öhm${number}`, `personen/ida-oehm-${number}`]))
  })

  test('belongs to every series that they appear in, drafts included, or speak for', async () => {
    const edition = await addEdition(db, `auftritt-${number}`)
    await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida] }])
    const contact = await addContact(ida, `x${number}@example.org`)
    const scope = newId('series')
    await db
      .insertInto('person_references')
      .values({ source: `series:${scope}`, reference: ida, person_id: ida })
      .execute()
    expect((await need({ personId: ida })).seriesIds).toEqual([edition.seriesId, contact, scope].sort())
  })

  test('is known by what they were called before two entries were merged', async () => {
    const former = { slug: `ida-alt-${number}`, person_id: ida, former_id: `per_former_${number}` }
    await db.insertInto('person_slugs').values(former).execute()
    const subject = await need({ personId: ida })
    expect(subject.personIds).toEqual([ida, former.former_id])
    expect(subject.slugs).toEqual(expect.arrayContaining([`ida-oehm-${number}`, former.slug]))
  })
})

describe('a name', () => {
  test.each<[string, (other: string) => Promise<unknown>]>([
    [
      'that is another person’s',
      (other) =>
        db
          .updateTable('persons')
          .set({ name: `ida öhm${number}` })
          .where('id', '=', other)
          .execute(),
    ],
    ['that another person is also called', (other) => addSpelling(other, `Ida Öhm${number}`)],
  ])('%s is not looked for in texts', async (_, make) => {
    await make(await addPerson(db, `andere-${number}`, `Andere ${number}`))
    const { hasNamesake, names, words, slugs } = await need({ personId: ida })
    expect([hasNamesake, slugs]).toEqual([true, []])
    expect(names.length).toBeGreaterThan(0)
    expect(words).not.toContain(`Ida Öhm${number}`)
    expect(words).toContain(`ida${number}@rathaus.example`)
  })

  test('of one word is nobody’s in particular', async () => {
    const prince = await addPerson(db, `prinz${number}`, `Prinz${number}`)
    expect(await need({ personId: prince })).toMatchObject({
      name: `Prinz${number}`,
      names: [],
      slugs: [],
      words: [],
    })
  })
})

test('an account that belongs to nobody in a programme is somebody too', async () => {
  const id = await openAccount(system, { name: `Olga Orga${number}`, address: `olga${number}@example.org` })
  expect(await need({ accountId: id })).toMatchObject({
    name: `Olga Orga${number}`,
    personIds: [],
    accountIds: [id],
    addresses: [`olga${number}@example.org`],
    seriesIds: [],
  })
})

test('an address that is neither a person’s nor an account’s is somebody when something is theirs', async () => {
  const address = `nur${number}@example.org`
  expect(await findSubject(db, { address })).toBeNull()
  await db
    .insertInto('barrier_reports')
    .values({ id: `bar_${number}`, page: '/', description: 'Kein Fokus', reply_to: address, answered_at: null })
    .execute()
  expect(await need({ address: address.toUpperCase() })).toMatchObject({
    name: address,
    addresses: [address],
    words: [address],
    personIds: [],
  })
  expect(await findSubjectKey(db, address)).toEqual({ address })
})

test('nobody is nobody, and so is the placeholder of those who were erased', async () => {
  await db.transaction().execute(ensureErasedPerson)
  for (const personId of ['per_none', '', erasedPerson.id]) expect(await findSubject(db, { personId })).toBeNull()
  expect(await findSubject(db, { accountId: 'acc_none' })).toBeNull()
})

test('finding somebody takes as many queries with many rows as with few', async () => {
  const cost = () => countQueries(db, (over) => findSubject(over, { personId: ida }))
  const before = await cost()
  for (const name of ['Ida A', 'Ida B', 'Ida C']) await addSpelling(ida, `${name}${number}`)
  expect(await cost()).toBe(before)
})

describe('whom somebody at the command line means', () => {
  test('is found by id, part of the address, or e-mail address', async () => {
    const bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
    await db
      .insertInto('person_contacts')
      .values({ person_id: bo, email: `Bo${number}@example.org`, phone: null })
      .execute()
    const olga = await openAccount(system, { name: 'Olga Orga', address: `olga-${number}@example.org` })
    const cases: [string, SubjectKey | null][] = [
      [ida, { personId: ida }],
      [`ida-oehm-${number}`, { personId: ida }],
      [accountId, { personId: ida }],
      [`IDA${number}@rathaus.example`, { personId: ida }],
      [`bo${number}@EXAMPLE.org`, { personId: bo }],
      [`olga-${number}@example.org`, { accountId: olga }],
      ['niemand', null],
      ['', null],
    ]
    for (const [text, key] of cases) expect([text, await findSubjectKey(db, text)]).toEqual([text, key])
  })
})
