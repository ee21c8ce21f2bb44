import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import { addReserve } from '@fachtag/core/modules/programme/reserve/commands'
import { reserveInput } from '@fachtag/core/modules/programme/reserve/schema'
import { findSession } from '@fachtag/core/modules/programme/sessions/queries'
import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../../packages/core/test/database.ts'
import { addTwoSessions, type TwoSessions } from '../../../../../../packages/core/test/two-sessions.ts'
import { answer, visit } from '../../../../test/visit.ts'
import { actions, load } from '../../../routes/organisieren/[series]/[edition]/ersatz/+page.server.ts'

const { db } = await testDatabase()
await db
  .insertInto('accounts')
  .values({ id: 'acc_1' } as never)
  .execute()
let count = 0
let here: TwoSessions
let appearanceId = ''
beforeEach(async () => {
  here = await addTwoSessions(db, `ersatz-${++count}`)
  appearanceId = here.appearanceOf(here.sessions[0], here.people[0])
})

type Form = Readonly<Record<string, string>>
const event = (query: string, form?: Form, actor = withRole('programme', here.scope)) => {
  const params = { series: `reihe-${here.edition.slug}`, edition: here.edition.slug }
  const path = `/organisieren/${params.series}/${params.edition}/ersatz${query}`
  return visit({ db, actor, scope: here.scope }, path, params, form) as never
}
const open = (query = '', actor?: ReturnType<typeof withRole>) => answer(load(event(query, undefined, actor)))
const at = (index: 0 | 1, more = '') => `?beitrag=${here.sessions[index]}${more}`

/** Where the form leads, or what comes back with it. */
async function send(query: string, form: Form, actor?: ReturnType<typeof withRole>) {
  try {
    const reply = await answer(actions.default?.(event(query, form, actor)))
    return { status: reply.status as number | undefined, reply: reply.data ?? reply }
  } catch (thrown) {
    const { location } = thrown as { location?: string }
    if (location === undefined) throw thrown
    return { query: `?${location.split('?')[1]}` }
  }
}
const lineup = async () => {
  const found = await findSession(db, here.edition.id, 'alpha')
  return found!.session.appearances.map((held) => `${held.name} ${held.mode} ${held.state}`)
}
const fay = { 'person.text': 'Dr. Fay Falk', function: 'Leitung', organisationName: 'Stadt Neu', remote: 'on' }

describe('the page', () => {
  test('offers sessions first, then who might stand in at one of them', async () => {
    const first = await open()
    expect([first.choice.sessions.map(({ title }: { title: string }) => title), first.situation]).toEqual([
      ['Alpha', 'Beta'],
      null,
    ])
    expect((await open('?q=Beta')).choice.sessions).toHaveLength(1)
    const { situation, way, first: shown } = await open(at(0))
    expect([situation.session.title, way, shown]).toEqual(['Alpha', 'replace', null])
  })

  test('shows at once what needs no answer', async () => {
    expect((await open(at(0, '&was=cancel'))).first.preview.session.state).toBe('cancelled')
    const remote = (await open(at(0, '&was=remote'))).first.preview
    expect(remote.session.appearances.map(({ mode }: { mode: string }) => mode)).toEqual(['remote', 'remote'])
    expect(remote.warnings.map(({ title }: { title: string }) => title)).toEqual(['Zuschaltung ohne Technik'])
  })

  test('is not there for a session of another edition, and not for nonsense', async () => {
    const other = await addTwoSessions(db, `fremd-${count}`)
    await expect(open(`?beitrag=${other.sessions[0]}`)).rejects.toMatchObject({ status: 404 })
    await expect(send('', fay)).rejects.toMatchObject({ status: 404 })
    const forged = { who: 'x'.repeat(99), tell: 'on' }
    await expect(send(at(0, '&was=remote'), forged)).rejects.toThrow('input.invalid')
    await expect(send(at(0), { _do: 'undo', release: 'x' })).rejects.toThrow('input.invalid')
  })
})

