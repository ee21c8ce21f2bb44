import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { load } from './load.ts'
import { compareWithRaw, fetchPage } from './public/compare.ts'
import { largeFile } from './public/edition.ts'
import { megabytesOf, type Product, runCommand, startProduct } from './public/product.ts'
import { measureVisit } from './public/visit.ts'
import { type Figure, figure, printReport, quantile, readArguments } from './report.ts'

const { short, json } = readArguments()
const rounds = short ? 3 : 40
const series = 'gross'

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

/** Lets the product do what an import leaves to be done, and says what it then takes: reading a large edition is its hardest work. */
async function settle(folder: string): Promise<Figure> {
  const product = await startProduct(folder)
  try {
    const session = await findSession(product, await findProgramme(product))
    const wanted = new URL(`/suche?q=${session.pathname.split('/').at(-1)}`, product.url)
    for (let patience = 240; !(await (await fetch(wanted)).text()).includes(session.pathname); patience--) {
      if (patience === 0) throw new Error(`${session.pathname} is still not found after two minutes`)
      await delay(500)
    }
    return figure('memory just after indexing, with PostgreSQL', megabytesOf(product.pid), 'MB')
  } finally {
    await product.stop()
  }
}

async function measure(product: Product): Promise<Figure[]> {
  const rest = figure('memory at rest with PostgreSQL', megabytesOf(product.pid), 'MB', { atMost: 250 })
  const programme = await findProgramme(product)
  const session = await findSession(product, programme)
  const search = new URL('/suche?q=security', product.url)
  const times = short ? 25 : 100
  const kept = [
    ...(await compareWithRaw('programme', programme, product.pid, rounds)),
    ...(await compareWithRaw('session', session, product.pid, rounds)),
    ...(await compareWithRaw('search', search, product.pid, rounds)),
  ]
  const underLoad = load(programme, { seconds: 2 })
  await delay(1_000)
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
  const settled = await settle(folder)
  const product = await startProduct(folder)
  try {
    const imported = figure('import of the large edition (whole process)', importing, 's', { atMost: 10 })
    printReport(`public (${name} beside the demo)`, [imported, settled, ...(await measure(product))], json)
  } finally {
    await product.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
