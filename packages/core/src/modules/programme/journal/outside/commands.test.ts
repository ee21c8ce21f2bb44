import { readSchedule } from '@fachtag/formats/schedule/reader'
import { beforeEach, expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { orderPlaces } from '../../../editions/places/order/commands.ts'
import { addPlace, changePlace, removePlace } from '../../../editions/places/record/commands.ts'
import { changeEdition } from '../../../editions/profile/commands.ts'
import { editionForm } from '../../../editions/profile/schema.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { changeTopic } from '../../../editions/topics/vocabulary/commands.ts'
import { topicEntryInput } from '../../../editions/topics/vocabulary/schema.ts'
import { mergePersons } from '../../../people/persons/merging/commands.ts'
import { changePerson } from '../../../people/persons/profile/commands.ts'
import { personProfileInput } from '../../../people/persons/profile/schema.ts'
import {
  addOrderWish,
  forgetAvailability,
  removeOrderWish,
  saveAvailability,
  savePace,
  saveRoomEquipment,
  saveSessionNeeds,
} from '../../circumstances/commands.ts'
import { addSession, changeSession } from '../../draft/session/commands.ts'
import { sessionInput } from '../../draft/session/schema.ts'
import { setSessionState } from '../../draft/state/commands.ts'
import { importSchedule } from '../../import/commands.ts'
import { findPersonScope, findTopicScope } from '../../involvement/queries.ts'
import { acceptWarning, withdrawAcceptance } from '../../warnings/acceptance/commands.ts'
import { fingerprintOf } from '../../warnings/acceptance/rules.ts'
import { readWarnings } from '../../warnings/queries.ts'
import { listEdits } from '../queries.ts'
import type { Doing } from '../types.ts'

const { db } = await testDatabase()
const day = '2031-11-05'
const system = createContext(db, systemActor)
const account = newId('account')
await db.insertInto('accounts').values({ id: account }).execute()
let count = 0
let scope: EditionScope
let ctx: Context
let [room, track, person, first, second] = ['', '', '', '', '']

beforeEach(async () => {
  const edition = await addEdition(db, `aussen-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  ctx = createContext(
    db,
    accountWith([{ role: 'operator' }, { role: 'series-organiser', seriesId: scope.seriesId }], account),
  )
  ;({ roomId: room, trackId: track } = await addTrackAndRoom(db, edition, 'saal'))
  person = await addPerson(db, `ada-${count}`, `Ada Arendt ${count}`)
  ;[first = '', second = ''] = await addSessions(db, edition, [
    { title: 'Alpha', roomId: room, day, startsAt: `${day}T09:00`, durationMinutes: 45, personIds: [person] },
    { title: 'Beta', roomId: room, day, startsAt: `${day}T09:30`, durationMinutes: 45 },
  ])
})

const noted = async () => (await listEdits(db, scope, 0)).map(({ kind, moves }) => [kind, ...moves])
const outside = (doing: Doing) => ['outside', doing]
const ground: Doing = { kind: 'surroundings' }
const know = (of: 'person' | 'room' | 'session' | 'order' | 'pace'): Doing => ({ kind: 'know', of })
const session = (given: object) => sessionInput.parse({ type: 'talk', title: 'Neu', ...given })

async function wish(): Promise<string> {
  await addOrderWish(ctx, scope, { firstSessionId: first, thenSessionId: second })
  const row = await db.selectFrom('order_wishes').select('id').where('edition_id', '=', scope.editionId).execute()
  return row[0]!.id
}

async function rename(name: string, academicTitle?: string): Promise<void> {
  const profile = { name, biography: { de: 'Leitet das Bauamt.' }, ...(academicTitle ? { academicTitle } : {}) }
  await changePerson(system, (await findPersonScope(db, person))!, personProfileInput.parse(profile))
}

async function renameTopic(de: string): Promise<void> {
  const id = newId('topic')
  await db
    .insertInto('topics')
    .values({ id, slug: `akte-${count}`, name: { de: 'Akte' } })
    .execute()
  await db.insertInto('session_topics').values({ session_id: first, topic_id: id }).execute()
  const entry = topicEntryInput.parse({ name: { de }, description: { de: 'Was in Akten steht.' } })
  await changeTopic(system, (await findTopicScope(db, id))!, entry)
}

/** What of the draft is written otherwise than by moves, and what the journal then says, so that editors read it anew. */
const writers: Readonly<Record<string, readonly [() => Promise<unknown>, ...Doing[]]>> = {
  'a room is added': [() => addPlace(ctx, 'rooms', scope, { name: 'Aula' }), ground],
  'a room is changed': [() => changePlace(ctx, 'rooms', scope, room, { name: 'Saal', capacity: 20 }), ground],
  'a track is changed': [() => changePlace(ctx, 'tracks', scope, track, { name: 'Wege' }), ground],
  'a track is removed': [() => removePlace(ctx, 'tracks', scope, track), ground],
  'a room that is in use is kept': [() => removePlace(ctx, 'rooms', scope, room)],
  'rooms get another order': [() => orderPlaces(ctx, scope, 'rooms', [room]), ground],
  'the edition is held in another time zone': [
    () => changeEdition(ctx, scope, editionForm.parse({ name: 'Tagung', state: 'planned', timeZone: 'Europe/Lisbon' })),
    ground,
  ],
  'the pace is set': [
    () => savePace(ctx, scope, { changeMinutes: 5, breakMinutes: 15, stretchMinutes: 180 }),
    know('pace'),
  ],
  'somebody says when they are there, and takes it back': [
    async () => {
      await saveAvailability(ctx, scope, { personId: person, windows: [] })
      await forgetAvailability(ctx, scope, person)
    },
    know('person'),
    know('person'),
  ],
  'nothing was known, and is forgotten': [() => forgetAvailability(ctx, scope, person)],
  'a room is equipped': [() => saveRoomEquipment(ctx, scope, { roomId: room, equipment: ['sound'] }), know('room')],
  'a session needs something': [
    () => saveSessionNeeds(ctx, scope, { sessionId: first, equipment: ['sound'] }),
    know('session'),
  ],
  'an order is asked for, and no longer': [
    async () => removeOrderWish(ctx, scope, await wish()),
    know('order'),
    know('order'),
  ],
  'a wish that is gone is taken back': [() => removeOrderWish(ctx, scope, newId('orderWish'))],
  'somebody is called otherwise': [() => rename(`Ada Berg ${count}`), ground],
  'somebody has another title': [() => rename(`Ada Arendt ${count}`, 'Dr.'), ground],
  'something else is told of somebody': [() => rename(`Ada Arendt ${count}`)],
  'a topic is called otherwise': [() => renameTopic('Bauantrag'), ground],
  'a topic is described': [() => renameTopic('Akte')],
  'two people were one': [
    async () => {
      const other = await addPerson(db, `bo-${count}`, `Bo Berg ${count}`)
      return mergePersons(system, (await findPersonScope(db, person))!, (await findPersonScope(db, other))!)
    },
    ground,
  ],
}

test.each(Object.entries(writers))('%s', async (_, [write, ...doings]) => {
  await write()
  expect(await noted()).toEqual(doings.map(outside))
})

test('what is written into sessions is told with the session', async () => {
  const { id } = await addSession(ctx, scope, session({ title: 'Gamma' }))
  await changeSession(ctx, scope, first, session({ title: 'Alpha, neu' }))
  for (const state of ['cancelled', 'planned', 'removed'] as const) await setSessionState(ctx, scope, second, state)
  const written = [id, first, second, second, second]
  expect(await noted()).toEqual(written.map((sessionId) => outside({ kind: 'write', sessionId })))
})

test('what was not saved is not told', async () => {
  expect(await changeSession(ctx, scope, first, session({}), 99)).toEqual({ kind: 'conflict' })
  expect(await setSessionState(ctx, scope, first, 'removed', 99)).toEqual({ kind: 'conflict' })
  expect(await changePlace(ctx, 'rooms', scope, room, { name: 'Saal' }, 99)).toEqual({ kind: 'conflict' })
  const foreign = session({ roomId: 'rom_gibtesnicht' })
  await expect(addSession(ctx, scope, foreign)).rejects.toThrow('room.not_found')
  expect(await noted()).toEqual([])
})

test('a warning that is accepted, and one that no longer is', async () => {
  const { warning } = (await readWarnings(db, scope)).open[0]!
  const input = { key: warning.key, fingerprint: fingerprintOf(warning), reason: 'geteilt' }
  await acceptWarning(ctx, scope, { ...input, fingerprint: 'anders' })
  expect(await noted()).toEqual([])
  await acceptWarning(ctx, scope, input)
  await withdrawAcceptance(ctx, scope, warning.key)
  await withdrawAcceptance(ctx, scope, warning.key)
  expect(await noted()).toEqual([outside(ground), outside(ground)])
})

test('an import', async () => {
  const file = new TextEncoder().encode(`Title,Start\nGamma,${day}T09:00\n`)
  const { schedule } = await readSchedule(file, { timeZone: 'Europe/Berlin' })
  await importSchedule(ctx, { editionId: scope.editionId, schedule: schedule!, sourceKey: 'tabelle', publish: false })
  expect(await noted()).toEqual([outside({ kind: 'import', source: 'tabelle' })])
})
