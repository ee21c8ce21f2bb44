import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { ensurePersons } from './commands.ts'
import { listPossiblePersons, listTakenSlugs } from './queries.ts'
import type { PersonInput } from './types.ts'

const { db } = await testDatabase()
const said = (name: string, reference?: string, source = 'datei'): PersonInput => ({ name, source, reference })
let ids: Record<string, string>

beforeAll(async () => {
  const inputs = [said('Ida Öhm', '1'), said('Bo Berg', '2'), said('Bo Berg', '3')]
  const ensured = await db.transaction().execute((tx) => ensurePersons(tx, 'srs_1', inputs))
  ids = { ida: ensured[0]!.id, bo: ensured[1]!.id, otherBo: ensured[2]!.id }
})

async function possible(inputs: readonly PersonInput[], scope = 'series:srs_1'): Promise<string[]> {
  const found = await listPossiblePersons(db, scope, inputs)
  return found.map((person) => Object.keys(ids).find((key) => ids[key] === person.id)!).sort()
}

describe('who may be meant', () => {
  test.each<[string, PersonInput[], string[]]>([
    ['by reference', [said('Ganz Anders', '1')], ['ida']],
    ['by name in the series', [said('ida oehm', '9')], ['ida']],
    ['all of one name', [said('Bo Berg', '9')], ['bo', 'otherBo']],
    ['not by the reference of another source', [said('Ganz Anders', '1', 'andere')], []],
  ])('%s', async (_how, inputs, expected) => expect(await possible(inputs)).toEqual(expected))

  test('by name not from another series', async () => {
    expect(await possible([said('Ida Öhm', '9')], 'series:srs_2')).toEqual([])
  })

  test('by our own id', async () => {
    expect(await possible([{ ...said('Wer'), id: ids.bo }], 'series:srs_2')).toEqual(['bo'])
  })

  test('with spellings and references', async () => {
    const [ida] = await listPossiblePersons(db, 'series:srs_1', [said('Ida Öhm')])
    expect(ida).toMatchObject({ slug: 'ida-oehm', name: 'Ida Öhm', spellings: ['ida oehm'] })
    expect(ida?.references.map(({ source }) => source).sort()).toEqual(['datei', 'series:srs_1'])
  })
})

test('slugs that a new person could collide with', async () => {
  expect((await listTakenSlugs(db, [said('Bo Berg'), said('Neu Hier')])).sort()).toEqual(['bo-berg', 'bo-berg-2'])
})

test('asking takes as many queries for many as for one', async () => {
  const many = Array.from({ length: 50 }, (_, n) => said(`Person ${n}`, String(n)))
  const cost = (inputs: readonly PersonInput[]) =>
    countQueries(db, (over) => listPossiblePersons(over, 'series:srs_1', inputs))
  expect(await cost(many)).toBe(await cost([said('Ida Öhm', '1')]))
})
