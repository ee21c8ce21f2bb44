import { createContext } from '../src/app/context.ts'
import { type Actor, publicActor, type RoleName, roleNames, systemActor } from '../src/kernel/actor.ts'
import { fixedClock } from '../src/kernel/clock.ts'
import { DomainError } from '../src/kernel/errors.ts'
import type { EditionScope } from '../src/kernel/scope.ts'
import { scopeOfEdition } from '../src/modules/editions/scope/queries.ts'
import type { Context } from '../src/platform/context/types.ts'
import { readPublicationStamp } from '../src/platform/database/publication.ts'
import type { Db } from '../src/platform/database/tables.ts'
import { withRole } from './actors.ts'
import { addEdition, addEditionOf } from './programme.ts'

/** An edition, another one of the same series, and one of another series. */
export type Workplaces = { readonly own: EditionScope; readonly sister: EditionScope; readonly foreign: EditionScope }

/** Three public editions to tell apart who may work where. */
export async function addWorkplaces(db: Db): Promise<Workplaces> {
  const own = await addEdition(db, '2031')
  const sister = await addEditionOf(db, own.seriesId, '2032', '2032-11-03')
  const foreign = await addEdition(db, 'fremd')
  const [a, b, c] = await Promise.all([own, sister, foreign].map(({ id }) => scopeOfEdition(db, id)))
  return { own: a!, sister: b!, foreign: c! }
}

const seriesRoles: readonly RoleName[] = ['operator', 'series-organiser', 'finance']

/** Somebody for each role in the edition itself, in the sister edition, in the other series, and those without any. */
function everybody({ own, sister, foreign }: Workplaces): Readonly<Record<string, Actor>> {
  const { seriesId, editionId } = own
  const roles = roleNames.map((role): [string, Actor] => [
    role,
    withRole(role, role === 'operator' ? {} : seriesRoles.includes(role) ? { seriesId } : { seriesId, editionId }),
  ])
  return {
    system: systemActor,
    ...Object.fromEntries(roles),
    'programme of the sister': withRole('programme', { seriesId, editionId: sister.editionId }),
    'editor of the sister': withRole('editor', { seriesId, editionId: sister.editionId }),
    'series-organiser elsewhere': withRole('series-organiser', { seriesId: foreign.seriesId }),
    'operator without a second factor': { ...withRole('operator'), isStrong: false },
    visitor: publicActor,
  }
}

const isDenied = (error: unknown) => error instanceof DomainError && error.code === 'access.denied'

/** Who may do what `attempt` does: all but those who are told `access.denied`. Other failures do not count as a refusal. */
export async function whoMay(
  db: Db,
  places: Workplaces,
  attempt: (ctx: Context) => Promise<unknown>,
): Promise<string[]> {
  const may: string[] = []
  for (const [name, actor] of Object.entries(everybody(places))) {
    const denied = await attempt(createContext(db, actor)).then(() => false, isDenied)
    if (!denied) may.push(name)
  }
  return may
}

/** What became of a change: its answer, how often the caches were told, and what is to be searched anew. */
export type Told<T> = {
  readonly answer: T
  readonly touched: number
  readonly jobs: readonly (readonly [string, object])[]
}

/** Does `change` as `actor` on 1 October 2031, 10:00 UTC, and hears whom it tells. */
export async function hear<T>(db: Db, actor: Actor, change: (ctx: Context) => Promise<T>): Promise<Told<T>> {
  const jobs: [string, object][] = []
  const before = await readPublicationStamp(db)
  const ctx = createContext(db, actor, fixedClock('2031-10-01T10:00:00Z'), async (_, job, payload) => {
    jobs.push([job.name, payload])
  })
  const answer = await change(ctx)
  return { answer, touched: (await readPublicationStamp(db)) - before, jobs }
}
