import { readFileSync } from 'node:fs'
import { roleNames } from '@fachtag/core/kernel/actor'
import { newId } from '@fachtag/core/kernel/ids'
import { beforeAll, describe, expect, test } from 'vitest'
import { addEdition, addPerson, addSessions } from '../../../packages/core/test/programme.ts'
import { memberRoutes } from '../src/lib/server/member-routes.ts'
import { signedIn } from '../test/signed-in.ts'
import { testSite } from '../test/site.ts'

const { app, web } = await testSite()
const own = await addEdition(app.db, 'eigen')
await addEdition(app.db, 'fremd')
const here = { series: 'reihe-eigen', edition: 'eigen' }

/** What the checked-in page says: route → the roles that may have it. */
function readMatrix(): { roles: string[]; allowed: Map<string, string[]> } {
  const text = readFileSync(new URL('../../../docs/reference/access.md', import.meta.url), 'utf8')
  const [head = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const roles = head.slice(2)
  const allowed = rows.map(([route = '', , ...cells]) => {
    const names = roles.filter((_, index) => cells[index] === 'yes')
    return [route.replaceAll('`', ''), names] as const
  })
  return { roles, allowed: new Map(allowed) }
}

const { roles, allowed } = readMatrix()

/** An address that the route takes, in the given place; objects in it do not exist. */
function addressOf(route: string, place: { series: string; edition: string }): string {
  const path = route
    .replace('[series]', place.series)
    .replace('[edition]', place.edition)
    .replace(/\/\[\[\w+(=\w+)?\]\]/g, '')
    .replace('[page=legal]', 'impressum')
  return path.replace(/\[\w+(=\w+)?\]/g, 'x')
}

/** The cookie of somebody who has signed in with a second factor and has this role. */
async function signIn(role: string): Promise<string> {
  const personId = await addPerson(app.db, role.replace(' ', '-'), role)
  if (role === 'speaker' || role === 'moderator') {
    const [session_id = ''] = await addSessions(app.db, own, [{ title: role }])
    const appearance = { id: newId('appearance'), session_id, person_id: personId, role } as const
    await app.db.insertInto('appearances').values(appearance).execute()
  }
  const given = roleNames.find((one) => one === role)
  const seriesId = role === 'operator' ? null : own.seriesId
  const editionId = role === 'operator' || role === 'series-organiser' ? null : own.id
  return signedIn(app, { name: role, personId, grants: given ? [{ role: given, seriesId, editionId }] : [] })
}

async function ask(cookie: string, path: string, method = 'GET') {
  // An action that no page has: whether it may be sent is decided, and nothing is done.
  const address = method === 'POST' ? `${path}?/gibt-es-nicht` : path
  const headers = { cookie, origin: web.url, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(web.url + address, {
    method,
    headers,
    body: method === 'POST' ? '' : null,
    redirect: 'manual',
  })
  return { status: answer.status, cache: answer.headers.get('cache-control'), text: await answer.text() }
}

test('the matrix has a row for every route of members', () => {
  expect([...allowed.keys()].sort()).toEqual(Object.keys(memberRoutes).sort())
  expect(roles).toEqual(expect.arrayContaining(['signed in', 'speaker', 'moderator', ...roleNames]))
})

describe.each(roles)('%s', (role) => {
  let cookie = ''
  beforeAll(async () => {
    cookie = await signIn(role)
  })

  test('gets in their own place what the matrix says, and is refused all else', async () => {
    const wrong: string[] = []
    for (const [route, names] of allowed) {
      for (const method of ['GET', 'POST']) {
        const { status, cache } = await ask(cookie, addressOf(route, here), method)
        const isRight = names.includes(role) ? status !== 403 && status < 500 : status === 403 || status === 404
        if (!isRight || cache === null || !/no-store/.test(cache)) wrong.push(`${method} ${route}: ${status} ${cache}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('does not learn of what exists elsewhere', async () => {
    // The public site names every public series; beyond that the two answers are the same, but for what was asked.
    const blank = (text: string) => text.replaceAll('fremd', 'xxxxx')
    if (role === 'operator') return
    const wrong: string[] = []
    for (const route of [...allowed.keys()].filter((one) => one.includes('[series]'))) {
      const there = await ask(cookie, addressOf(route, { series: 'reihe-fremd', edition: 'fremd' }))
      const nowhere = await ask(cookie, addressOf(route, { series: 'reihe-xxxxx', edition: 'xxxxx' }))
      const isSame = blank(there.text) === blank(nowhere.text)
      if (there.status !== 404 || nowhere.status !== 404 || !isSame) wrong.push(`${route}: ${there.status}`)
    }
    expect(wrong).toEqual([])
  })
})
