import { beforeAll, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { openAccount } from '../../people/accounts/commands.ts'
import { applyMoves, undoEdit } from '../journal/commands.ts'
import { addVariant, moveInVariant } from '../variants/commands.ts'
import { acceptWarning } from '../warnings/acceptance/commands.ts'
import { fingerprintOf } from '../warnings/acceptance/rules.ts'
import { findWarnings } from '../warnings/rules.ts'
import { readEditing, readEditsSince } from './queries.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'herbst')
const scope = await scopeOfEdition(db, edition.id)
const day = '2031-11-05'
let roomId = ''
let sessions: string[] = []
let accountId = ''

const system = createContext(db, systemActor)
const ida = () => createContext(db, accountWith([{ role: 'programme', editionId: edition.id }], accountId))
const place = (sessionId: string, time: string) =>
  ({ kind: 'place', sessionId, day, startsAt: `${day}T${time}`, roomId, durationMinutes: 45 }) as const

beforeAll(async () => {
  roomId = (await addTrackAndRoom(db, edition, 'saal')).roomId
  sessions = await addSessions(db, edition, [
    { title: 'Eins', abstract: 'Lang' },
    { title: 'Zwei', type: 'panel' },
  ])
  const personId = await addPerson(db, 'ida', 'Ida Kühn')
  accountId = await openAccount(system, { personId, name: 'ida', address: 'ida@fachtag.example' })
  await applyMoves(ida(), scope, { moves: [place(sessions[0]!, '09:00')] })
  await applyMoves(system, scope, { moves: [place(sessions[1]!, '10:00')] })
})

describe('what an editor reads', () => {
  test('is the board with the number of its last edit, who did what, and what can be undone', async () => {
    const editing = await readEditing(ida(), scope, null)
    expect(editing).toMatchObject({ number: 2, days: [day], variant: null, names: { [accountId]: 'Ida Kühn' } })
    expect(editing.edits.map((edit) => [edit.number, edit.accountId])).toEqual([
      [1, accountId],
      [2, null],
    ])
    expect(editing.steps.undo?.number).toBe(1)
    expect(editing.steps.redo).toBeNull()
    const first = editing.board.programme.sessions.find(({ id }) => id === sessions[0])
    expect(first).toMatchObject({ startsAt: `${day}T09:00`, roomId, abstract: '' })
  })

  test('is a variant where one is asked for, with nothing locked', async () => {
    const added = await addVariant(system, scope, { name: 'Ohne Saal' })
    const id = added.kind === 'added' ? added.id : ''
    await moveInVariant(system, scope, id, { moves: [{ kind: 'park', sessionIds: [sessions[0]!] }] })
    const { board, variant } = await readEditing(ida(), scope, id)
    expect(variant).toMatchObject({ id, name: 'Ohne Saal' })
    expect(board.programme.sessions.find((one) => one.id === sessions[0])?.startsAt).toBeNull()
    await expect(readEditing(ida(), scope, 'var_nobody')).rejects.toMatchObject({ code: 'variant.not_found' })
  })

  test('names who has accepted a warning', async () => {
    const { board, circumstances } = await readEditing(ida(), scope, null)
    const [warning] = findWarnings(board.programme, circumstances)
    const input = { key: warning!.key, fingerprint: fingerprintOf(warning!), reason: 'Moderiert wird im Wechsel' }
    expect(await acceptWarning(ida(), scope, input)).toEqual({ kind: 'accepted' })
    const { acceptances, names } = await readEditing(ida(), scope, null)
    expect(acceptances.map((one) => names[one.accountId ?? ''])).toEqual(['Ida Kühn'])
  })

  test('are the edits since the last one they know, and what they can take back by then', async () => {
    const known = (await readEditsSince(ida(), scope, 1)).edits
    // The third tells editors of the warning that was accepted.
    expect(known.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'edit'],
      [3, 'outside'],
    ])
    await undoEdit(ida(), scope)
    const { edits, steps, names } = await readEditsSince(ida(), scope, 3)
    expect([edits.map(({ kind }) => kind), steps.undo, steps.redo?.number]).toEqual([['undo'], null, 1])
    expect(names).toEqual({ [accountId]: 'Ida Kühn' })
  })

  test('takes as many queries for one session as for many', async () => {
    const count = () => countQueries(db, (counted) => readEditing(createContext(counted, systemActor), scope, null))
    const before = await count()
    await addSessions(db, edition, [{ title: 'Drei' }, { title: 'Vier' }])
    expect(await count()).toEqual(before)
  })
})

test.each([
  ['the public', publicActor, false],
  ['finance', withRole('finance', { editionId: edition.id }), false],
  ['programme of another edition', withRole('programme', { editionId: 'edi_other' }), false],
  ['a helper', withRole('helper', { editionId: edition.id }), true],
] as const)('%s may read it: %s', async (_, actor, may) => {
  const ctx = createContext(db, actor)
  const reads = [readEditing(ctx, scope, null), readEditsSince(ctx, scope, 0)]
  const answers = await Promise.allSettled(reads)
  expect(answers.map(({ status }) => status)).toEqual(Array(2).fill(may ? 'fulfilled' : 'rejected'))
})
