import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { savePace } from './commands.ts'
import { readRevisions } from './queries.ts'
import { usualPace } from './rules.ts'
import { paceInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const together = 3

function pace(changeMinutes: number) {
  const { breakMinutes, stretchMinutes } = usualPace
  return paceInput.parse({ changeMinutes, breakMinutes, stretchMinutes })
}

const kindsOf = (outcomes: PromiseSettledResult<{ kind: string }>[]) =>
  outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed')).sort()

/** Who has the same form before them saves at once. */
async function changeAtOnce(over: Db, slug: string) {
  const { id } = await addEdition(db, slug)
  const scope = await scopeOfEdition(db, id)
  await savePace(ctx, scope, pace(5))
  const seen = (await readRevisions(db, id)).get('pace')!
  const racing = createContext(over, systemActor)
  const all = Array.from({ length: together }, (_, n) => savePace(racing, scope, pace(10 + n), seen))
  return kindsOf(await Promise.allSettled(all))
}

/** Nothing is stored, and everybody says something. */
async function addAtOnce(over: Db, slug: string) {
  const scope = await scopeOfEdition(db, (await addEdition(db, slug)).id)
  const racing = createContext(over, systemActor)
  return kindsOf(await Promise.allSettled(Array.from({ length: together }, (_, n) => savePace(racing, scope, pace(n)))))
}

test('of three who save the same form one saves, and the others are told', async () => {
  expect(await changeAtOnce(db, 'formular')).toEqual(['conflict', 'conflict', 'saved'])
})

test('without locks they save over each other', async () => {
  expect(await changeAtOnce(withoutLocks(db, together), 'formular-ohne')).not.toContain('conflict')
})

test('three who say the first word at once are heard one after the other', async () => {
  expect(await addAtOnce(db, 'erstes')).toEqual(Array(together).fill('saved'))
})

test('without the lock on the edition only one is heard', async () => {
  expect(await addAtOnce(withoutLocks(db, together), 'erstes-ohne')).toEqual(['failed', 'failed', 'saved'])
})
