import type { App } from '@fachtag/core/app/open'
import { aborted } from './stop-request.ts'

/**
 * Keeps a service running until `stop`, then closes its parts in the given order. A fault that nobody caught is logged
 * and ends the service with exit code 1: what state it left is unknown, and the service manager starts it anew.
 */
export async function runUntil(stop: AbortSignal, app: App, ...parts: readonly (() => Promise<void>)[]): Promise<void> {
  const { promise: fault, resolve: stumble } = Promise.withResolvers<void>()
  process.on('uncaughtException', (error) => {
    app.log.error('a fault that nobody caught ends the service', { error })
    process.exitCode = 1
    stumble()
  })
  await Promise.race([aborted(stop), fault])
  for (const close of parts) await close()
}
