import { runtime } from '@fachtag/core/app/runtime'
import { saveLevels } from '@fachtag/core/modules/programme/planning/levels/commands'
import { levelsInput } from '@fachtag/core/modules/programme/planning/levels/schema'
import { compareFigures, readPlanningInput } from '@fachtag/core/modules/programme/planning/queries'
import {
  acceptPlan,
  keepPlan,
  rejectPlan,
  requestPlan,
  stopPlan,
} from '@fachtag/core/modules/programme/planning/runs/commands'
import { findRun } from '@fachtag/core/modules/programme/planning/runs/queries'
import { acceptInput, planInput } from '@fachtag/core/modules/programme/planning/runs/schema'
import { nameTopics } from '@fachtag/core/modules/programme/warnings/report/queries'
import { fail, type RequestEvent } from '@sveltejs/kit'
import { readTask } from '#lib/planning/task-form.ts'
import { editionOf } from '#lib/server/admission.ts'
import { done, leadTo } from '../done.ts'
import { readForm } from '../form.ts'
import { daysOf, showChoices, showDemand, showFigures, showRun } from './planning-view.ts'

type Asking = Pick<RequestEvent, 'locals' | 'params' | 'request' | 'url'>

const baseOf = ({ params }: Pick<RequestEvent, 'params'>) => `/organisieren/${params.series}/${params.edition}`

async function load(event: Asking) {
  const { ctx, locale } = event.locals
  const scope = editionOf(event.locals)
  const [input, run, topics] = await Promise.all([
    readPlanningInput(ctx.db, scope),
    findRun(ctx.db, scope),
    nameTopics(ctx.db, scope),
  ])
  const compared = await compareFigures(ctx.db, scope, input)
  if (run?.outcome?.kind === 'proposal') runtime().planner.prepare()
  return {
    run: run && showRun(run, input, ctx.now(), locale),
    levels: input.levels,
    choices: showChoices(input, run, locale),
    demand: showDemand(input, topics, locale),
    figures: showFigures(compared, run?.outcome ?? null, locale),
    base: baseOf(event),
    done: done(event),
  }
}

async function plan(event: Asking) {
  const scope = editionOf(event.locals)
  const days = daysOf(await readPlanningInput(event.locals.ctx.db, scope))
  const form = await event.request.formData()
  const input = planInput.safeParse(readTask(form, days))
  if (!input.success) {
    const typed = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    return fail(422, { problem: 'invalid' as const, typed })
  }
  const outcome = await requestPlan(event.locals.ctx, scope, input.data)
  if (outcome.kind === 'busy') return fail(409, { problem: 'busy' as const })
  runtime().planner.start(scope, outcome.id)
  return leadTo(event, `${baseOf(event)}/planen`)
}

async function accept(event: Asking) {
  const form = await event.request.formData()
  const ids = form.has('all') ? undefined : form.getAll('id')
  if (ids?.length === 0) return fail(422, { problem: 'nothingMarked' as const })
  const input = acceptInput.parse({ ids, prefer: form.get('prefer') ?? undefined })
  const outcome = await acceptPlan(event.locals.ctx, editionOf(event.locals), input)
  if (outcome.kind === 'done') return leadTo(event, `${baseOf(event)}/planen`, 'accepted')
  const sessionIds = 'ids' in outcome ? outcome.ids : []
  return fail(409, { problem: outcome.kind === 'unknown' ? 'outdated' : outcome.kind, sessionIds, asked: ids ?? null })
}

async function keep(event: Asking) {
  const { name = '' } = await readForm(event.request)
  const given = name.trim().slice(0, 100)
  const outcome = given ? await keepPlan(event.locals.ctx, editionOf(event.locals), given) : { kind: 'taken' as const }
  if (outcome.kind === 'taken') return fail(422, { problem: given ? ('taken' as const) : ('required' as const), name })
  return leadTo(event, `${baseOf(event)}/planen`, 'kept')
}

async function weigh(event: Asking): Promise<never> {
  await saveLevels(event.locals.ctx, editionOf(event.locals), levelsInput.parse(await readForm(event.request)))
  return leadTo(event, `${baseOf(event)}/planen`, 'weighed')
}

async function stop(event: Asking): Promise<never> {
  await stopPlan(event.locals.ctx, editionOf(event.locals))
  return leadTo(event, `${baseOf(event)}/planen`)
}

async function reject(event: Asking): Promise<never> {
  await rejectPlan(event.locals.ctx, editionOf(event.locals))
  return leadTo(event, `${baseOf(event)}/planen`, 'rejected')
}

/** The page on which a draft is planned: what to plan, how it goes, and what is proposed. */
export const planningPage = { load, actions: { plan, accept, keep, weigh, stop, reject } }
