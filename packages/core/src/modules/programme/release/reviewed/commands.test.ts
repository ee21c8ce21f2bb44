import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { applyMoves } from '../../journal/commands.ts'
import { acceptWarning } from '../../warnings/acceptance/commands.ts'
import { fingerprintOf } from '../../warnings/acceptance/rules.ts'
import { previewPublishing } from '../preview/queries.ts'
import { listReleases } from '../queries.ts'
import { publishReviewed } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let edition: TestEdition
let scope: EditionScope
let ids: string[]

/** Two sessions that share a room for a quarter of an hour; Ida speaks at the first. */
beforeEach(async () => {
  edition = await addEdition(db, `durchgesehen-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const personId = await addPerson(db, `ida-${count}`, 'Ida Öhm')
  ids = await addSessions(db, edition, [
    { title: 'Alpha', roomId, day, startsAt: `${day}T09:00`, durationMinutes: 45, personIds: [personId] },
    { title: 'Beta', roomId, day, startsAt: `${day}T09:30`, durationMinutes: 45 },
  ])
})

const park = (id: string) => applyMoves(ctx, scope, { moves: [{ kind: 'park', sessionIds: [id] }] })

test('a draft with an error is published by who has seen it, and by nobody else', async () => {
  const blind = await publishReviewed(ctx, scope, { seenErrors: [] })
  expect(blind).toMatchObject({ kind: 'errors', errors: [{ kind: 'room-taken-twice' }] })
  expect(await listReleases(db, edition.id)).toEqual([])
  const { openErrors } = await previewPublishing(db, scope)
  const seenErrors = openErrors.map((error) => error.key)
  expect(await publishReviewed(ctx, scope, { seenErrors, name: 'Erster Stand', note: 'Vorläufig.' })).toMatchObject({
    kind: 'published',
    release: { name: 'Erster Stand', note: 'Vorläufig.' },
  })
})

test('an error that was accepted needs no second look', async () => {
  const [error] = (await previewPublishing(db, scope)).openErrors
  const input = { key: error!.key, fingerprint: fingerprintOf(error!), reason: 'Der Raum wird geteilt.' }
  await acceptWarning(ctx, scope, input)
  expect((await previewPublishing(db, scope)).openErrors).toEqual([])
  expect(await publishReviewed(ctx, scope, { seenErrors: [] })).toMatchObject({ kind: 'published' })
})

test('the preview says what is published next, for whom, and that nothing has changed when nothing has', async () => {
  expect(await previewPublishing(db, scope)).toMatchObject({
    formerNumber: null,
    isUnchanged: false,
    report: { added: [{ title: expect.any(String) }, { title: expect.any(String) }] },
    impact: { people: [{ name: 'Ida Öhm' }] },
  })
  await park(ids[1]!)
  await publishReviewed(ctx, scope, { seenErrors: [] })
  expect(await previewPublishing(db, scope)).toMatchObject({ formerNumber: 1, isUnchanged: true, openErrors: [] })
  await park(ids[0]!)
  const { report, impact } = await previewPublishing(db, scope)
  expect(report.moved.map((session) => session.id)).toEqual([ids[0]])
  expect(impact.people.map(({ changes }) => changes.map(({ change }) => change.kind))).toEqual([['moved']])
})

test('whoever may not publish does not', async () => {
  for (const actor of [publicActor, withRole('helper', scope)])
    await expect(publishReviewed(createContext(db, actor), scope, { seenErrors: [] })).rejects.toThrow('access.denied')
})

test('the preview of a large programme takes as many queries as that of none', async () => {
  const empty = await scopeOfEdition(db, (await addEdition(db, `leer-${count}`)).id)
  const cost = (of: EditionScope) => countQueries(db, (over) => previewPublishing(over, of))
  expect([await cost(scope), await cost(empty)]).toEqual([16, 16])
})
