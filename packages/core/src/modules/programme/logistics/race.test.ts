import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { saveLogistics } from './commands.ts'

const { db } = await testDatabase()
const together = 3

/** Three people note something about the same speaker, whom nobody has noted anything about. */
async function noteAtOnce(over: Db, slug: string) {
  const edition = await addEdition(db, slug)
  const scope = await scopeOfEdition(db, edition.id)
  const person = await addPerson(db, slug, 'Ida Öhm')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [person] }])
  const racing = createContext(over, systemActor)
  const all = Array.from({ length: together }, (_, n) =>
    saveLogistics(racing, scope, person, { presence: 'always', windows: [], needs: [], needsNote: `${n}` }, 0),
  )
  const outcomes = await Promise.allSettled(all)
  return outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed')).sort()
}

test('of three who begin with nothing one saves, and the others are told', async () => {
  expect(await noteAtOnce(db, 'drei')).toEqual(['conflict', 'conflict', 'saved'])
})

test('without the lock on the edition nobody is told', async () => {
  expect(await noteAtOnce(withoutLocks(db, together), 'drei-ohne')).not.toContain('conflict')
})
