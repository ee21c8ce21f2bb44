import { newId } from '@fachtag/core/kernel/ids'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addEdition, addPerson } from '../../../packages/core/test/programme.ts'
import { memberRoutes } from '../src/lib/server/member-routes.ts'
import { signedIn } from '../test/signed-in.ts'
import { testSite } from '../test/site.ts'

const { app, web } = await testSite()
const own = await addEdition(app.db, 'eigen')
const foreign = await addEdition(app.db, 'fremd')
const secret = 'Geheimnis-der-anderen'

type Row = Readonly<Record<string, string | number | null>>
const text = JSON.stringify({ de: secret })
const [edition, series] = [{ edition_id: foreign.id }, { series_id: foreign.seriesId }]
const picture = { media_type: 'image/png', width: 1, height: 1, bytes: 1, sha256: 'a'.repeat(64) }

/** One thing of the other series for every kind that has a page of its own: by the word before `[id]` in the address. */
const things: Readonly<Record<string, { readonly table: string; readonly row: Row }>> = {
  raeume: { table: 'rooms', row: { id: newId('room'), ...edition, slug: 'geheim', name: secret } },
  reihen: { table: 'tracks', row: { id: newId('track'), ...edition, slug: 'geheim', name: secret } },
  beitraege: {
    table: 'sessions',
    row: { id: newId('session'), ...edition, slug: 'geheim', type: 'talk', title: secret },
  },
  warum: {
    table: 'sessions',
    row: { id: newId('session'), ...edition, slug: 'geheim-und-geplant', type: 'talk', title: secret },
  },
  nachruecken: {
    table: 'reserves',
    row: { id: newId('reserve'), ...edition, person_id: await addPerson(app.db, 'fremd', 'Fremd'), title: secret },
  },
  varianten: {
    table: 'variants',
    row: {
      id: newId('variant'),
      ...edition,
      name: secret,
      base: '{}',
      placements: '{}',
      created_at: '2031-10-01T08:00:00Z',
    },
  },
  unterlagen: { table: 'materials', row: { id: newId('material'), ...edition, kind: 'slides', title: secret } },
  rueckblick: { table: 'recaps', row: { id: newId('recap'), ...edition, title: text, body: text } },
  aktuelles: { table: 'news', row: { id: newId('news'), ...series, ...edition, slug: 'geheim', title: text } },
  quellen: { table: 'sources', row: { id: newId('source'), ...series, key: 'geheim', title: secret } },
  post: {
    table: 'mails',
    row: {
      id: newId('mail'),
      ...series,
      ...edition,
      key: 'geheim',
      template: 'letter.free',
      address: 'ida@fachtag.example',
      locale: 'de',
      subject: secret,
      body: secret,
      state: 'review',
    },
  },
  bilder: { table: 'images', row: { id: newId('image'), ...series, ...picture, name: secret, alternative: text } },
}

/** Pages whose things belong to no series; who may change which is asked with the series in which they appear. */
const sharedByAll = ['personen', 'organisationen', 'themen']

const routes = Object.entries(memberRoutes).filter(
  ([route, { scope }]) => scope !== 'site' && /\[(id|mail)\]/.test(route),
)
const kindOf = (route: string) => /([^/]+)\/\[(?:id|mail)\]/.exec(route)?.[1] ?? ''
const addressOf = (route: string) =>
  route
    .replace('[series]', 'reihe-eigen')
    .replace('[edition]', 'eigen')
    .replace(/\[(id|mail)\]/, String(things[kindOf(route)]?.row.id))

async function readRow(kind: string): Promise<unknown> {
  const { table, row } = things[kind]!
  return (await sql`select * from ${sql.table(table)} where id = ${row.id}`.execute(app.db)).rows
}

let cookie = ''
beforeAll(async () => {
  for (const { table, row } of Object.values(things)) {
    const columns = Object.keys(row).map((name) => sql.ref(name))
    const values = Object.values(row).map((value) => sql`${value}`)
    await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(values)})`.execute(app.db)
  }
  const grants = [{ role: 'series-organiser', seriesId: own.seriesId, editionId: null }] as const
  cookie = await signedIn(app, { name: 'olga', grants })
})

async function ask(path: string, form?: Readonly<Record<string, string>>) {
  const headers = { cookie, origin: web.url }
  const body = form && new URLSearchParams(form)
  const answer = await fetch(web.url + path, {
    method: body ? 'POST' : 'GET',
    headers,
    body: body ?? null,
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text() }
}

test('there is a foreign thing for every kind of page', () => {
  const kinds = new Set(routes.map(([route]) => kindOf(route)))
  expect([...kinds].filter((kind) => !sharedByAll.includes(kind)).sort()).toEqual(Object.keys(things).sort())
})

describe.each(routes.map(([route]) => route))('%s with the id of another series', (route) => {
  const kind = kindOf(route)
  const wishes: readonly Readonly<Record<string, string>>[] = [
    {},
    { name: 'Übernommen', _revision: '1' },
    { _do: 'remove', _revision: '1' },
    { id: 'x' },
  ]

  test('is not there, and nothing of it is said', async () => {
    const { status, text: page } = await ask(addressOf(route))
    expect(status).toBe(404)
    expect(page).not.toContain(secret)
  })

  test('is not changed either', async () => {
    const before = await readRow(kind)
    expect(before).toHaveLength(1)
    for (const wish of wishes) {
      const { status, text: page } = await ask(addressOf(route), wish)
      expect([404, 405]).toContain(status)
      expect(page).not.toContain(secret)
    }
    expect(await readRow(kind)).toEqual(before)
  })
})
