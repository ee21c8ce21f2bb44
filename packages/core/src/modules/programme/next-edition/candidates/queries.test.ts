import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { publishRelease } from '../../release/commands.ts'
import { listCandidates } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let former: TestEdition
let scope: EditionScope

beforeAll(async () => {
  former = await addEdition(db, '2030', '2030-11-06')
  const older = await addEditionOf(db, former.seriesId, '2029', '2029-11-07')
  const next = await addEditionOf(db, former.seriesId, '2031', '2031-11-05')
  const [ida, bo, eva] = [
    await addPerson(db, 'ida', 'Ida Öhm'),
    await addPerson(db, 'bo', 'Bo Berg'),
    await addPerson(db, 'eva', 'Eva Ecke'),
  ]
  await addSessions(db, older, [{ title: 'Lange her', personIds: [eva] }])
  await addSessions(db, former, [
    { title: 'E-Akte', personIds: [ida, bo] },
    { title: 'Cloud', personIds: [ida] },
  ])
  await addSessions(db, next, [{ title: 'Neu', personIds: [bo] }])
  await db.insertInto('person_contacts').values({ person_id: ida, email: 'ida@fachtag.example' }).execute()
  for (const { id } of [older, former]) await publishRelease(ctx, { editionId: id })
  scope = await scopeOfEdition(db, next.id)
})

test('names who was there the last time, with what they did, and whom a letter reaches', async () => {
  const { from, candidates } = await listCandidates(ctx, scope)
  expect(from).toMatchObject({ slug: '2030' })
  expect(candidates).toMatchObject([
    { name: 'Bo Berg', sessions: ['E-Akte'], isThere: true, hasAddress: false, function: 'Leitung' },
    { name: 'Ida Öhm', sessions: ['Cloud', 'E-Akte'], isThere: false, hasAddress: true },
  ])
})

test('there is nobody to ask again before the first edition', async () => {
  const first = await scopeOfEdition(db, (await addEdition(db, 'erste')).id)
  expect(await listCandidates(ctx, first)).toEqual({ from: null, candidates: [] })
})

test('takes two queries, and is for who plans the programme', async () => {
  const count = countQueries(db, (counted) => listCandidates(createContext(counted, systemActor), scope))
  expect(await count).toBe(2)
  const editor = createContext(db, withRole('editor', scope))
  await expect(listCandidates(editor, scope)).rejects.toThrow('access.denied')
})
