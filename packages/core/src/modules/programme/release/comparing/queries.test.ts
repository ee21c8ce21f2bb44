import { expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { impactParts } from '../../../../app/impact-parts.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { countImpact } from '../../impact/counting/queries.ts'
import { listPublishers } from '../authors/queries.ts'
import { publishRelease } from '../commands.ts'
import { listReleases } from '../queries.ts'
import { republishRelease } from '../restoring/commands.ts'
import { compareStands, previewRepublishing, viewRelease } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, 'vergleich')
const scope = await scopeOfEdition(db, edition.id)
const { roomId } = await addTrackAndRoom(db, edition, 'saal')
const ida = await addPerson(db, 'ida', 'Ida Öhm')
const day = '2031-11-05'
const [alpha, beta] = await addSessions(db, edition, [
  { title: 'Alpha', roomId, day, startsAt: `${day}T09:00`, durationMinutes: 45, personIds: [ida] },
  { title: 'Beta', roomId, day, startsAt: `${day}T10:00`, durationMinutes: 45 },
])
const set = (id: string, values: { title?: string; starts_at?: string }) =>
  db.updateTable('sessions').set(values).where('id', '=', id).execute()

await publishRelease(ctx, { editionId: edition.id })
await set(beta!, { title: 'Beta neu' })
await db.insertInto('accounts').values({ id: 'acc_ida', person_id: ida, name: null }).execute()
const organiser = accountWith([{ role: 'series-organiser', seriesId: edition.seriesId }], 'acc_ida')
await publishRelease(createContext(db, organiser), { editionId: edition.id })
await set(alpha!, { starts_at: `${day}T11:00` })

const titles = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title)

test('any two stands are compared, the draft and what was before the first among them', async () => {
  expect(titles((await compareStands(ctx, scope, 0, 1)).report.added)).toEqual(['Alpha', 'Beta'])
  expect(titles((await compareStands(ctx, scope, 1, 2)).report.changed)).toEqual(['Beta neu'])
  expect(titles((await compareStands(ctx, scope, 2, 1)).report.changed)).toEqual(['Beta'])
  const toDraft = await compareStands(ctx, scope, 1, 'draft')
  expect([titles(toDraft.report.moved), titles(toDraft.report.changed)]).toEqual([['Alpha'], ['Beta neu']])
  expect((await compareStands(ctx, scope, 2, 2)).isUnchanged).toBe(true)
  await expect(compareStands(ctx, scope, 1, 9)).rejects.toThrow('release.not_found')
})

test('a release is seen as it was published', async () => {
  expect(titles((await viewRelease(ctx, scope, 1)).programme.sessions).sort()).toEqual(['Alpha', 'Beta'])
  await expect(viewRelease(ctx, scope, 3)).rejects.toThrow('release.not_found')
})

test('who published is known where an account did', async () => {
  const [second, first] = await listReleases(db, edition.id)
  const publishers = await listPublishers(ctx, scope)
  expect([publishers.get(second!.id), publishers.get(first!.id)]).toEqual(['Ida Öhm', undefined])
})

test('what publishing an older release again would do is said, and holds only as long as it is so', async () => {
  const preview = await previewRepublishing(ctx, scope, 1)
  expect(titles(preview.report.changed)).toEqual(['Beta'])
  expect(await republishRelease(ctx, scope, 1, { seenStamp: 'another' })).toEqual({ kind: 'outdated' })
  expect(await republishRelease(ctx, scope, 1, { seenStamp: preview.stamp })).toMatchObject({ kind: 'published' })
  expect(await republishRelease(ctx, scope, 1)).toEqual({ kind: 'unchanged' })
})

test('what else is touched is counted by whoever keeps it', async () => {
  expect(await countImpact(db, impactParts, scope, [alpha!])).toEqual([{ name: 'bookmarks', count: 0 }])
})

test('asks as often for a large programme, and only for those who may see the draft', async () => {
  const asked = () =>
    countQueries(db, (counted) => compareStands(createContext(counted, systemActor), scope, 1, 'draft'))
  const before = await asked()
  await addSessions(db, edition, [{ title: 'Gamma' }, { title: 'Delta' }])
  expect(await asked()).toBe(before)
  for (const actor of [publicActor, withRole('finance', scope)]) {
    const stranger = createContext(db, actor)
    await expect((async () => compareStands(stranger, scope, 1, 'draft'))()).rejects.toThrow('access.denied')
    await expect((async () => viewRelease(stranger, scope, 1))()).rejects.toThrow('access.denied')
    await expect((async () => listPublishers(stranger, scope))()).rejects.toThrow('access.denied')
    await expect((async () => previewRepublishing(stranger, scope, 1))()).rejects.toThrow('access.denied')
  }
})
