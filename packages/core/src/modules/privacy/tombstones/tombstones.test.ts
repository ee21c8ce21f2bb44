import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { idToGuid } from '../../../kernel/guid.ts'
import type { Db, Transaction } from '../../../platform/database/tables.ts'
import { findSubject } from '../subject/queries.ts'
import { saveMarks } from './commands.ts'
import { findReturned, listMarks, marksOf } from './queries.ts'
import { markOf, within } from './rules.ts'

const { db } = await testDatabase()
const at = '2031-11-06T12:00:00Z'
let number = 0
let edition: TestEdition
let ida: string

beforeEach(async () => {
  number++
  await db.deleteFrom('erasures').execute()
  edition = await addEdition(db, `tafel-${number}`)
  ida = await addPerson(db, `ida-${number}`, `Ida Öhm${number}`)
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida] }])
  await refer(db, ida, 'datei', `p${number}`)
})

function refer(over: Db, person_id: string, source: string, reference: string) {
  return over.insertInto('person_references').values({ source, reference, person_id }).execute()
}
const write = <T>(work: (tx: Transaction) => Promise<T>) => db.transaction().execute(work)

async function eraseIda(): Promise<void> {
  const subject = await findSubject(db, { personId: ida })
  const marks = await marksOf(db, subject!)
  await write(async (tx) => {
    await saveMarks(tx, marks, at)
    for (const table of ['appearances', 'person_references'] as const)
      await tx.deleteFrom(table).where('person_id', '=', ida).execute()
    await tx.deleteFrom('persons').where('id', '=', ida).execute()
  })
}

describe('a mark', () => {
  test('is the same for the same, and another one for anything else', () => {
    const mark = markOf('schluessel', 'person', 'per_1')
    expect(mark).toMatch(/^[0-9a-f]{64}$/)
    expect(markOf('schluessel', 'person', 'per_1')).toBe(mark)
    for (const other of [
      markOf('anderer', 'person', 'per_1'),
      markOf('schluessel', 'account', 'per_1'),
      markOf('schluessel', 'person', 'per_2'),
    ])
      expect(other).not.toBe(mark)
  })

  test.each([
    ['a', 'b:c', 'a:b', 'c'],
    ['a"', 'b', 'a', '"b'],
  ])('of %j within %j is not that of %j within %j', (value, place, otherValue, otherPlace) => {
    expect(within(place, value)).not.toBe(within(otherPlace, otherValue))
  })

  test('of an installation says nothing on another one', async () => {
    const { db: elsewhere } = await testDatabase()
    const keys = await Promise.all(
      [db, elsewhere].map((one) => one.selectFrom('erasure_keys').select('key').executeTakeFirstOrThrow()),
    )
    for (const { key } of keys) expect(key).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is kept once, however often it is saved', async () => {
    await write((tx) => saveMarks(tx, ['b', 'a', 'b'], at))
    await write((tx) => saveMarks(tx, ['a', 'c'], at))
    expect(await listMarks(db)).toEqual(['a', 'b', 'c'])
  })
})

describe('somebody who was erased', () => {
  test('leaves nothing that names them', async () => {
    await eraseIda()
    const marks = (await listMarks(db)).join()
    expect((await listMarks(db)).length).toBeGreaterThanOrEqual(3)
    for (const word of [ida, 'Öhm', `p${number}`, 'datei']) expect(marks).not.toContain(word)
  })

  test('is recognised by their id', async () => {
    await eraseIda()
    expect(await findReturned(db)).toEqual([])
    await db
      .insertInto('persons')
      .values({ id: ida, slug: `neu-${number}`, name: 'Ganz anders', sort_key: 'x' })
      .execute()
    expect(await findReturned(db)).toEqual([{ personId: ida }])
  })

  test('is recognised by what their source calls them, and by our own id in a file of ours', async () => {
    await eraseIda()
    const [first, second, third] = [
      await addPerson(db, `a-${number}`, 'A'),
      await addPerson(db, `b-${number}`, 'B'),
      await addPerson(db, `c-${number}`, 'C'),
    ]
    await refer(db, first, 'datei', `p${number}`)
    await refer(db, second, 'fremd', idToGuid(ida))
    await refer(db, third, 'fremd', `p${number}`)
    expect(await findReturned(db)).toEqual([first, second].toSorted().map((personId) => ({ personId })))
  })

  test('is recognised by name in their series, but only among those whom this transaction makes', async () => {
    await eraseIda()
    const add = async (tx: Db, slug: string, seriesId: string) => {
      const id = await addPerson(tx, `${slug}-${number}`, `Ida Öhm${number}`)
      await tx
        .insertInto('person_names')
        .values({ person_id: id, name: `Ida Öhm${number}`, folded: `ida oehm${number}` })
        .execute()
      await refer(tx, id, `series:${seriesId}`, id)
      return id
    }
    const earlier = await add(db, 'frueher', edition.seriesId)
    await write(async (tx) => {
      const here = await add(tx, 'hier', edition.seriesId)
      await add(tx, 'woanders', 'srs_other')
      expect(await findReturned(tx)).toEqual([{ personId: here }])
    })
    expect(await findReturned(db)).toEqual([])
    expect(earlier).toBeTruthy()
  })

  test('with the name of somebody else is not recognised by it', async () => {
    await addPerson(db, `zweite-${number}`, `Ida Öhm${number}`)
    const subject = await findSubject(db, { personId: ida })
    expect(await marksOf(db, subject!)).toHaveLength(2)
  })
})

test('where nobody was ever erased it takes one query to know that nobody came back', async () => {
  expect(await countQueries(db, findReturned)).toBe(1)
  await eraseIda()
  const few = await countQueries(db, findReturned)
  for (const n of [1, 2, 3]) await addPerson(db, `mehr-${n}-${number}`, 'Mehr')
  expect(await countQueries(db, findReturned)).toBe(few)
})
