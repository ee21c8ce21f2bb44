import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadResult, load } from './load.ts'
import { largeFile } from './public/edition.ts'
import { megabytesOf, type Product, runCommand, startProduct } from './public/product.ts'
import { measureVisit } from './public/visit.ts'
import { startRawServer } from './raw-server.ts'
import { type Figure, figure, printReport, quantile, readArguments } from './report.ts'

const { short, json } = readArguments()
const seconds = short ? 1 : 2
const rounds = short ? 3 : 11
const series = 'gross'

const encoding = { 'accept-encoding': 'br' }

async function fetchPage(url: URL): Promise<{ body: Buffer; headers: Record<string, string> }> {
  // Node's fetch would decode the body: the raw server must send the very same bytes.
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(url, { headers: encoding }, (response) => {
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

const median = (values: readonly number[]): number => quantile(values, 0.5)

/** A kept page against raw Node with the same bytes, in turn; the ratio is the median of the rounds. */
async function compareWithRaw(name: string, url: URL): Promise<Figure[]> {
  // A kept page becomes smaller soon after it was made, and a server that has just started keeps none for a moment:
  // the baseline must send what readers get from then on.
  for (let visit = 0; visit < 2; visit++) {
    await fetchPage(url)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  }
  const { body, headers } = await fetchPage(url)
  const raw = await startRawServer(body, headers)
  const options = { seconds, headers: 'Accept-Encoding: br\r\n' }
  const ours: LoadResult[] = []
  const baseline: LoadResult[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await load(url, options))
    baseline.push(await load(raw.url, options))
  }
  raw.stop()
  const ratios = ours.map((result, round) => result.perSecond / baseline[round]!.perSecond)
  return [
    figure(`${name}: share of raw Node`, median(ratios), '', { atLeast: 0.8 }),
    figure(`${name}: requests`, median(ours.map((result) => result.perSecond)), '/s'),
    figure(`${name}: raw Node`, median(baseline.map((result) => result.perSecond)), '/s'),
    figure(`${name}: p99`, median(ours.map((result) => result.p99)), 'ms'),
    figure(`${name}: p99 of raw Node`, median(baseline.map((result) => result.p99)), 'ms'),
    figure(
      `${name}: failed requests`,
      ours.reduce((sum, result) => sum + result.errors, 0),
      '',
      { atMost: 0 },
    ),
    figure(`${name}: size`, body.length / 1_024, 'KB'),
  ]
}

/** The same page made anew for every request, one at a time: each address differs by a parameter that means nothing. */
async function measureUncached(name: string, url: URL, times: number): Promise<Figure[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const fresh = new URL(url)
    fresh.searchParams.set('unbekannt', `${process.pid}-${n}`)
    const started = performance.now()
    await fetchPage(fresh)
    taken.push(performance.now() - started)
  }
  return [
    figure(`${name}, uncached: median`, quantile(taken.slice(3), 0.5), 'ms'),
    figure(`${name}, uncached: p95`, quantile(taken.slice(3), 0.95), 'ms', { atMost: 100 }),
  ]
}

async function findSession(product: Product, programme: URL): Promise<URL> {
  const html = await (await fetch(programme)).text()
  const path = /href="([^"]*\/programm\/beitrag\/[^"#?]+)"/.exec(html)?.[1]
  if (!path) throw new Error(`no session on ${programme.pathname}`)
  return new URL(path.replaceAll('&amp;', '&'), product.url)
}

async function findProgramme(product: Product): Promise<URL> {
  const html = await (await fetch(new URL(`/${series}`, product.url))).text()
  const path = new RegExp(`href="(/${series}/[^"/]+)/programm"`).exec(html)?.[1]
  if (!path) throw new Error(`no edition on /${series}`)
  return new URL(`${path}/programm`, product.url)
}

async function measure(product: Product): Promise<Figure[]> {
  const rest = figure('memory at rest with PostgreSQL', megabytesOf(product.pid), 'MB', { atMost: 250 })
  const programme = await findProgramme(product)
  const session = await findSession(product, programme)
  const search = new URL('/suche?q=security', product.url)
  const times = short ? 25 : 100
  const kept = [
    ...(await compareWithRaw('programme', programme)),
    ...(await compareWithRaw('session', session)),
    ...(await compareWithRaw('search', search)),
  ]
  const underLoad = load(programme, { seconds })
  await new Promise((resolve) => setTimeout(resolve, (seconds * 1_000) / 2))
  const loaded = figure('memory under load with PostgreSQL', megabytesOf(product.pid), 'MB')
  await underLoad
  return [
    ...kept,
    ...(await measureUncached('programme', programme, times)),
    ...(await measureUncached('session', session, times)),
    ...(await measureUncached('search', search, times)),
    rest,
    loaded,
    figure('first visit: programme, 1280 px', await measureVisit(programme, 1280), 'KB', { atMost: 100 }),
    figure('first visit: front page, 1280 px', await measureVisit(product.url, 1280), 'KB', { atMost: 100 }),
    figure('first visit: session, 390 px', await measureVisit(session, 390), 'KB', { atMost: 100 }),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'fachtag-bench-'))
try {
  const content = new URL('../content/mitteldeutscher-it-fachtag', import.meta.url).pathname
  runCommand(folder, ['import', content])
  const { name, path } = largeFile(folder)
  const importing = runCommand(folder, ['import', path, '--new', '--series', series])
  const product = await startProduct(folder)
  try {
    const imported = figure('import of the large edition (whole process)', importing, 's', { atMost: 10 })
    printReport(`public (${name} beside the demo)`, [imported, ...(await measure(product))], json)
  } finally {
    await product.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
