import { describe, expect, test } from 'vitest'
import { type Actor, anyOf, isOrganiser, isSystem, publicActor, systemActor } from '../kernel/actor.ts'
import type { Permission } from '../platform/context/types.ts'
import { isAllowed, permissions } from './permissions.ts'

const organiser: Actor = { kind: 'organiser', accountId: 'acc_1' }

/** Who may: the machine, the organisers, everybody. A permission that is added has to be thought about here. */
const mayPublic = ['account.sign_out', 'account.use_link', 'barrier.report']
const mayOrganise = [
  'barrier.answer',
  'edition.manage',
  'organisation.manage',
  'page.manage',
  'programme.edit',
  'programme.publish',
  'series.manage',
]
const mayMachine = ['account.forget_expired', 'account.invite', 'archive.import', 'register.import']

const granted = (actor: Actor) =>
  (Object.keys(permissions) as Permission[]).filter((one) => isAllowed(actor, one)).sort()

describe('who may what', () => {
  test.each<[string, Actor, string[]]>([
    ['anybody', publicActor, mayPublic],
    ['an organiser', organiser, [...mayPublic, ...mayOrganise]],
    ['the machine', systemActor, [...mayPublic, ...mayOrganise, ...mayMachine]],
  ])('%s', (_, actor, expected) => expect(granted(actor)).toEqual(expected.toSorted()))

  test.each(['series.destroy', '', 'toString', '__proto__', 'constructor'])(
    'what nobody was given, nobody has: %j',
    (name) => {
      for (const actor of [publicActor, organiser, systemActor])
        expect(isAllowed(actor, name as Permission)).toBe(false)
    },
  )
})

test.each<[Actor, boolean, boolean]>([
  [publicActor, false, false],
  [organiser, true, false],
  [systemActor, false, true],
])('%j is an organiser: %s, the machine: %s', (actor, organises, isMachine) => {
  expect([isOrganiser(actor), isSystem(actor)]).toEqual([organises, isMachine])
  expect(anyOf(isOrganiser, isSystem)(actor)).toBe(organises || isMachine)
  expect(anyOf()(actor)).toBe(false)
})
