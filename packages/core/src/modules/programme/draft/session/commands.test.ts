import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { ensureOrganisations } from '../../../people/organisations/commands.ts'
import { findPersonScope } from '../../involvement/queries.ts'
import { publishRelease } from '../../release/commands.ts'
import { findPendingRelease } from '../../release/pending/queries.ts'
import { setSessionState } from '../state/commands.ts'
import { addSession, changeSession } from './commands.ts'
import { findDraftSession } from './queries.ts'
import { sessionInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const talk = (more: object = {}) => sessionInput.parse({ type: 'talk', title: 'E-Akte im Landkreis', ...more })
let scope: EditionScope
let foreign: EditionScope
let own: { trackId: string; roomId: string }
let others: { trackId: string; roomId: string }
let ida: string

beforeAll(async () => {
  const edition = await addEdition(db, '2031')
  const next = await addEditionOf(db, edition.seriesId, '2032', '2032-11-03')
  ;[scope, foreign] = [await scopeOfEdition(db, edition.id), await scopeOfEdition(db, next.id)]
  own = await addTrackAndRoom(db, edition, 'verwaltung')
  others = await addTrackAndRoom(db, next, 'verwaltung')
  ida = await addPerson(db, 'ida', 'Ida Öhm')
})

const find = async (id: string) => (await findDraftSession(db, scope, id))!

describe('a session', () => {
  test('holds all that the form says, and what a known name means', async () => {
    await db.transaction().execute((tx) => ensureOrganisations(tx, ['Lecos GmbH']))
    const { id } = await addSession(
      ctx,
      scope,
      talk({
        ...own,
        titleIsGiven: false,
        subtitle: 'Ein Bericht',
        abstract: 'Wie es *ging*',
        method: 'Vorführung',
        language: 'en',
        day: '2031-11-05',
        time: '10:00',
        durationMinutes: 45,
        links: [{ title: 'Mehr', url: 'https://fachtag.example/mehr' }],
        appearances: [
          { personId: ida, role: 'speaker', function: 'Leiterin', organisationName: 'LECOS', mode: 'remote' },
          { role: 'host', organisationName: 'Eine Stadt' },
        ],
      }),
    )
    const session = await find(id)
    expect(session).toMatchObject({
      slug: 'e-akte-im-landkreis',
      ...own,
      titleIsGiven: false,
      subtitle: 'Ein Bericht',
      startsAt: '2031-11-05T10:00',
      durationMinutes: 45,
      state: 'planned',
      isPublished: false,
    })
    expect(session.appearances).toMatchObject([
      {
        personId: ida,
        name: 'Ida Öhm',
        organisationName: 'Lecos GmbH',
        organisationSlug: 'lecos-gmbh',
        mode: 'remote',
      },
      { personId: null, organisationName: 'Eine Stadt', organisationId: null },
    ])
  })

  test('loses what the form no longer says, and keeps who stays', async () => {
    const { id } = await addSession(ctx, scope, talk({ appearances: [{ personId: ida, role: 'speaker' }] }))
    const [held] = (await find(id)).appearances
    const stand = { role: 'speaker', organisationName: 'Ersatz', replacesId: held!.id }
    const replaced = { id: held!.id, personId: ida, role: 'speaker', state: 'replaced' }
    await changeSession(ctx, scope, id, talk({ title: 'Neu', appearances: [replaced, stand] }))
    const after = await find(id)
    expect(after).toMatchObject({ title: 'Neu', slug: 'e-akte-im-landkreis-2', abstract: '' })
    expect(after.appearances.map((one) => [one.id === held!.id, one.state, one.replacesId])).toEqual([
      [true, 'replaced', null],
      [false, 'planned', held!.id],
    ])
    await changeSession(ctx, scope, id, talk({ appearances: [stand] }))
    const [last] = (await find(id)).appearances
    expect(last).toMatchObject({ id: after.appearances[1]!.id, organisationName: 'Ersatz', replacesId: null })
  })

  test('is not seen by the public before its programme is published', async () => {
    const { id } = await addSession(ctx, scope, talk({ title: 'Ein Entwurf' }))
    expect((await findPendingRelease(ctx, scope)).report.added.map((one) => one.title)).toContain('Ein Entwurf')
    await publishRelease(ctx, { editionId: scope.editionId })
    expect(await findPendingRelease(ctx, scope)).toMatchObject({ isEmpty: true, isFirst: false })
    expect((await find(id)).isPublished).toBe(true)
    await changeSession(ctx, scope, id, talk({ title: 'Ein Beitrag' }))
    const published = await db.selectFrom('published_sessions').select('title').where('session_id', '=', id).execute()
    expect(published).toEqual([{ title: 'Ein Entwurf' }])
    expect(await findPendingRelease(ctx, scope)).toMatchObject({ counts: { changed: 1, added: 0 } })
  })

  test('brings somebody new into the directory, once, as one of the series', async () => {
    const fresh = { personName: 'Dr. Nele Neu', role: 'speaker' }
    const { id } = await addSession(ctx, scope, talk({ appearances: [fresh, { ...fresh, role: 'moderator' }] }))
    const { appearances } = await find(id)
    expect(appearances.map((one) => one.name)).toEqual(['Dr. Nele Neu', 'Dr. Nele Neu'])
    expect(new Set(appearances.map((one) => one.personId)).size).toBe(1)
    expect(await findPersonScope(db, appearances[0]!.personId!)).toMatchObject({ seriesIds: [scope.seriesId] })
  })

  test('keeps what an import knows it by', async () => {
    const [id] = await addSessions(db, { id: scope.editionId, seriesId: scope.seriesId, slug: '2031' }, [
      { title: 'Eingelesen' },
    ])
    await db.updateTable('sessions').set({ source_key: 'datei', reference: '7' }).where('id', '=', id!).execute()
    await changeSession(ctx, scope, id!, talk({ title: 'Anders' }))
    const row = await db.selectFrom('sessions').select(['source_key', 'reference']).where('id', '=', id!).execute()
    expect(row).toEqual([{ source_key: 'datei', reference: '7' }])
  })
})

describe('two people at one session', () => {
  test('the second is told, and nothing is lost', async () => {
    const { id } = await addSession(ctx, scope, talk())
    const { revision } = await find(id)
    expect(await changeSession(ctx, scope, id, talk({ title: 'Erste' }), revision)).toEqual({ kind: 'saved', id })
    expect(await changeSession(ctx, scope, id, talk({ title: 'Zweite' }), revision)).toEqual({ kind: 'conflict' })
    expect(await setSessionState(ctx, scope, id, 'removed', revision)).toEqual({ kind: 'conflict' })
    expect((await find(id)).title).toBe('Erste')
  })

  test('also where the first changed only who appears', async () => {
    const { id } = await addSession(ctx, scope, talk())
    const { revision } = await find(id)
    await changeSession(ctx, scope, id, talk({ appearances: [{ personId: ida, role: 'speaker' }] }), revision)
    expect(await changeSession(ctx, scope, id, talk(), revision)).toEqual({ kind: 'conflict' })
  })
})

describe('out of the programme and back', () => {
  test('a removed session is kept, and stays removed when something about it is put right', async () => {
    const { id } = await addSession(ctx, scope, talk({ title: 'Entfällt' }))
    await setSessionState(ctx, scope, id, 'removed')
    expect((await find(id)).state).toBe('removed')
    await changeSession(ctx, scope, id, talk({ title: 'Entfällt doch nicht' }))
    expect(await find(id)).toMatchObject({ state: 'removed', title: 'Entfällt doch nicht' })
    await setSessionState(ctx, scope, id, 'planned')
    expect((await find(id)).state).toBe('planned')
    await setSessionState(ctx, scope, id, 'cancelled')
    await changeSession(ctx, scope, id, talk({ title: 'Fällt aus' }))
    expect(await find(id)).toMatchObject({ state: 'cancelled', title: 'Fällt aus' })
  })
})

describe('what is not of this edition', () => {
  test.each<[string, () => object, string]>([
    ['a track', () => ({ trackId: others.trackId }), 'track.not_found'],
    ['a room', () => ({ roomId: others.roomId }), 'room.not_found'],
    ['a source', () => ({ sourceId: 'src_none' }), 'source.not_found'],
    ['a topic', () => ({ topicIds: ['top_none'] }), 'topic.not_found'],
    ['a person', () => ({ appearances: [{ personId: 'per_none', role: 'host' }] }), 'person.not_found'],
    [
      'an appearance',
      () => ({ appearances: [{ id: 'app_none', personId: ida, role: 'host' }] }),
      'appearance.not_found',
    ],
    [
      'an appearance that is stood in for',
      () => ({ appearances: [{ replacesId: 'app_none', personId: ida, role: 'host' }] }),
      'appearance.not_found',
    ],
  ])('%s is not found, and nothing is written', async (_, given, code) => {
    const before = await db.selectFrom('sessions').select('id').execute()
    await expect(addSession(ctx, scope, talk(given()))).rejects.toThrow(code)
    expect(await db.selectFrom('sessions').select('id').execute()).toEqual(before)
  })

  test('a session is neither found nor changed nor removed through another edition', async () => {
    const { id } = await addSession(ctx, scope, talk())
    expect(await findDraftSession(db, foreign, id)).toBeNull()
    await expect(changeSession(ctx, foreign, id, talk())).rejects.toThrow('session.not_found')
    await expect(setSessionState(ctx, foreign, id, 'removed')).rejects.toThrow('session.not_found')
  })

  test('who plans another edition may not', async () => {
    const stranger = createContext(db, withRole('programme', foreign))
    await expect(addSession(stranger, scope, talk())).rejects.toThrow('access.denied')
  })
})

test.each([
  [{ time: '10:00' }, 'day'],
  [{ durationMinutes: 0 }, 'durationMinutes'],
  [{ title: '  ' }, 'title'],
  [{ day: '2031-02-30' }, 'day'],
  [{ links: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'links'],
  [{ appearances: [{ role: 'speaker' }] }, 'appearances'],
])('%j is refused at %s', (given, field) => {
  const parsed = sessionInput.safeParse({ type: 'talk', title: 'Titel', ...given })
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
})
