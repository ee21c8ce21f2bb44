import { createContext } from '@fachtag/core/app/context'
import { type Actor, publicActor } from '@fachtag/core/kernel/actor'
import { describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addEditionOf } from '../../../../../packages/core/test/programme.ts'
import { admitMember, editionOf, seriesOf } from './admission.ts'

const { db } = await testDatabase()
const own = await addEdition(db, 'eigen')
await addEditionOf(db, own.seriesId, 'spaeter', '2032-11-05')
await addEdition(db, 'fremd')

const here = { seriesId: own.seriesId, editionId: own.id }
const lead = withRole('programme', here)
const organiser = withRole('series-organiser', { seriesId: own.seriesId })
const roles = '/organisieren/[series]/[edition]/rollen'
const seriesRoles = '/organisieren/[series]/rollen'

const admit = async (actor: Actor, route: string, series = 'reihe-eigen', edition = 'eigen') =>
  (await admitMember(createContext(db, actor), route, { series, edition })).kind

describe('who is admitted', () => {
  test.each<[string, Actor, string, string]>([
    ['nobody without signing in', publicActor, '/organisieren', 'sign-in'],
    ['an account without any role', accountWith([]), '/organisieren', 'denied'],
    ['a role without its second factor', { ...lead, isStrong: false }, '/organisieren', 'second-factor'],
    ['a role', lead, '/organisieren', 'admitted'],
    ['to what was not declared nobody', withRole('operator'), '/organisieren/geheim', 'denied'],
    ['to what an object inherits nobody', withRole('operator'), 'constructor', 'denied'],
    ['to the roles of an edition not its programme lead', lead, roles, 'denied'],
    ['but who organises the series', organiser, roles, 'admitted'],
    ['and the operator', withRole('operator'), roles, 'admitted'],
    ['to the roles of the series not who works on one edition', lead, seriesRoles, 'denied'],
    ['but who organises it', organiser, seriesRoles, 'admitted'],
  ])('%s', async (_, actor, route, expected) => expect(await admit(actor, route)).toBe(expected))
})

describe('what is not theirs they do not learn of', () => {
  test.each<[string, Actor, string, string]>([
    ['the edition of another series', organiser, 'reihe-fremd', 'fremd'],
    ['their edition under another series', organiser, 'reihe-fremd', 'eigen'],
    ['an edition of another series under theirs', organiser, 'reihe-eigen', 'fremd'],
    ['another edition of their series', lead, 'reihe-eigen', 'spaeter'],
    ['what does not exist', organiser, 'reihe-eigen', 'nie'],
    ['what does not exist, as the operator', withRole('operator'), 'reihe-nie', 'eigen'],
  ])('%s', async (_, actor, series, edition) => expect(await admit(actor, roles, series, edition)).toBe('hidden'))

  test('another series', async () => expect(await admit(organiser, seriesRoles, 'reihe-fremd')).toBe('hidden'))
})

test('a page takes from its request what its route was declared with', async () => {
  const admitted = await admitMember(createContext(db, organiser), roles, { series: 'reihe-eigen', edition: 'eigen' })
  if (admitted.kind !== 'admitted') throw new Error(admitted.kind)
  expect(editionOf(admitted)).toEqual(here)
  expect(seriesOf(admitted).seriesId).toBe(own.seriesId)
  expect(() => seriesOf({ scope: null })).toThrow('not declared')
  expect(() => editionOf({ scope: { seriesId: own.seriesId } })).toThrow('not declared')
})
