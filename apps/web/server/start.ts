import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answered, createMetrics, type Metrics } from '@fachtag/core/app/metrics'
import type { App } from '@fachtag/core/app/open'
import { answerOperations } from '@fachtag/core/app/operations'
import { setRuntime } from '@fachtag/core/app/runtime'
import { sendText } from './answers.ts'
import { loadBuild } from './build.ts'
import { tightenPage } from './kept-page.ts'
import { PageCache } from './page-cache.ts'
import { answerFromMemory, answerRequest, type Front } from './respond.ts'

export interface WebOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Address under which readers open the site; else what it listens on. */
  readonly origin?: string | null | undefined
}

export interface Web {
  /** What it listens on, for instance `http://127.0.0.1:3000`. */
  readonly url: string
  readonly cache: PageCache
  /** Takes no more requests, lets the running ones end (ten seconds at most). May be called twice. */
  close(): Promise<void>
}

const graceMilliseconds = 10_000

function listen(server: Server, { host, port }: WebOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: chosen } = server.address() as AddressInfo
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${chosen}`)
    })
  })
}

type Running = { readonly app: App; readonly server: Server; readonly stopListening: () => Promise<void> }

async function close({ app, server, stopListening }: Running): Promise<void> {
  // Who follows something live never ends by themselves.
  await app.live.end()
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
  await stopListening()
}

/** Times after which a slow or silent connection is ended, so that few askers cannot hold all of them. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
}

/** Pages are kept only while changes are heard; until then, and whenever the listener is cut off, each is made anew. */
function keepWhileHearing(app: App, cache: PageCache): () => Promise<void> {
  cache.suspend()
  return app.onPublication({
    changed: () => cache.forget(),
    hearing: (isHearing) => (isHearing ? cache.resume() : cache.suspend()),
  })
}

/** Says once that a proxy seems to stand before us that the settings do not know: everybody behind it is one network to the limits. */
function watchForProxy(app: App): (request: IncomingMessage) => void {
  let isSaid = app.settings.trustProxy > 0
  return ({ headers }) => {
    if (isSaid || headers['x-forwarded-for'] === undefined) return
    isSaid = true
    app.log.warn('a request was forwarded, but TRUST_PROXY is 0')
  }
}

function createFrontServer(app: App, front: Front, metrics: Metrics): Server {
  const watch = watchForProxy(app)
  return createServer(limits, (request, response) => {
    if (answerFromMemory(front, { request, response })) return metrics.kept()
    watch(request)
    const started = performance.now()
    const count = (answered: Answered) =>
      metrics.request(answered, response.statusCode, (performance.now() - started) / 1000)
    answerRequest(front, { request, response }).then(count, (error: unknown) => {
      app.log.error('request failed', { path: request.url ?? '', error })
      if (response.headersSent) response.destroy()
      else sendText(response, 500, 'Hier ist uns ein Fehler unterlaufen. We made a mistake.')
    })
  })
}

/**
 * Starts the site on `app`: pages that are kept come from memory, all others from SvelteKit. Throws `web.not_built`, and
 * what the system says when the port is taken.
 */
export async function startWeb(app: App, options: WebOptions): Promise<Web> {
  setRuntime(app)
  const cache = new PageCache({
    maxBytes: 48 * 1024 * 1024,
    maxAgeMilliseconds: 5 * 60_000,
    improve: tightenPage,
  })
  const metrics = createMetrics(app)
  const operations = (path: string) => answerOperations(app, metrics, path)
  const front = {
    build: await loadBuild(),
    cache,
    operations,
    origin: options.origin ?? '',
    proxies: app.settings.trustProxy,
  }
  const server = createFrontServer(app, front, metrics)
  const url = await listen(server, options)
  front.origin ||= url
  const running: Running = { app, server, stopListening: keepWhileHearing(app, cache) }
  let closing: Promise<void> | undefined
  return {
    url,
    cache,
    close: () => {
      closing ??= close(running)
      return closing
    },
  }
}
