import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { type RoleName, systemActor } from '../../../kernel/actor.ts'
import type { SeriesScope, SharedScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { findPersonScope } from '../../programme/involvement/queries.ts'
import { addPerson } from '../persons/profile/commands.ts'
import { personProfileInput } from '../persons/profile/schema.ts'
import { savePersonContact } from './commands.ts'
import { findPersonContact } from './queries.ts'
import { personContactInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let series: SeriesScope
let other: SeriesScope & { id: string; slug: string }
let ida: SharedScope<'person'>

async function add(name: string): Promise<SharedScope<'person'>> {
  const outcome = await addPerson(ctx, series, personProfileInput.parse({ name }))
  return (await findPersonScope(db, outcome.kind === 'added' ? outcome.id : ''))!
}

beforeAll(async () => {
  series = await addEdition(db, 'eins')
  other = await addEdition(db, 'zwei')
  ida = await add('Ida Öhm')
})

const input = (given: object) => personContactInput.parse(given)

describe('how to reach somebody', () => {
  test('is stored, changed, and gone when nothing is left of it', async () => {
    expect(await findPersonContact(ctx, ida)).toMatchObject({ name: 'Ida Öhm', email: null, note: '', revision: 0 })
    await savePersonContact(ctx, ida, input({ email: 'ida@fachtag.example', phone: '+49 341 1', note: 'abends' }), 0)
    const stored = await findPersonContact(ctx, ida)
    expect(stored).toMatchObject({ email: 'ida@fachtag.example', phone: '+49 341 1', note: 'abends', revision: 1 })
    await savePersonContact(ctx, ida, input({ email: 'neu@fachtag.example' }), 1)
    expect(await findPersonContact(ctx, ida)).toMatchObject({ email: 'neu@fachtag.example', phone: null, note: '' })
    await savePersonContact(ctx, ida, input({}))
    expect(await db.selectFrom('person_contacts').selectAll().execute()).toEqual([])
  })

  test('saved by two at once is kept from one of them, and the other is told', async () => {
    const outcomes = async (over: Db, person: SharedScope<'person'>) => {
      const save = (email: string) => savePersonContact(createContext(over, systemActor), person, input({ email }), 0)
      const all = await Promise.all([save('a@fachtag.example'), save('b@fachtag.example')])
      return all.map((one) => one.kind).sort()
    }
    expect(await outcomes(db, await add('Bo Berg'))).toEqual(['conflict', 'saved'])
    expect(await outcomes(withoutLocks(db, 2), await add('Eva Ecke'))).toEqual(['saved', 'saved'])
  })

  test('of nobody is not found', async () => {
    const nobody = { ...ida, id: 'per_none' }
    expect(await findPersonContact(ctx, nobody)).toBeNull()
    await expect(savePersonContact(ctx, nobody, input({ note: 'x' }))).rejects.toThrow('person.not_found')
  })
})

describe('who may see and change it', () => {
  test.each<[RoleName, boolean]>([
    ['series-organiser', true],
    ['programme', true],
    ['editor', false],
    ['helper', false],
  ])('%s: %s', async (role, may) => {
    const own = createContext(db, withRole(role, { seriesId: series.seriesId }))
    expect(own.may('person.contact', ida)).toBe(may)
    const stranger = createContext(db, withRole(role, { seriesId: other.seriesId }))
    expect(stranger.may('person.contact', ida)).toBe(false)
  })

  test('writing somebody into a draft does not open their address', async () => {
    await addSessions(db, other, [{ title: 'Gelockt', personIds: [ida.id] }])
    const stranger = createContext(db, withRole('programme', { seriesId: other.seriesId }))
    const scope = (await findPersonScope(db, ida.id))!
    await expect(findPersonContact(stranger, scope)).rejects.toThrow('access.denied')
    await expect(savePersonContact(stranger, scope, input({ note: 'x' }))).rejects.toThrow('access.denied')
  })
})

test.each([
  [{ email: 'ida' }, 'email'],
  [{ phone: '0341 1' }, 'phone'],
  [{ note: 'x'.repeat(2_001) }, 'note'],
])('%j is refused at %s', (given, field) => {
  expect(personContactInput.safeParse(given).error?.issues.map((issue) => issue.path[0])).toEqual([field])
})
