import { describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addSessions } from '../../../../../test/programme.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { type AppearanceRole, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { cancelSession } from '../../replacement/cancelling/commands.ts'
import { findOwnSheet } from './queries.ts'

const { db } = await testDatabase()
const here = await addTwoSessions(db, 'eigenes-blatt')
const there = await addTwoSessions(db, 'fremdes-blatt')
const [first, second] = here.sessions
const appearing = (role: AppearanceRole, sessionId: string) => {
  const appearances = [{ role, sessionId, editionId: here.edition.id, seriesId: here.edition.seriesId }]
  return createContext(db, { ...accountWith([]), appearances })
}

describe('the sheet of one’s own session', () => {
  test('has the session, what else happens there that day, and what has changed', async () => {
    await cancelSession(createContext(db, systemActor), here.scope, { sessionId: second })
    const found = await findOwnSheet(appearing('moderator', first), first)
    expect(found).toMatchObject({
      edition: { slug: 'eigenes-blatt', seriesSlug: 'reihe-eigenes-blatt' },
      sheet: { session: { title: 'Alpha' }, before: null, after: null },
      history: [],
      release: 2,
    })
    expect(found?.group.sheets.map(({ session }) => session.title)).toEqual(['Alpha', 'Beta'])
    expect((await findOwnSheet(appearing('speaker', second), second))?.history).toMatchObject([
      { kinds: ['cancelled'] },
    ])
  })

  test.each<[string, string, boolean]>([
    ['who moderates it', 'moderator', true],
    ['who speaks in it', 'speaker', true],
    ['who is on its panel', 'panelist', true],
    ['who welcomes people to it', 'host', true],
  ])('is seen by %s', async (_, role, expected) => {
    expect((await findOwnSheet(appearing(role as AppearanceRole, first), first)) !== null).toBe(expected)
  })

  test('is not there for who moderates another session, another edition, or nothing', async () => {
    expect(await findOwnSheet(appearing('moderator', second), first)).toBeNull()
    expect(await findOwnSheet(appearing('moderator', first), there.sessions[0])).toBeNull()
    expect(await findOwnSheet(createContext(db, accountWith([])), first)).toBeNull()
    expect(await findOwnSheet(createContext(db, publicActor), first)).toBeNull()
  })

  test('is there for those who see the programme of the edition, and of no other', async () => {
    const helper = createContext(db, withRole('helper', here.scope))
    expect(await findOwnSheet(helper, first)).not.toBeNull()
    expect(await findOwnSheet(helper, there.sessions[0])).toBeNull()
  })

  test('is not there while nothing of it is published', async () => {
    const [draft] = await addSessions(db, here.edition, [{ title: 'Entwurf' }])
    expect(await findOwnSheet(appearing('moderator', draft!), draft!)).toBeNull()
  })
})
