import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { publishRelease } from '../commands.ts'
import { findPendingRelease } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let edition: TestEdition
let scope: EditionScope

beforeAll(async () => {
  edition = await addEdition(db, 'offen')
  scope = await scopeOfEdition(db, edition.id)
})

const pending = () => findPendingRelease(ctx, scope)

test('an edition without anything has nothing to publish', async () => {
  expect(await pending()).toMatchObject({ isFirst: true, isEmpty: true, counts: { added: 0 } })
})

test('from the first session to the last change it says what publishing would then do', async () => {
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  const [id] = (await addSessions(db, edition, [{ title: 'Eins', personIds: [ida] }, { title: 'Zwei' }])) as [string]
  expect(await pending()).toMatchObject({ isFirst: true, isEmpty: false, counts: { added: 2, changed: 0 } })
  await publishRelease(ctx, { editionId: edition.id })
  expect(await pending()).toMatchObject({ isFirst: false, isEmpty: true })

  await db.updateTable('sessions').set({ title: 'Eins, neu', day: '2031-11-05' }).where('id', '=', id).execute()
  await db.updateTable('sessions').set({ state: 'removed' }).where('title', '=', 'Zwei').execute()
  const { report, counts } = await pending()
  expect(counts).toMatchObject({ added: 0, changed: 1, moved: 1, removed: 1 })
  expect(report.changed[0]?.fields).toEqual([{ field: 'title', from: 'Eins', to: 'Eins, neu' }])
  const outcome = await publishRelease(ctx, { editionId: edition.id })
  expect(outcome).toMatchObject({ kind: 'published', release: { changes: counts } })
})

test('a new room alone is something to publish', async () => {
  await addTrackAndRoom(db, edition, 'saal')
  const { isEmpty, report } = await pending()
  expect([isEmpty, report.rooms.added, report.tracks.added]).toEqual([false, ['saal'], ['saal']])
})

test('takes as many queries for many sessions as for none, and is for who sees the draft', async () => {
  const empty = await scopeOfEdition(db, (await addEdition(db, 'leer')).id)
  const count = (over: EditionScope) =>
    countQueries(db, (counted) => findPendingRelease(createContext(counted, systemActor), over))
  expect(await count(scope)).toBe(await count(empty))
  const finance = createContext(db, withRole('finance', scope))
  await expect(findPendingRelease(finance, scope)).rejects.toThrow('access.denied')
})
