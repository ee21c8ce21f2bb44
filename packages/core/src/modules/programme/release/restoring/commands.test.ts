import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope, SharedScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { mergePersons } from '../../../people/persons/merging/commands.ts'
import { diffProgrammes, isUnchanged } from '../../changes/rules.ts'
import { readDraft } from '../../draft/queries.ts'
import { applyMoves } from '../../journal/commands.ts'
import { listEdits } from '../../journal/queries.ts'
import { publishRelease } from '../commands.ts'
import { findLatestRelease, listReleases } from '../queries.ts'
import { republishRelease, restoreToDraft } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let edition: TestEdition
let scope: EditionScope
let personId: string
let place: { trackId: string; roomId: string }
let [first, second]: string[] = []

/** A release with two sessions; after it the draft has one of them moved and the other taken out. */
beforeEach(async () => {
  edition = await addEdition(db, `zurueck-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  personId = await addPerson(db, `ida-${count}`, 'Ida Öhm')
  place = await addTrackAndRoom(db, edition, 'saal')
  ;[first, second] = await addSessions(db, edition, [
    { title: 'Alpha', ...place, day, startsAt: `${day}T09:00`, durationMinutes: 45, personIds: [personId] },
    { title: 'Beta' },
  ])
  await publishRelease(ctx, { editionId: edition.id })
  await applyMoves(ctx, scope, { moves: [{ kind: 'park', sessionIds: [first!] }] })
  await db.updateTable('sessions').set({ state: 'removed' }).where('id', '=', second!).execute()
})

const shown = async () => (await findLatestRelease(db, edition.id))!.programme
const equals = async (release: Awaited<ReturnType<typeof shown>>) =>
  isUnchanged(diffProgrammes(await readDraft(db, edition.id), release))

test('the draft is again what a release was, and editors are told to read it anew', async () => {
  expect(await restoreToDraft(ctx, scope, 1)).toEqual({ kind: 'restored' })
  expect(await equals(await shown())).toBe(true)
  expect((await listEdits(db, scope, 1)).map(({ kind, moves }) => [kind, moves])).toEqual([
    ['outside', [{ kind: 'restore', release: 1 }]],
  ])
  expect(await restoreToDraft(ctx, scope, 1)).toEqual({ kind: 'unchanged' })
})

test('an earlier release is published once more, as a new one, and the draft stays', async () => {
  await publishRelease(ctx, { editionId: edition.id })
  const draft = await readDraft(db, edition.id)
  const outcome = await republishRelease(ctx, scope, 1, { name: 'Wie zuerst', note: 'Der Umbau entfällt.' })
  expect(outcome).toMatchObject({
    kind: 'published',
    release: { number: 3, name: 'Wie zuerst', note: 'Der Umbau entfällt.' },
  })
  expect((await shown()).sessions.map((session) => session.title).sort()).toEqual(['Alpha', 'Beta'])
  expect(await readDraft(db, edition.id)).toEqual(draft)
  expect(await republishRelease(ctx, scope, 1)).toEqual({ kind: 'unchanged' })
  expect((await listReleases(db, edition.id)).map((release) => release.number)).toEqual([3, 2, 1])
})

test('a room that was removed and made anew under its name comes back as what it was', async () => {
  await db.deleteFrom('rooms').where('id', '=', place.roomId).execute()
  await addTrackAndRoom(db, { ...edition, slug: 'x' }, 'aula')
  await db
    .updateTable('rooms')
    .set({ slug: 'saal' })
    .where('slug', '=', 'aula')
    .where('edition_id', '=', edition.id)
    .execute()
  expect(await restoreToDraft(ctx, scope, 1)).toEqual({ kind: 'restored' })
  expect(await equals(await shown())).toBe(true)
})

test('who was merged with somebody since is that somebody in what is restored and in what is published once more', async () => {
  const twin = await addPerson(db, `ida-oehm-${count}`, 'Ida Oehm')
  await publishRelease(ctx, { editionId: edition.id })
  const named = (id: string) =>
    ({ kind: 'person', id, seriesIds: [scope.seriesId] }) as unknown as SharedScope<'person'>
  expect(await mergePersons(ctx, named(personId), named(twin))).toEqual({ kind: 'merged' })
  await republishRelease(ctx, scope, 1)
  await restoreToDraft(ctx, scope, 1)
  const { rows } = await sql<{ person_id: string }>`select person_id from published_appearances
    where edition_id = ${edition.id} union all select person_id from appearances where session_id = ${first}`.execute(
    db,
  )
  expect(rows.map((row) => row.person_id)).toEqual([twin, twin])
})

test('a release that is not there, and whoever may not', async () => {
  await expect(restoreToDraft(ctx, scope, 9)).rejects.toThrow('release.not_found')
  await expect(republishRelease(ctx, scope, 9)).rejects.toThrow('release.not_found')
  for (const actor of [publicActor, withRole('helper', scope)]) {
    const denied = createContext(db, actor)
    await expect(restoreToDraft(denied, scope, 1)).rejects.toThrow('access.denied')
    await expect(republishRelease(denied, scope, 1)).rejects.toThrow('access.denied')
  }
})
