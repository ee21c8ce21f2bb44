import { checkHealth } from './health.ts'
import type { Metrics } from './metrics.ts'
import type { App } from './open.ts'

/** An answer to the machine that watches us. Never to be kept (`no-store`). */
export interface OperationsAnswer {
  readonly status: 200 | 503
  readonly type: string
  readonly body: string
}

const json = (status: 200 | 503, value: unknown): OperationsAnswer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(value)}\n`,
})

/**
 * Answers `/healthz` (this process runs), `/readyz` (it can do its work: database, queue, disk) and `/metrics`;
 * undefined for any other path.
 */
export async function answerOperations(
  app: App,
  metrics: Metrics,
  path: string,
): Promise<OperationsAnswer | undefined> {
  switch (path) {
    case '/healthz':
      return json(200, { ok: true })
    case '/readyz': {
      const health = await checkHealth(app)
      return json(health.ok ? 200 : 503, health)
    }
    case '/metrics':
      return { status: 200, type: metrics.contentType, body: await metrics.text() }
    default:
      return undefined
  }
}
