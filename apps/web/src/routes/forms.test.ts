import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { createSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { answer, type Visitor, visit } from '../../test/visit.ts'
import { load as layout } from './+layout.server.ts'
import { load as report, actions as reportActions } from './barriere-melden/+page.server.ts'
import { load as setup, actions as setupActions } from './einrichten/+page.server.ts'
import { load as desk, actions as deskActions } from './organisieren/+page.server.ts'

const { db } = await testDatabase()
const noon = '2031-11-01T12:00:00Z'
const organiser = { db, at: noon, actor: withRole('operator') } satisfies Visitor
const anybody = { db, at: noon } satisfies Visitor

type Form = Record<string, string>
type Params = Record<string, string>

/** Sends a form. Answers the refusal, or where the browser is sent. */
async function send(action: unknown, visitor: Visitor, form: Form, params: Params = {}, path = '/x') {
  const event = visit(visitor, path, params, form)
  const done = answer((action as (event: unknown) => unknown)(event)).catch((thrown) => thrown)
  const { status, data, location } = await done
  return { status, data, location, cookies: event.cookies }
}
const shown = async (load: unknown, visitor: Visitor, path = '/x', params: Params = {}) => {
  const event = visit(visitor, path, params)
  Object.assign(event, { parent: () => layout(event as never) })
  return answer((load as (event: unknown) => unknown)(event))
}

describe('reporting a barrier', () => {
  const good = { page: '/themen', description: 'Der Filter lässt sich nicht bedienen.\r\nMit der Tastatur.' }

  beforeEach(async () => {
    await db.deleteFrom('barrier_reports').execute()
  })

  test('is kept, and said to be', async () => {
    const sent = await send(
      reportActions.default,
      { ...anybody, address: '192.0.2.10' },
      { ...good, replyTo: 'ida@fachtag.example' },
    )
    expect([sent.status, sent.location]).toEqual([303, '/barriere-melden?gesendet'])
    expect((await shown(desk, organiser)).reports).toMatchObject([
      {
        page: '/themen',
        description: 'Der Filter lässt sich nicht bedienen.\nMit der Tastatur.',
        replyTo: 'ida@fachtag.example',
      },
    ])
    expect(await shown(report, anybody, '/barriere-melden?gesendet')).toMatchObject({ isSent: true })
  })

  test('leads back to the page in its own language', async () => {
    const sent = await send(reportActions.default, { ...anybody, locale: 'en', address: '192.0.2.11' }, good)
    expect(sent.location).toBe('/en/barriere-melden?gesendet')
  })

  test.each<[string, Form, Form]>([
    ['nothing', {}, { page: 'required', description: 'required' }],
    ['a wrong address', { ...good, description: 'x', replyTo: 'ida' }, { replyTo: 'email' }],
    ['a novel', { ...good, description: 'x'.repeat(5001) }, { description: 'too_long' }],
  ])('of %s is shown again with what is wrong', async (_, form, problems) => {
    const { status, data } = await send(reportActions.default, { ...anybody, address: '192.0.2.12' }, form)
    expect([status, data.problems, data.isTooMany]).toEqual([422, problems, false])
    expect(data.values).toMatchObject(form)
    expect((await shown(desk, organiser)).reports).toEqual([])
  })

  test('six times from one place is too often, and nobody else is kept waiting', async () => {
    const visitor = { ...anybody, address: '192.0.2.13' }
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await send(reportActions.default, visitor, good)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    expect((await send(reportActions.default, { ...anybody, address: '192.0.2.14' }, good)).status).toBe(303)
    const later = { ...visitor, at: '2031-11-01T13:00:01Z' }
    expect((await send(reportActions.default, later, good)).status).toBe(303)
  })

  test('starts with the page that one came from, cut where nobody can mean it', async () => {
    expect(await shown(report, anybody, '/barriere-melden?seite=/themen')).toMatchObject({
      page: '/themen',
      isSent: false,
    })
    expect((await shown(report, anybody, `/x?seite=${'a'.repeat(1000)}`)).page).toHaveLength(500)
  })

  test('can be marked as answered by an organiser, and by nobody else', async () => {
    await send(
      reportActions.default,
      { ...anybody, address: '192.0.2.15' },
      { ...good, replyTo: 'ida@fachtag.example' },
    )
    const [{ id }] = (await shown(desk, organiser)).reports
    expect(await send(deskActions.answered, anybody, { id })).toMatchObject({ status: undefined })
    expect((await shown(desk, organiser)).reports[0].replyTo).toBe('ida@fachtag.example')
    expect(await send(deskActions.answered, organiser, { id })).toMatchObject({
      status: 303,
      location: '/organisieren',
    })
    expect((await shown(desk, organiser)).reports.map((one: { replyTo: unknown }) => one.replyTo)).not.toContain(
      'ida@fachtag.example',
    )
  })
})

describe('the one-time link', () => {
  const newLink = () => createSetupLink(createContext(db, systemActor, fixedClock(noon)))

  test('is shown without being used up, cut where it cannot be one', async () => {
    const { token } = await newLink()
    for (const _ of [1, 2]) expect(await shown(setup, anybody, `/einrichten?link=${token}`)).toEqual({ token })
    expect((await shown(setup, anybody, `/einrichten?link=${'a'.repeat(500)}`)).token).toHaveLength(100)
    expect((await send(setupActions.default, anybody, { token })).status).toBe(303)
  })

  test('signs in once', async () => {
    const { token } = await newLink()
    const first = await send(setupActions.default, anybody, { token }, {}, 'https://fachtag.example/einrichten')
    expect([first.status, first.location]).toEqual([303, '/organisieren'])
    expect(first.cookies.get('__Host-fachtag_anmeldung')).toMatch(/^[\w-]{43}$/)
    expect(first.cookies.options.get('__Host-fachtag_anmeldung')).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    })
    const second = await send(setupActions.default, anybody, { token })
    expect([second.status, second.data]).toEqual([403, { refused: 'used' }])
    expect(second.cookies.get('__Host-fachtag_anmeldung')).toBeUndefined()
  })

  test.each([
    ['nothing', {}, noon, 'unknown'],
    ['nonsense', { token: "'; drop table accounts" }, noon, 'unknown'],
    ['a token that was never given out', { token: 'a'.repeat(43) }, noon, 'unknown'],
  ])('refuses %s', async (_, form, at, refused) => {
    expect(await send(setupActions.default, { ...anybody, at }, form as Form)).toMatchObject({
      status: 403,
      data: { refused },
    })
  })

  test('is over after a day', async () => {
    const { token } = await newLink()
    const late = { ...anybody, at: '2031-11-02T12:00:01Z' }
    expect(await send(setupActions.default, late, { token })).toMatchObject({
      status: 403,
      data: { refused: 'expired' },
    })
  })

  test('signing out forgets the cookie, here and there', async () => {
    const cookies = new Map<string, string>()
    const visitor = { ...organiser, cookies }
    await send(setupActions.default, visitor, { token: (await newLink()).token })
    const before = await db.selectFrom('sign_ins').selectAll().execute()
    expect(await send(deskActions.signOut, visitor, {})).toMatchObject({ status: 303, location: '/' })
    expect(cookies.size).toBe(0)
    expect(await db.selectFrom('sign_ins').selectAll().execute()).toHaveLength(before.length - 1)
  })
})
