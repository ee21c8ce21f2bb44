import { listPublishers } from '@fachtag/core/modules/programme/release/authors/queries'
import {
  compareStands,
  previewRepublishing,
  viewRelease,
} from '@fachtag/core/modules/programme/release/comparing/queries'
import type { Stand } from '@fachtag/core/modules/programme/release/comparing/types'
import { listReleases } from '@fachtag/core/modules/programme/release/queries'
import { restoreToDraft } from '@fachtag/core/modules/programme/release/restoring/commands'
import type { RequestEvent } from '@sveltejs/kit'
import { showDifference, showProgramme } from '#lib/releases/shown-day.ts'
import { Unsent } from '#lib/unsent.ts'
import { editionOf } from '../admission.ts'
import { done, leadTo } from '../done.ts'
import { found } from '../found.ts'
import { previewDifference } from './preview.ts'

type Asked = Pick<RequestEvent, 'locals' | 'url' | 'params'>

/** The number in the address; 404 for what is none. */
export function numberIn({ params }: Pick<RequestEvent, 'params'>): number {
  return found(/^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : null)
}

/** Reads a stand out of a query: a number, 0 for what was before the first release, `entwurf`. */
function readStand(text: string | null): Stand | null {
  if (text === 'entwurf') return 'draft'
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** All releases, and the difference that the query asks for (`von`, `nach`). */
export async function loadStands({ locals, url }: Asked) {
  const { ctx } = locals
  const scope = editionOf(locals)
  const [from, to] = [readStand(url.searchParams.get('von')), readStand(url.searchParams.get('nach'))]
  const [releases, publishers] = await Promise.all([listReleases(ctx.db, scope.editionId), listPublishers(ctx, scope)])
  const difference = from !== null && to !== null ? await compareStands(ctx, scope, from, to) : null
  return {
    releases: releases.map((release) => ({ ...release, by: publishers.get(release.id) ?? null })),
    comparison: difference && {
      from,
      to,
      isUnchanged: difference.isUnchanged,
      report: new Unsent(difference.report),
      shown: showDifference(difference, url.searchParams),
    },
  }
}

/** A release as it was to be seen, and what it changed. */
export async function loadStand(event: Asked) {
  const { ctx } = event.locals
  const scope = editionOf(event.locals)
  const number = numberIn(event)
  const [{ programme, ...release }, publishers, difference] = await Promise.all([
    viewRelease(ctx, scope, number),
    listPublishers(ctx, scope),
    compareStands(ctx, scope, number - 1, number),
  ])
  return {
    release: { ...release, by: publishers.get(release.id) ?? null },
    report: new Unsent(difference.report),
    shown: showProgramme(programme, event.url.searchParams),
    rights: { edit: ctx.may('programme.edit', scope), publish: ctx.may('programme.publish', scope) },
  }
}

/** What the draft would become if this release came back. */
export async function loadRestoring(event: Asked) {
  const { ctx } = event.locals
  const scope = editionOf(event.locals)
  const number = numberIn(event)
  const { programme: _, ...release } = await viewRelease(ctx, scope, number)
  const difference = await compareStands(ctx, scope, 'draft', number)
  return {
    release,
    isUnchanged: difference.isUnchanged,
    report: new Unsent(difference.report),
    shown: showDifference(difference, event.url.searchParams),
    isDone: done(event) === 'zurueckgeholt',
  }
}

/** Makes it the draft again. */
export async function restore(event: Asked) {
  await restoreToDraft(event.locals.ctx, editionOf(event.locals), numberIn(event))
  const { series, edition, number } = event.params
  leadTo(event, `/organisieren/${series}/${edition}/programmstaende/${number}/zurueckholen`, 'zurueckgeholt')
}

/** What publishing this release once more would mean. */
export async function loadRepublishing(event: Asked) {
  const { ctx } = event.locals
  const scope = editionOf(event.locals)
  const number = numberIn(event)
  const { programme: _, ...release } = await viewRelease(ctx, scope, number)
  const difference = await previewRepublishing(ctx, scope, number)
  return { release, ...(await previewDifference(ctx, scope, difference, event.url.searchParams)) }
}