describe('replacing somebody', () => {
  test('shows beforehand what will be said, and changes nothing', async () => {
    const { reply } = await send(at(0), { ...fay, who: appearanceId, tell: 'on', _do: 'preview' })
    expect(reply.values['person.text']).toBe('Dr. Fay Falk')
    expect(reply.preview.people.map(({ name }: { name: string }) => name)).toEqual([
      'Bo Berg',
      'Dr. Fay Falk',
      'Ida Öhm',
    ])
    expect(reply.preview.notices.unreached.map(({ name }: { name: string }) => name)).toContain('Ida Öhm')
    expect(await lineup()).toEqual(['Ida Öhm on-site planned', 'Bo Berg on-site planned'])
  })

  test('by a typed name leads to what was done, and back again', async () => {
    const { query } = await send(at(0), { ...fay, who: appearanceId })
    expect(await lineup()).toEqual([
      'Ida Öhm on-site replaced',
      'Dr. Fay Falk remote planned',
      'Bo Berg on-site planned',
    ])
    const { done, did } = await open(query)
    expect([done.release.number, did, done.mayBeTakenBack]).toEqual([2, 'replaced', true])
    const back = await send(query!, { _do: 'undo', release: '2' })
    expect(await lineup()).toEqual(['Ida Öhm on-site planned', 'Bo Berg on-site planned'])
    expect((await open(back.query)).did).toBe('undone')
    expect(await send(query!, { _do: 'undo', release: '2' })).toMatchObject({
      status: 409,
      reply: { problem: 'unchanged' },
    })
  })

  test('off the reserve list takes the way that the list names, unless another is asked for', async () => {
    const ctx = createContext(db, systemActor)
    const { id } = await addReserve(ctx, here.scope, reserveInput.parse({ personId: here.people[2], mode: 'remote' }))
    await send(at(0), { reserve: id, who: appearanceId, 'person.text': 'wird nicht gelesen' })
    expect((await lineup())[1]).toBe('Eva Ernst remote planned')
  })

  test('asks who is meant where a name may be several', async () => {
    await db
      .insertInto('person_names')
      .values([
        { person_id: here.people[0], name: 'Ida Öhm', folded: 'ida ohm' },
        { person_id: here.people[2], name: 'Ida Ohm', folded: 'ida ohm' },
      ])
      .onConflict((on) => on.doNothing())
      .execute()
    const { status, reply } = await send(at(1), { 'person.text': 'Ida Ohm', who: '' })
    expect([status, reply.candidates.length > 1]).toEqual([422, true])
    const chosen = { 'person.text': 'Ida Ohm', 'person.choice': here.people[2], who: '' }
    expect((await send(at(1), chosen)).query).toContain('getan=replaced')
  })

  test('by nobody says so, and keeps what was typed', async () => {
    const { status, reply } = await send(at(0), { note: 'Kurzfristig', who: appearanceId })
    expect([status, reply.problem, reply.values.note]).toEqual([422, 'missing', 'Kurzfristig'])
  })
})

describe('the other ways', () => {
  test('a session is cancelled', async () => {
    const { query } = await send(at(0, '&was=cancel'), { note: 'Neuer Termin folgt.', tell: 'on' })
    expect((await open(query)).done.release.note).toBe('Neuer Termin folgt.')
    expect(await send(at(0, '&was=cancel'), {})).toMatchObject({ status: 409, reply: { problem: 'unchanged' } })
  })

  test('somebody joins by video', async () => {
    await send(at(0, '&was=remote'), { who: appearanceId })
    expect(await lineup()).toEqual(['Ida Öhm remote planned', 'Bo Berg on-site planned'])
  })

  test('nothing of it is for who only helps', async () => {
    const helper = withRole('helper', here.scope)
    await expect(open(at(0), helper)).rejects.toThrow('access.denied')
    for (const was of ['replace', 'remote', 'cancel'])
      await expect(send(at(0, `&was=${was}`), fay, helper)).rejects.toThrow('access.denied')
  })
})
