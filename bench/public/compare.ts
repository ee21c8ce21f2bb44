import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type LoadResult, load } from '../load.ts'
import { startRawServer } from '../raw-server.ts'
import { type Figure, figure, quantile } from '../report.ts'
import { processorSecondsOf } from './product.ts'

/** The page as it goes over the line: `fetch` would decode the body, and the raw server must send the very same bytes. */
export function fetchPage(url: URL): Promise<{ body: Buffer; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { connection: _, 'keep-alive': __, date: ___, ...headers } = response.headers
        if (response.statusCode !== 200) reject(new Error(`${url.pathname} answers ${response.statusCode}`))
        else resolve({ body: Buffer.concat(chunks), headers: headers as Record<string, string> })
      })
    })
      .on('error', reject)
      .end()
  })
}

/** `processor`: seconds of processor time for each request counted; the warm-up is in it, for both servers alike. */
type Round = LoadResult & { readonly processor: number }

async function askFor(url: URL, pid: number): Promise<Round> {
  const before = processorSecondsOf(pid)
  const result = await load(url, { seconds: 0.5, headers: 'Accept-Encoding: br\r\n' })
  return { ...result, processor: (processorSecondsOf(pid) - before) / result.requests }
}

type Pair = { readonly ours: Round; readonly raw: Round }
type Server = { readonly url: URL; readonly pid: number }

/** `rounds` of both, in turn, each time in the other order: what else the machine does meets both alike. The first is not counted. */
async function takeTurns(ours: Server, raw: Server, rounds: number): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let round = 0; round <= rounds; round++) {
    const taken = new Map<Server, Round>()
    for (const server of round % 2 === 0 ? [ours, raw] : [raw, ours])
      taken.set(server, await askFor(server.url, server.pid))
    pairs.push({ ours: taken.get(ours)!, raw: taken.get(raw)! })
  }
  return pairs.slice(1)
}

/** A kept page, served by process `pid`, against raw Node with the same bytes; shares are medians of the rounds' shares. */
export async function compareWithRaw(name: string, url: URL, pid: number, rounds: number): Promise<Figure[]> {
  // A kept page becomes smaller soon after it was made, and a server that has just started keeps none for a moment:
  // the baseline must send what readers get from then on.
  for (let visit = 0; visit < 2; visit++) {
    await fetchPage(url)
    await delay(1_500)
  }
  const { body, headers } = await fetchPage(url)
  const raw = await startRawServer(body, headers)
  const pairs = await takeTurns({ url, pid }, raw, rounds)
  raw.stop()
  const median = (of: (pair: Pair) => number) => quantile(pairs.map(of), 0.5)
  const errors = pairs.reduce((sum, { ours }) => sum + ours.errors, 0)
  return [
    figure(
      `${name}: share of raw Node`,
      median((pair) => pair.ours.perSecond / pair.raw.perSecond),
      '',
      { atLeast: 0.8 },
    ),
    figure(
      `${name}: the same by processor time`,
      median((pair) => pair.raw.processor / pair.ours.processor),
      '',
    ),
    figure(
      `${name}: requests`,
      median((pair) => pair.ours.perSecond),
      '/s',
    ),
    figure(
      `${name}: raw Node`,
      median((pair) => pair.raw.perSecond),
      '/s',
    ),
    figure(
      `${name}: p99`,
      median((pair) => pair.ours.p99),
      'ms',
    ),
    figure(
      `${name}: p99 of raw Node`,
      median((pair) => pair.raw.p99),
      'ms',
    ),
    figure(`${name}: failed requests`, errors, '', { atMost: 0 }),
    figure(`${name}: size`, body.length / 1_024, 'KB'),
  ]
}
