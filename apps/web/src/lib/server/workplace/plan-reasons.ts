import { runtime } from '@fachtag/core/app/runtime'
import type { Locale } from '@fachtag/core/kernel/localized-text'
import { readDraft } from '@fachtag/core/modules/programme/draft/queries'
import type { Explanation } from '@fachtag/core/modules/programme/planning/explaining/types'
import { findRun } from '@fachtag/core/modules/programme/planning/runs/queries'
import type { Programme } from '@fachtag/core/modules/programme/types'
import { withPlaces } from '@fachtag/core/modules/programme/variants/rules'
import { error, type RequestEvent } from '@sveltejs/kit'
import { formatList } from '#lib/format/numbers.ts'
import { messages } from '#lib/messages/messages.ts'
import { planWords } from '#lib/planning/words.ts'
import { editionOf } from '#lib/server/admission.ts'

/** An explanation in words. */
export function showExplanation(sessionId: string, explanation: Explanation, programme: Programme, locale: Locale) {
  const t = messages(locale).planning.explain
  const words = planWords(programme, locale)
  if (explanation.kind === 'staying') return { kind: 'staying' as const }
  if (explanation.kind === 'nowhere') return { kind: 'nowhere' as const, reasons: words.obstacles(explanation.why) }
  const { place, verdict, costs, others } = explanation
  return {
    kind: 'placed' as const,
    place: words.place(place),
    against: words.obstaclesAt(sessionId, place, verdict),
    open: words.wishes(costs, (cost) => cost > 0, t.costs),
    others: others.map((other) => {
      const { changes } = other.verdict
      const worse = words.wishes(changes, (cost) => cost > 0, t.costs)
      const better = words.wishes(changes, (cost) => cost < 0, messages(locale).planning.reasons.wishes)
      const inTheWay = words.obstaclesAt(sessionId, other.place, other.verdict)
      return {
        place: words.place(other.place),
        isFree: inTheWay.length === 0,
        notes: [
          ...inTheWay,
          ...(worse.length > 0 ? [t.worse(formatList(worse, locale))] : []),
          ...(better.length > 0 ? [t.gains(formatList(better, locale))] : []),
          ...(worse.length + better.length === 0 ? [t.same] : []),
        ],
      }
    }),
  }
}

/** Why a session is where the draft, or the proposal that waits, has it. 404 for one that is not in the draft. */
export async function explainPage({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const scope = editionOf(locals)
  const [programme, run] = await Promise.all([readDraft(locals.ctx.db, scope.editionId), findRun(locals.ctx.db, scope)])
  const session = programme.sessions.find((one) => one.id === params.id)
  if (!session) error(404)
  const proposed = run?.outcome?.kind === 'proposal' ? run.outcome.places : {}
  const explanation = await runtime().planner.explain(scope, session.id)
  return {
    title: session.title,
    isOfProposal: run?.outcome?.kind === 'proposal',
    explanation: showExplanation(session.id, explanation, withPlaces(programme, proposed), locals.locale),
    base: `/organisieren/${params.series}/${params.edition}`,
  }
}
