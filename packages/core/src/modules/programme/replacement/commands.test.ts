import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { readDraft } from '../draft/queries.ts'
import { applyMoves } from '../journal/commands.ts'
import { listEdits } from '../journal/queries.ts'
import { publishRelease } from '../release/commands.ts'
import { findLatestRelease, listReleases } from '../release/queries.ts'
import { addReserve } from '../reserve/commands.ts'
import { listReserves } from '../reserve/queries.ts'
import { reserveInput } from '../reserve/schema.ts'
import { replaceSpeaker } from './commands.ts'
import { type ReplacementInput, replacementInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let edition: TestEdition
let scope: EditionScope
let people: string[]
let [first, second]: string[] = []

/** Two published sessions: one of Ida and Bo, one of Bo. The draft has the second moved since. */
beforeEach(async () => {
  edition = await addEdition(db, `ersatz-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  const names = ['Ida Öhm', 'Bo Berg', 'Eva Ernst']
  people = await Promise.all(names.map((name, n) => addPerson(db, `person-${count}-${n}`, name)))
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const placed = { roomId, day, durationMinutes: 45 }
  ;[first, second] = await addSessions(db, edition, [
    { title: 'Alpha', startsAt: `${day}T09:00`, ...placed, personIds: [people[0]!, people[1]!] },
    { title: 'Beta', startsAt: `${day}T10:00`, ...placed, personIds: [people[1]!] },
  ])
  await publishRelease(ctx, { editionId: edition.id })
  await applyMoves(ctx, scope, { moves: [{ kind: 'park', sessionIds: [second!] }] })
})

const appearanceOf = async (sessionId: string, personId: string) =>
  (
    await db
      .selectFrom('appearances')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).id
const lineup = (programme: { sessions: Awaited<ReturnType<typeof readDraft>>['sessions'] }, id: string) =>
  programme.sessions
    .find((session) => session.id === id)
    ?.appearances.map((held) => `${held.name} ${held.mode} ${held.state}`)
const shown = async () => (await findLatestRelease(db, edition.id))!.programme
const replace = (given: object, over = ctx) =>
  replaceSpeaker(over, scope, replacementInput.parse(given) as ReplacementInput)
const byName = { kind: 'name', name: 'Dr. Fay Falk', organisationName: 'Stadt Musterhausen', mode: 'remote' } as const

test('a new name by video stands in for one of two, in the draft and in public, and nothing else is published', async () => {
  const appearanceId = await appearanceOf(first!, people[0]!)
  const outcome = await replace({ sessionId: first, appearanceId, standIn: byName, note: 'Frau Öhm ist erkrankt.' })
  expect(outcome).toMatchObject({
    kind: 'replaced',
    release: { number: 2, note: 'Frau Öhm ist erkrankt.', changes: { changed: 1, moved: 0 } },
  })
  const expected = ['Ida Öhm on-site replaced', 'Dr. Fay Falk remote planned', 'Bo Berg on-site planned']
  expect(lineup(await readDraft(db, edition.id), first!)).toEqual(expected)
  const published = await shown()
  expect(lineup(published, first!)).toEqual(expected)
  expect(published.sessions.find((session) => session.id === second)?.startsAt).toBe(`${day}T10:00`)
  const draft = await readDraft(db, edition.id)
  expect(draft.sessions.find((session) => session.id === second)?.startsAt).toBeNull()
  expect((await listEdits(db, scope, 1)).map(({ kind, moves }) => [kind, moves])).toEqual([
    ['outside', [{ kind: 'replace', sessionId: first }]],
  ])
})

test('the impact says who has to be told, and what', async () => {
  const outcome = await replace({
    sessionId: first,
    appearanceId: await appearanceOf(first!, people[0]!),
    standIn: { kind: 'person', personId: people[2], mode: 'on-site' },
  })
  if (outcome.kind !== 'replaced') throw new Error(outcome.kind)
  expect(outcome.impact.sessionIds).toEqual([first])
  expect(outcome.impact.people.map(({ name, changes }) => [name, changes.map(({ change }) => change.kind)])).toEqual([
    ['Bo Berg', ['company']],
    ['Eva Ernst', ['joined']],
    ['Ida Öhm', ['left']],
  ])
})

test('whom it concerns finds a mail in the outbox, and who has no address is named with their telephone', async () => {
  await db
    .insertInto('person_contacts')
    .values([
      { person_id: people[1]!, email: 'bo@stadt.example', phone: null },
      { person_id: people[0]!, email: null, phone: '+49 341 1' },
    ])
    .execute()
  const outcome = await replace({
    sessionId: first,
    appearanceId: await appearanceOf(first!, people[0]!),
    standIn: byName,
    notices: { leftOut: [], isHeldBack: false },
  })
  if (outcome.kind !== 'replaced') throw new Error(outcome.kind)
  expect([outcome.told?.count, outcome.told?.unreached.map(({ name, phone }) => [name, phone])]).toEqual([
    1,
    [
      ['Dr. Fay Falk', null],
      ['Ida Öhm', '+49 341 1'],
    ],
  ])
  const mails = await db
    .selectFrom('mails')
    .select(['address', 'template'])
    .where('edition_id', '=', edition.id)
    .execute()
  expect(mails).toEqual([{ address: 'bo@stadt.example', template: 'notice.changes' }])
})

test('the calendar entry of the session counts on by one, and no other', async () => {
  const sequences = async () => {
    const rows = await db
      .selectFrom('published_sessions')
      .select(['session_id', 'sequence'])
      .where('edition_id', '=', edition.id)
      .execute()
    return Object.fromEntries(rows.map((row) => [row.session_id, row.sequence]))
  }
  const appearanceId = await appearanceOf(first!, people[0]!)
  await replace({ sessionId: first, appearanceId, standIn: byName, title: 'Alpha, anders' })
  expect(await sequences()).toEqual({ [first!]: 1, [second!]: 0 })
})

describe('off the reserve list', () => {
  const add = (given: object = {}) =>
    addReserve(ctx, scope, reserveInput.parse({ personId: people[2], title: 'Gamma', abstract: 'neu', ...given }))

  test('somebody stands in for all who speak, with what they speak about', async () => {
    const { id } = await add({ mode: 'remote' })
    const outcome = await replace({ sessionId: first, standIn: { kind: 'reserve', reserveId: id } })
    expect(outcome).toMatchObject({ kind: 'replaced', personId: people[2] })
    const session = (await shown()).sessions.find((one) => one.id === first)
    expect(session).toMatchObject({ title: 'Gamma', abstract: 'neu' })
    expect(lineup(await shown(), first!)).toEqual([
      'Ida Öhm on-site replaced',
      'Eva Ernst remote planned',
      'Bo Berg on-site cancelled',
    ])
    expect((await listReserves(db, scope)).map((reserve) => reserve.state)).toEqual(['used'])
    expect(await replace({ sessionId: second, standIn: { kind: 'reserve', reserveId: id } })).toEqual({ kind: 'used' })
  })

  test('whoever stands in for one of two speaks about what the session is about', async () => {
    const { id } = await add()
    const appearanceId = await appearanceOf(first!, people[0]!)
    await replace({ sessionId: first, appearanceId, standIn: { kind: 'reserve', reserveId: id, mode: 'on-site' } })
    expect((await shown()).sessions.find((one) => one.id === first)?.title).toBe('Alpha')
  })

  async function useAtOnce(over: Db) {
    const { id } = await add()
    const racing = createContext(over, systemActor)
    const standIn = { kind: 'reserve', reserveId: id }
    const all = [first, second].map((sessionId) => replace({ sessionId, standIn }, racing))
    const outcomes = await Promise.allSettled(all)
    return outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed')).sort()
  }

  test('nobody is sent to two sessions by two who ask at once', async () => {
    expect(await useAtOnce(db)).toEqual(['replaced', 'used'])
  })

  test('without the lock on the edition both believe that they are free', async () => {
    expect(await useAtOnce(withoutLocks(db, 2))).not.toContain('used')
  })
})

describe('changes nothing', () => {
  const unchanged = async (given: object) => {
    const before = JSON.stringify(await readDraft(db, edition.id))
    const persons = await db.selectFrom('persons').select('id').execute()
    const outcome = await replace(given)
    expect(JSON.stringify(await readDraft(db, edition.id))).toBe(before)
    expect(await listReleases(db, edition.id)).toHaveLength(1)
    expect(await db.selectFrom('persons').select('id').execute()).toHaveLength(persons.length)
    return outcome.kind
  }

  test('where there is nobody to be replaced', async () => {
    expect(await unchanged({ sessionId: first, appearanceId: 'app_none', standIn: byName })).toBe('nobody')
  })

  test('where who is to come is there already', async () => {
    const appearanceId = await appearanceOf(first!, people[0]!)
    const present = { kind: 'person', personId: people[1], mode: 'on-site' }
    expect(await unchanged({ sessionId: first, appearanceId, standIn: present })).toBe('present')
  })

  test('for what is not there, and for whom may not', async () => {
    await expect(replace({ sessionId: 'ses_none', standIn: byName })).rejects.toThrow('session.not_found')
    const reserve = { kind: 'reserve', reserveId: 'rsv_none' }
    await expect(replace({ sessionId: first, standIn: reserve })).rejects.toThrow('reserve.not_found')
    const person = { kind: 'person', personId: 'per_none', mode: 'remote' }
    await expect(replace({ sessionId: first, standIn: person })).rejects.toThrow('person.not_found')
    for (const actor of [publicActor, withRole('helper', scope)]) {
      await expect(replace({ sessionId: first, standIn: byName }, createContext(db, actor))).rejects.toThrow(
        'access.denied',
      )
    }
  })
})

test('before the first release only the draft changes', async () => {
  const draftOnly = await addEdition(db, `neu-${count}`)
  const [id] = await addSessions(db, draftOnly, [{ title: 'Delta', personIds: [people[0]!] }])
  const outcome = await replaceSpeaker(ctx, await scopeOfEdition(db, draftOnly.id), { sessionId: id!, standIn: byName })
  expect(outcome).toMatchObject({ kind: 'replaced', release: null, impact: { people: [] } })
  expect(lineup(await readDraft(db, draftOnly.id), id!)).toEqual([
    'Ida Öhm on-site replaced',
    'Dr. Fay Falk remote planned',
  ])
})
