import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import { listReleases } from '@fachtag/core/modules/programme/release/queries'
import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../test/visit.ts'
import { load as changelog } from '../[series]/[edition]/programm/aenderungen/+page.server.ts'
import { GET as feed } from '../[series]/[edition]/programm/aenderungen.atom/+server.ts'
import { load as stands } from './[series]/[edition]/programmstaende/+page.server.ts'
import { load as stand } from './[series]/[edition]/programmstaende/[number]/+page.server.ts'
import * as again from './[series]/[edition]/programmstaende/[number]/erneut/+page.server.ts'
import * as restoring from './[series]/[edition]/programmstaende/[number]/zurueckholen/+page.server.ts'

const { db } = await testDatabase()
const system = createContext(db, systemActor)
const base = '/organisieren/reihe-2031/2031/programmstaende'
const day = '2031-11-05'
let scope: EditionScope
let moving: string
let organiser: ReturnType<typeof withRole>

/** Alpha moves with the second release, and again in the draft. */
beforeAll(async () => {
  const edition = await addEdition(db, '2031')
  scope = await scopeOfEdition(db, edition.id)
  await db.insertInto('accounts').values({ id: 'acc_1', person_id: null, name: 'Olga' }).execute()
  organiser = withRole('series-organiser', { seriesId: edition.seriesId })
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  const at = { roomId, day, durationMinutes: 45 }
  ;[moving = ''] = await addSessions(db, edition, [
    { title: 'Alpha', ...at, startsAt: `${day}T09:00`, personIds: [ida] },
    { title: 'Beta', ...at, startsAt: `${day}T10:00` },
  ])
  await publishRelease(system, { editionId: edition.id })
  await move('14:00')
  await publishRelease(system, { editionId: edition.id, name: 'Nachmittag' })
  await move('16:00')
})

const move = (time: string) =>
  db
    .updateTable('sessions')
    .set({ starts_at: `${day}T${time}` })
    .where('id', '=', moving)
    .execute()
const run = (work: unknown, given: never) =>
  answer((async () => (work as (event: never) => unknown)(given))().catch((thrown: unknown) => thrown))
const params = (number?: string) => ({ series: 'reihe-2031', edition: '2031', ...(number ? { number } : {}) })

function show(load: unknown, path: string, number?: string) {
  return run(load, visit({ db, actor: organiser, scope }, path, params(number)) as never)
}
function send({ actions }: { readonly actions: unknown }, path: string, number: string, form = {}) {
  const event = visit({ db, actor: organiser, scope }, path, params(number), form)
  return run((actions as { default: unknown }).default, event as never)
}
const marksOf = ({ shown }: { shown: { sessions: { value: readonly { mark: string | null; isGhost: boolean }[] } } }) =>
  shown.sessions.value.filter(({ mark }) => mark !== null).map(({ mark, isGhost }) => [mark, isGhost])

describe('the releases', () => {
  test('are listed, the newest first', async () => {
    const { releases, comparison } = await show(stands, base)
    expect(releases.map(({ number, name }: { number: number; name: string }) => [number, name])).toEqual([
      [2, 'Nachmittag'],
      [1, '1'],
    ])
    expect(comparison).toBeNull()
  })

  test.each([
    ['von=1&nach=2', false],
    ['von=2&nach=entwurf', false],
    ['von=2&nach=2', true],
  ])('are compared: %s', async (query, isUnchanged) => {
    const { comparison } = await show(stands, `${base}?${query}`)
    expect(comparison.isUnchanged).toBe(isUnchanged)
    const moved = [
      ['moved', false],
      ['moved', true],
    ]
    expect(marksOf(comparison)).toEqual(isUnchanged ? [] : moved)
  })

  test.each(['von=9&nach=1', 'von=1&nach=99'])('that do not exist are not found: %s', async (query) => {
    expect(await show(stands, `${base}?${query}`)).toMatchObject({ code: 'release.not_found' })
  })

  test('one of them is shown as it was, with what it changed', async () => {
    const shown = await show(stand, `${base}/2`, '2')
    expect(shown).toMatchObject({ release: { number: 2, name: 'Nachmittag' }, rights: { edit: true, publish: true } })
    expect(shown.report.value.moved).toMatchObject([{ title: 'Alpha', to: { startsAt: `${day}T14:00` } }])
    expect(marksOf(shown)).toEqual([])
  })

  test.each(['0', '-1', 'x', '1e3', '9999999'])('%s is the number of none', async (number) => {
    expect(await show(stand, `${base}/${number}`, number)).toMatchObject({ status: 404 })
  })
})

describe('the public', () => {
  test('reads what has changed, and is led to what is still there', async () => {
    const { changelog: told } = await show(changelog, '/reihe-2031/2031/programm/aenderungen')
    expect(told.value.entries.map(({ number }: { number: number }) => number)).toEqual([2])
    expect(told.value.present.get(moving)).toBe('alpha')
  })

  test('has it as a feed', async () => {
    const event = visit({ db, actor: organiser, scope }, '/reihe-2031/2031/programm/aenderungen.atom', params())
    const response = (await (feed as (event: never) => unknown)(event as never)) as Response
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(await response.text()).toContain('<title>Nachmittag</title>')
  })
})

describe('an earlier release', () => {
  test('is published once more by whoever has seen what that means', async () => {
    const preview = await show(again.load, `${base}/1/erneut`, '1')
    expect(preview.impact).toMatchObject({ people: ['Ida Öhm'], rooms: ['saal'], sessionCount: 1 })
    expect(preview.mails.value.unreached).toMatchObject([{ name: 'Ida Öhm', reason: 'no-address' }])
    const stale = await send(again, `${base}/1/erneut`, '1', { stamp: 'another', mails: 'none' })
    expect(stale).toMatchObject({ status: 409, data: { problem: 'outdated', typed: { mails: 'none' } } })
    const sent = await send(again, `${base}/1/erneut`, '1', { stamp: preview.stamp, mails: 'none' })
    expect(sent).toMatchObject({ status: 303 })
    expect((await listReleases(db, scope.editionId)).map(({ number }) => number)).toEqual([3, 2, 1])
  })

  test('comes back as the draft, and the public sees nothing of it', async () => {
    const preview = await show(restoring.load, `${base}/2/zurueckholen`, '2')
    expect(preview).toMatchObject({ isUnchanged: false, isDone: false })
    expect((await send(restoring, `${base}/2/zurueckholen`, '2')).location).toContain('geschehen=zurueckgeholt')
    expect(await show(restoring.load, `${base}/2/zurueckholen?geschehen=zurueckgeholt`, '2')).toMatchObject({
      isUnchanged: true,
      isDone: true,
    })
    expect(await listReleases(db, scope.editionId)).toHaveLength(3)
  })
})
