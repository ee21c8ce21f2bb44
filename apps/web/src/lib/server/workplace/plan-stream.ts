import { runtime } from '@fachtag/core/app/runtime'
import { editingTopic } from '@fachtag/core/modules/programme/journal/queries'
import { findRun } from '@fachtag/core/modules/programme/planning/runs/queries'
import { isUnderWay } from '@fachtag/core/modules/programme/planning/runs/rules'
import type { RequestEvent } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { countPlaced } from './planning-view.ts'

const between = 500
/** What is told of the draft is not asked for here. */
const deaf = { heard: () => {}, present: () => {}, missed: () => {} }
const encoder = new TextEncoder()
const say = (event: string, data: object) => encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

/**
 * How the planning of an edition goes, as server-sent events: `progress` with what has a place so far and where, until it is
 * over, then `over` with the places that are proposed. Read from the database, so that it does not matter which server plans and
 * which one tells. Ends with the process, too: a browser asks again.
 */
export function followPlan({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): Response {
  const scope = editionOf(locals)
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let timer: ReturnType<typeof setTimeout> | undefined
      let isLeft = false
      const close = () => {
        leave()
        controller.close()
      }
      const stop = runtime().live.follow(editingTopic(scope.editionId), { ...deaf, ended: close })
      leave = () => {
        isLeft = true
        clearTimeout(timer)
        stop()
      }
      const look = async (): Promise<void> => {
        const run = await findRun(locals.ctx.db, scope)
        if (isLeft) return
        if (!run || !isUnderWay(run, locals.ctx.now())) {
          const kind = run?.outcome?.kind ?? run?.state ?? 'gone'
          controller.enqueue(say('over', { kind, places: run?.places ?? {} }))
          return close()
        }
        const { share, places } = run
        controller.enqueue(say('progress', { share, ...countPlaced(run.base, places), places }))
        timer = setTimeout(() => void look().catch((error) => isLeft || controller.error(error)), between)
      }
      await look()
    },
    cancel: () => leave(),
  })
  request.signal.addEventListener('abort', () => leave(), { once: true })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
