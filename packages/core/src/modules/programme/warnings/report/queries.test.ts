import { expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { acceptWarning } from '../acceptance/commands.ts'
import { fingerprintOf } from '../acceptance/rules.ts'
import { readWarningReport } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'

async function addParallel(slug: string, pairs: number) {
  const edition = await addEdition(db, slug)
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const sessions = Array.from({ length: pairs * 2 }, (_, n) => ({
    title: `Beitrag ${slug} ${n}`,
    roomId,
    day,
    startsAt: `${day}T${String(9 + Math.floor(n / 2)).padStart(2, '0')}:00`,
    durationMinutes: 30,
  }))
  const ids = await addSessions(db, edition, sessions)
  return { scope: await scopeOfEdition(db, edition.id), ids }
}

test('names the topics of the draft and who accepted what', async () => {
  const { scope, ids } = await addParallel('benannt', 1)
  const [topicId, accountId] = [newId('topic'), newId('account')]
  await db
    .insertInto('topics')
    .values({ id: topicId, slug: 'akte', name: JSON.stringify({ de: 'E-Akte' }) as never })
    .execute()
  await db
    .insertInto('session_topics')
    .values(ids.map((session_id) => ({ session_id, topic_id: topicId })))
    .execute()
  await db.insertInto('accounts').values({ id: accountId, name: 'Olga Probe' }).execute()
  const { open } = await readWarningReport(ctx, scope)
  expect(open.map(({ warning }) => warning.kind)).toEqual(['room-taken-twice', 'similar-topics-in-parallel'])
  const { warning } = open[0]!
  const input = { key: warning.key, fingerprint: fingerprintOf(warning), reason: 'Der Raum wird geteilt.' }
  const olga = createContext(db, accountWith([{ role: 'programme', ...scope }], accountId))
  expect(await acceptWarning(olga, scope, input)).toEqual({ kind: 'accepted' })
  const report = await readWarningReport(olga, scope)
  expect(report.topics).toEqual(new Map([[topicId, { de: 'E-Akte' }]]))
  expect(report.accounts).toEqual(new Map([[accountId, 'Olga Probe']]))
  expect(report.accepted).toMatchObject([{ acceptance: { accountId, reason: 'Der Raum wird geteilt.' } }])
})

test('takes as many queries for three collisions as for one', async () => {
  const [one, three] = [await addParallel('eins', 1), await addParallel('drei', 3)]
  const few = await countQueries(db, (counted) => readWarningReport(createContext(counted, systemActor), one.scope))
  const many = await countQueries(db, (counted) => readWarningReport(createContext(counted, systemActor), three.scope))
  expect(many).toBe(few)
})

test('is for those who edit the programme', async () => {
  const { scope } = await addParallel('fremde', 1)
  await expect(readWarningReport(createContext(db, publicActor), scope)).rejects.toThrow('access.denied')
})
