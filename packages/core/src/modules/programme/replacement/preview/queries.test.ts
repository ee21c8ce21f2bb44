import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions, type TwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { listReleases } from '../../release/queries.ts'
import { replaceSpeaker } from '../commands.ts'
import { type ReplacementInput, replacementInput } from '../schema.ts'
import { previewCancellation, previewConnection, previewReplacement } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let count = 0
let here: TwoSessions
beforeEach(async () => {
  here = await addTwoSessions(db, `vorschau-${++count}`)
})

const inputOf = (given: object): ReplacementInput =>
  replacementInput.parse({
    sessionId: here.sessions[0],
    appearanceId: here.appearanceOf(here.sessions[0], here.people[0]),
    standIn: { kind: 'name', name: 'Dr. Fay Falk', mode: 'remote', function: 'Leitung', organisationName: 'Stadt Neu' },
    ...given,
  })
const ready = async (input: ReplacementInput) => {
  const preview = await previewReplacement(ctx, here.scope, input)
  if (preview.kind !== 'ready') throw new Error(preview.kind)
  return preview
}

describe('the preview of a replacement', () => {
  test('says what the public will be told, and writes nothing', async () => {
    const { session, isPublic } = await ready(inputOf({ title: 'Neu' }))
    expect([session.title, isPublic]).toEqual(['Neu', true])
    expect(session.appearances.map((held) => `${held.name} ${held.state} ${held.function}`)).toEqual([
      'Ida Öhm replaced Leitung',
      'Dr. Fay Falk planned Leitung',
      'Bo Berg planned Leitung',
    ])
    expect(await listReleases(db, here.edition.id)).toHaveLength(1)
    expect(await db.selectFrom('persons').select('id').where('name', '=', 'Fay Falk').execute()).toEqual([])
  })

  test('names just those whom the replacement then concerns', async () => {
    const standIn = { kind: 'person', personId: here.people[2], mode: 'on-site' }
    const { impact } = await ready(inputOf({ standIn }))
    const outcome = await replaceSpeaker(ctx, here.scope, inputOf({ standIn }))
    if (outcome.kind !== 'replaced') throw new Error(outcome.kind)
    expect(impact).toEqual(outcome.impact)
  })

  test('warns of a room without what a video call needs, and not of who comes', async () => {
    expect((await ready(inputOf({}))).warnings.map(({ kind }) => kind)).toEqual(['remote-without-equipment'])
    const known = await ready(inputOf({ standIn: { kind: 'person', personId: here.people[2], mode: 'on-site' } }))
    expect(known.warnings).toEqual([])
  })

  test('says that there is nothing to do', async () => {
    const there = { kind: 'person', personId: here.people[1], mode: 'on-site' }
    expect(await previewReplacement(ctx, here.scope, inputOf({ standIn: there }))).toEqual({ kind: 'present' })
    expect(await previewReplacement(ctx, here.scope, inputOf({ appearanceId: 'app_x' }))).toEqual({ kind: 'nobody' })
  })
})

test('a cancellation and a video call are previewed as well, and only once', async () => {
  const sessionId = here.sessions[0]
  expect(await previewCancellation(ctx, here.scope, sessionId)).toMatchObject({
    kind: 'ready',
    session: { state: 'cancelled' },
    impact: { people: [{ name: 'Bo Berg' }, { name: 'Ida Öhm' }] },
  })
  expect(await previewConnection(ctx, here.scope, { sessionId, mode: 'remote' })).toMatchObject({
    kind: 'ready',
    warnings: [{ kind: 'remote-without-equipment' }],
  })
  expect(await previewConnection(ctx, here.scope, { sessionId, mode: 'on-site' })).toEqual({ kind: 'unchanged' })
})

test('is for who may edit the programme', async () => {
  const helper = createContext(db, withRole('helper', here.scope))
  await expect(previewReplacement(helper, here.scope, inputOf({}))).rejects.toThrow('access.denied')
  await expect(previewCancellation(helper, here.scope, here.sessions[0])).rejects.toThrow('access.denied')
})
