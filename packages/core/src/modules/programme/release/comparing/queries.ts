import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { emptyProgramme } from '../../changes/rules.ts'
import { readDraft } from '../../draft/queries.ts'
import { renewProgramme } from '../../projection/restoring/commands.ts'
import type { Programme } from '../../types.ts'
import { findDifference } from '../difference/rules.ts'
import type { Difference } from '../difference/types.ts'
import { findLatestRelease, findRelease } from '../queries.ts'
import type { Release } from '../types.ts'
import type { Stand } from './types.ts'

async function findExisting(ctx: Context, scope: EditionScope, number: number): Promise<Release> {
  const release = await findRelease(ctx.db, scope.editionId, number)
  if (!release) throw new DomainError('release.not_found', { number })
  return release
}

async function readStand(ctx: Context, scope: EditionScope, stand: Stand): Promise<Programme> {
  if (stand === 'draft') return readDraft(ctx.db, scope.editionId)
  if (stand === 0) return emptyProgramme('UTC')
  return (await findExisting(ctx, scope, stand)).programme
}

/** A release with its whole programme, as it was published. One query. Throws `release.not_found`. */
export function viewRelease(ctx: Context, scope: EditionScope, number: number): Promise<Release> {
  ctx.authorize('programme.view', scope)
  return findExisting(ctx, scope, number)
}

/** What leads from one stand of a programme to another, whichever is older. Throws `release.not_found`. */
export async function compareStands(ctx: Context, scope: EditionScope, from: Stand, to: Stand): Promise<Difference> {
  ctx.authorize('programme.view', scope)
  const [before, after] = await Promise.all([readStand(ctx, scope, from), readStand(ctx, scope, to)])
  return findDifference(from === 0 ? emptyProgramme(after.timeZone) : before, after)
}

/** What publishing an earlier release once more would change for the public, and for whom. Throws `release.not_found`. */
export async function previewRepublishing(ctx: Context, scope: EditionScope, number: number): Promise<Difference> {
  ctx.authorize('programme.publish', scope)
  const release = await findExisting(ctx, scope, number)
  const [latest, programme] = await Promise.all([
    findLatestRelease(ctx.db, scope.editionId),
    renewProgramme(ctx.db, release.programme),
  ])
  return findDifference(latest!.programme, programme)
}
