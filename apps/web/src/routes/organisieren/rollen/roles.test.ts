import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { grantRole } from '@fachtag/core/modules/people/roles/commands'
import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../../packages/core/test/database.ts'
import { addEdition, addTrackAndRoom } from '../../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../../test/visit.ts'
import { actions as accept, load as invitation } from '../../einladung/+page.server.ts'
import { actions, load } from './+page.server.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'rollen')
const { trackId } = await addTrackAndRoom(db, edition, 'reihe')
const here = { seriesId: edition.seriesId, editionId: edition.id }
const series = { seriesId: edition.seriesId, editionId: null }
const system = createContext(db, systemActor)
const accountId = await openAccount(system, { name: 'Olga Beispiel', address: 'olga@fachtag.example' })
const organiser = { ...withRole('series-organiser', { seriesId: edition.seriesId }), accountId }

/** Asks as who organises the series, in the place that the address of the page names. */
const event = (scope: object | null, path = '/x', form?: Record<string, string>, actor: object = organiser) => {
  const made = visit({ db, actor: actor as never }, path, {}, form)
  Object.assign(made.locals, { scope })
  return made as never
}
type Run = (event: never) => unknown
const send = async (action: unknown, scope: object | null, form: Record<string, string>, actor?: object) => {
  const sent = answer((action as Run)(event(scope, '/x', form, actor))).catch((thrown) => thrown)
  return sent as Promise<{ status?: number; location?: string; data?: Record<string, unknown>; message?: string }>
}
const shown = (scope: object | null, path?: string) => answer((load as Run)(event(scope, path)))

beforeEach(async () => {
  for (const table of ['mails', 'invitations', 'role_grants'] as const) await db.deleteFrom(table).execute()
})

async function lastLink(): Promise<string> {
  const mails = await db.selectFrom('mails').selectAll().execute()
  return /link=[\w-]{43}/.exec(JSON.stringify(mails.at(-1)))?.[0] ?? ''
}

describe('the roles of a place', () => {
  test('are those that can be given there', async () => {
    expect(await shown(here)).toMatchObject({ place: 'edition', tracks: [{ id: trackId }], holders: [], done: null })
    expect((await shown(here)).roles).not.toContain('series-organiser')
    expect(await shown({ seriesId: edition.seriesId })).toMatchObject({ place: 'series', roles: ['series-organiser'] })
    expect(await shown(here, '/x?invited')).toMatchObject({ done: 'invited' })
  })

  test('are given by an invitation that leads to an account', async () => {
    const sent = await send(actions.invite, here, {
      role: 'review',
      address: 'bo@fachtag.example',
      trackId,
      name: 'Bo',
    })
    expect([sent.status, sent.location]).toEqual([303, '/x?invited'])
    expect((await shown(here)).invitations).toMatchObject([{ name: 'Bo', role: 'review', track: 'reihe' }])
    const link = await lastLink()
    const opened = await answer((invitation as Run)(event(null, `/einladung?${link}`)))
    expect(opened.invitation).toMatchObject({
      kind: 'open',
      role: 'review',
      by: 'Olga Beispiel',
      place: 'Tagung rollen',
    })
    const accepted = await send(accept.default, null, { token: link.slice(5) }, { kind: 'public' })
    expect(accepted.location).toMatch(/^\/konto\/zweiter-faktor\?weiter=/)
    expect((await shown(here)).holders).toMatchObject([{ name: 'Bo', role: 'review', track: 'reihe' }])
    expect(await send(accept.default, null, { token: link.slice(5) })).toMatchObject({ data: { outcome: 'used' } })
  })

  test.each([
    [{ role: 'editor', address: 'niemand' }, { address: 'email' }],
    [{ role: 'editor', address: '' }, { address: 'required' }],
    [{ role: 'root', address: 'bo@fachtag.example' }, { role: 'invalid' }],
  ])('%j is sent back with what is wrong', async (form, problems) => {
    const sent = await send(actions.invite, here, form)
    expect(sent).toMatchObject({ status: 422, data: { values: form, problems } })
  })

  test('a track means something for review alone', async () => {
    await send(actions.invite, here, { role: 'editor', address: 'bo@fachtag.example', trackId })
    expect((await shown(here)).invitations).toMatchObject([{ role: 'editor', track: null }])
  })

  test('are withdrawn, but for the last organiser', async () => {
    await grantRole(system, { role: 'editor', accountId, ...here })
    await grantRole(system, { role: 'series-organiser', accountId, ...series })
    const [editor] = (await shown(here)).holders
    expect((await send(actions.withdraw, here, { id: editor.id })).location).toBe('/x?withdrawn')
    const only = { seriesId: edition.seriesId }
    const [last] = (await shown(only)).holders
    expect((await send(actions.withdraw, only, { id: last.id })).location).toBe('/x?kept')
  })

  test('an invitation is sent again and taken back', async () => {
    await send(actions.invite, here, { role: 'editor', address: 'bo@fachtag.example' })
    const [{ id }] = (await shown(here)).invitations
    expect((await send(actions.resend, here, { id })).location).toBe('/x?invited')
    expect((await send(actions.cancel, here, { id })).location).toBe('/x?cancelled')
    expect((await shown(here)).invitations).toEqual([])
    expect((await send(actions.cancel, here, { id })).message).toContain('invitation.not_found')
  })

  test('are no business of who organises elsewhere', async () => {
    const stranger = withRole('series-organiser', { seriesId: 'srs_other' })
    const form = { role: 'editor', address: 'bo@fachtag.example', id: 'x' }
    for (const action of Object.values(actions))
      expect((await send(action, here, form, stranger)).message).toContain('access.denied')
  })
})

test.each(['/einladung', '/einladung?link=x', `/einladung?link=${'a'.repeat(43)}`])(
  '%s invites nobody',
  async (path) => {
    expect((await answer((invitation as Run)(event(null, path)))).invitation).toEqual({ kind: 'unknown' })
    expect((await send(accept.default, null, { token: path })).data).toEqual({ outcome: 'unknown' })
  },
)
