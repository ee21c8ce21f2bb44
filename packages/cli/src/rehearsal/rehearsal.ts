import { fileURLToPath } from 'node:url'
import type { App } from '@fachtag/core/app/open'
import { systemActor } from '@fachtag/core/kernel/actor'
import { DomainError } from '@fachtag/core/kernel/errors'
import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { findEditionScope, findSeriesScope } from '@fachtag/core/modules/editions/scope/queries'
import { importArchive } from '@fachtag/core/modules/library/archive/commands'
import { readArchive } from '@fachtag/core/modules/library/archive/files/queries'
import { mapArchivedPersons } from '@fachtag/core/modules/library/archive/queries'
import { foldAddress } from '@fachtag/core/modules/people/accounts/addresses/rules'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { findByAddress } from '@fachtag/core/modules/people/accounts/queries'
import { signInLinkFor } from '@fachtag/core/modules/people/accounts/setup/commands'
import { setupAddress } from '@fachtag/core/modules/people/accounts/setup/rules'
import { savePersonContact } from '@fachtag/core/modules/people/contacts/commands'
import { grantRole } from '@fachtag/core/modules/people/roles/commands'
import type { RoleTarget } from '@fachtag/core/modules/people/roles/policy'
import { findPersonScope } from '@fachtag/core/modules/programme/involvement/queries'
import { moveRehearsal } from './dates.ts'
import { addressOf, type RehearsedRole, rehearsedRoles } from './roles.ts'
import { markSessions } from './visitors.ts'

/** Where the made-up series is described. */
export const rehearsalFolder = fileURLToPath(new URL('../../../../content/probelauf/', import.meta.url))
const slug = 'probelauf'

/** A way to try a role: its name, and a one-time link that signs in who plays it. */
export type RoleLink = {
  readonly key: string
  readonly role: LocalizedText
  readonly name: string
  readonly address: string
}

type Places = Readonly<Record<'site' | 'series', readonly RoleTarget[]>> & { readonly edition: readonly [EditionScope] }

/** `otherSeries`: the slug of the series that the made-up organisers may work on as well. */
async function findPlaces(app: App, year: number, otherSeries: string): Promise<Places> {
  const [own, other] = await Promise.all([slug, otherSeries].map((one) => findSeriesScope(app.db, one)))
  const edition = await findEditionScope(app.db, slug, String(year))
  if (!own || !edition) throw new DomainError('demo.broken_content', { file: 'probelauf', reason: 'no edition' })
  const series = [own, other].flatMap((one) => (one ? [{ seriesId: one.seriesId, editionId: null }] : []))
  return { site: [{ seriesId: null, editionId: null }], series, edition: [edition] }
}

/** Lets the organisers write to somebody, as they could to a real speaker. */
async function reachUnder(app: App, personId: string | undefined, email: string): Promise<void> {
  const person = personId === undefined ? null : await findPersonScope(app.db, personId)
  if (person) await savePersonContact(app.ctx(systemActor), person, { email })
}

type Cast = { readonly people: ReadonlyMap<string, string>; readonly places: Places }

async function openAccountOf(app: App, role: RehearsedRole, { people, places }: Cast): Promise<void> {
  const ctx = app.ctx(systemActor)
  const address = addressOf(role)
  if (await findByAddress(app.db, foldAddress(address))) return
  const personId = role.person && people.get(role.person)
  const accountId = await openAccount(ctx, { personId, name: role.name, address })
  await reachUnder(app, personId, address)
  const { grant } = role
  for (const place of grant ? places[grant.reach] : []) await grantRole(ctx, { role: grant!.role, accountId, ...place })
}

/**
 * Loads the made-up series with its edition in `year` and gives everybody in it an account with their role. What is there
 * already stays as it is. Throws `demo.broken_content` when a file of it is wrong.
 */
export async function loadRehearsal(app: App, year: number, otherSeries: string): Promise<void> {
  const { archive, problems } = await readArchive(rehearsalFolder)
  const [problem] = problems
  if (!archive) throw new DomainError('demo.broken_content', { file: problem?.file, reason: problem?.message })
  await importArchive(app.ctx(systemActor), moveRehearsal(archive, year))
  const cast = { people: await mapArchivedPersons(app.db, slug), places: await findPlaces(app, year, otherSeries) }
  for (const role of rehearsedRoles) await openAccountOf(app, role, cast)
  await markSessions(app, cast.places.edition[0])
}

/** A new one-time link for every role of the rehearsal, on the site at `origin`; none for accounts that are gone. */
export async function makeRoleLinks(app: App, origin: string): Promise<RoleLink[]> {
  const links: RoleLink[] = []
  for (const role of rehearsedRoles) {
    const account = await findByAddress(app.db, foldAddress(addressOf(role)))
    if (!account) continue
    const { token } = await signInLinkFor(app.ctx(systemActor), account.id)
    links.push({ key: role.key, role: role.title, name: role.name, address: setupAddress(origin, token) })
  }
  return links
}
