import { randomInt } from 'node:crypto'
import type { Schedule } from '@fachtag/formats/schedule/types'
import { sql } from 'kysely'
import type { App } from '../src/app/open.ts'
import { systemActor } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/ids.ts'
import { reindexAll } from '../src/modules/library/search/commands.ts'
import { hashAddress } from '../src/modules/messages/mail/addresses/rules.ts'
import { openAccount } from '../src/modules/people/accounts/commands.ts'
import { personalData } from '../src/modules/privacy/register/rules.ts'
import { importSchedule } from '../src/modules/programme/import/commands.ts'
import { publishRelease } from '../src/modules/programme/release/commands.ts'
import { type Planted, plantEverywhere } from './canaries.ts'
import { addEdition, type TestEdition } from './programme.ts'

// Digits at the end, so that no stemming takes a part of it away.
const newToken = (letters: string) => `${letters}${randomInt(10 ** 11, 10 ** 12)}`

type Named = Pick<Planted, 'token' | 'name' | 'address'>

function nobodyYet(given: string, letters: string): Named {
  const token = newToken(letters)
  return { token, name: `${given} Vogel${token}`, address: `${token}@example.org` }
}

/** A schedule whose second version names `ada` where the first did not, so that the report of changes tells of her. */
export function scheduleWith(people: readonly Named[], version: 1 | 2): Schedule {
  const said = people.map((one) => ({
    reference: `ref-${one.token}`,
    name: one.name,
    biography: `Leben von ${one.token}`,
    function: `Leitung ${one.token}`,
    organisation: 'Amt Muster',
  }))
  const common = { links: [], attachments: [] }
  return {
    title: 'Tagung',
    timeZone: 'Europe/Berlin',
    rooms: [],
    tracks: [],
    sessions: [
      { ...common, reference: 'a', title: 'Alpha', people: said },
      { ...common, reference: 'b', title: 'Beta', people: version === 1 ? said.slice(1) : said },
      {
        ...common,
        reference: 'c',
        title: `Begrüßung durch ${people[0]!.name}`,
        people: [],
        abstract: `Mit ${people[0]!.name}.`,
      },
    ],
  }
}

/** What single tables ask for beside a value of the right type. */
function fixedValues(
  who: Planted,
  number: number,
  editionId: string,
  [first, second]: readonly string[],
): Record<string, Record<string, unknown>> {
  return {
    persons: { name: who.name },
    account_addresses: { address: who.address },
    sessions: { links: JSON.stringify([{ title: `Gespräch mit ${who.name}`, url: 'https://example.org' }]) },
    images: { alternative: JSON.stringify({ de: 'Bild' }) },
    order_wishes:
      number === 0
        ? { first_session_id: first, then_session_id: second }
        : { first_session_id: second, then_session_id: first },
    withdrawn_sessions: { session_id: [first, second][number] },
    edition_organisers: { edition_id: editionId, role: ['organiser', 'sponsor'][number] },
  }
}

export type PlantedPeople = {
  readonly ada: Planted
  readonly bo: Planted
  readonly edition: TestEdition
  readonly newsId: string
}

async function makeAccount(app: App, named: Named): Promise<Planted> {
  const { id: personId } = await app.db
    .selectFrom('persons')
    .select('id')
    .where('name', '=', named.name)
    .executeTakeFirstOrThrow()
  const accountId = await openAccount(app.ctx(systemActor), { personId, address: named.address })
  return { ...named, personId, accountId, addressHash: hashAddress(named.address) }
}

/**
 * Two people with something in every place that can hold it: by the commands of the product where there are any (two
 * imports that publish, an account, the search, a waiting job), and a canary in every column that is declared theirs.
 */
export async function plantPeople(app: App, slug: string): Promise<PlantedPeople> {
  const ctx = app.ctx(systemActor)
  const edition = await addEdition(app.db, slug)
  const named = [nobodyYet('Ada', 'zqk'), nobodyYet('Bo', 'wjx')] as const
  for (const version of [1, 2] as const) {
    await importSchedule(ctx, { editionId: edition.id, schedule: scheduleWith(named, version), sourceKey: 'datei' })
  }
  const [ada, bo] = [await makeAccount(app, named[0]), await makeAccount(app, named[1])]
  const sessions = await app.db.selectFrom('sessions').select('id').where('edition_id', '=', edition.id).execute()
  const sessionIds = sessions.map((row) => row.id)
  for (const [number, who] of [ada, bo].entries()) {
    await plantEverywhere(app.db, personalData, who, fixedValues(who, number, edition.id, sessionIds))
  }
  const newsId = newId('news')
  await app.db
    .insertInto('news')
    .values({
      id: newsId,
      series_id: edition.seriesId,
      slug: 'n',
      title: { de: 'Neu' },
      body: { de: `Es sprach ${ada.name}.` },
      visibility: 'public',
    } as never)
    .execute()
  await publishRelease(ctx, { editionId: edition.id })
  await ctx.transaction(async (tx) => {
    await reindexAll(tx)
    for (const { address } of [ada, bo]) {
      await sql`insert into pgboss.job (name, data)
        values ('library.index-site', ${JSON.stringify({ to: address })}::jsonb)`.execute(tx)
    }
  })
  return { ada, bo, edition, newsId }
}
