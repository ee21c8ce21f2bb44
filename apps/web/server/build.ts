import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { DomainError } from '@fachtag/core/kernel/errors'

/** What SvelteKit's adapter built: `handler` serves files, `respond` makes pages. */
export type WebBuild = {
  readonly handler: RequestListener
  readonly hasFile: (pathname: string) => boolean
  readonly respond: (request: Request, clientAddress: string) => Promise<Response>
}

type AdapterOutput = {
  server: {
    respond(
      request: Request,
      options: { getClientAddress: () => string; platform: Record<string, never> },
    ): Promise<Response>
  }
  assets: { entries: [string, unknown][] }
}

const folder = new URL('../build/', import.meta.url)

/** Whether `npm run build` has been run. */
export const isBuilt = (): boolean => existsSync(new URL('handler.js', folder))

/** Loads the built pages. Throws `web.not_built`. Once per process: the modules keep their state. */
export async function loadBuild(): Promise<WebBuild> {
  if (!isBuilt()) throw new DomainError('web.not_built')
  const { handler } = (await import(new URL('handler.js', folder).href)) as { handler: RequestListener }
  const { server, assets } = (await import(new URL('adapter-node.js', folder).href)) as AdapterOutput
  const files = new Set(assets.entries.map(([path]) => path))
  return {
    handler,
    hasFile: (pathname) => files.has(pathname),
    respond: (request, clientAddress) =>
      server.respond(request, { getClientAddress: () => clientAddress, platform: {} }),
  }
}
