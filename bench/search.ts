import { reindexAll } from '../packages/core/src/modules/library/search/commands.ts'
import { search, suggest } from '../packages/core/src/modules/library/search/queries.ts'
import type { Db } from '../packages/core/src/platform/database/tables.ts'
import { type BenchArguments, type Figure, figure, printReport, quantile, readArguments } from './report.ts'
import { buildBaseline, searchBaseline } from './search/baseline.ts'
import { loadDemo, loadLarge } from './search/corpora.ts'
import { type Judgement, readJudgements } from './search/judgements.ts'
import { mean, ndcg, recall } from './search/metrics.ts'
import { withScratchDatabase } from './search/scratch.ts'

const largeQueries = [
  'open source', 'postgresql', 'linux kernel', 'security', 'securty', 'rust', 'how to write a device driver', 'python packaging',
  'datenbank', 'e-mail', 'virtualisation', 'graphics drivers', 'community', 'risc-v', 'containers kubernetes', 'webassembly',
  'license compliance', 'file system', 'real time', 'debugging', '"open source"', 'keynote', 'software', 'machine learning',
  'elektronische Akte', 'Verwaltung', 'mozilla', 'matrix', 'documentation', 'performance', 'testing', 'embedded linux',
] // biome-ignore format: a list of queries

type Answer = (query: string) => Promise<string[]>

function answerOf(db: Db): Answer {
  return async (query) => {
    const { hits } = await search(db, { query, locale: 'de', limit: 100, offset: 0 })
    return hits.map((hit) => `${hit.kind} ${hit.path}`)
  }
}

type Judged = { readonly query: string; readonly ndcg: number; readonly missing: readonly string[] }

async function judge(name: string, judgements: readonly Judgement[], answer: Answer, goal?: number) {
  const found: string[][] = []
  for (const { query } of judgements) found.push(await answer(query))
  const each = judgements.map(({ query, grades }, i): Judged => {
    const missing = [...grades.keys()].filter((key) => !found[i]!.includes(key))
    return { query, ndcg: ndcg(found[i]!, grades), missing }
  })
  const over = (depth: number, grade: number) =>
    mean(judgements.map(({ grades }, i) => recall(found[i]!.slice(0, depth), grades, grade)))
  const figures = [
    figure(
      `${name}: nDCG@10`,
      mean(each.map((one) => one.ndcg)),
      '',
      goal === undefined ? undefined : { atLeast: goal },
    ),
    figure(`${name}: recall@10 of grade 2 and 3`, over(10, 2), ''),
    figure(`${name}: recall@100 of all grades`, over(100, 1), ''),
    figure(`${name}: queries without any relevant hit`, each.filter((one) => one.ndcg === 0).length, ''),
  ]
  return { figures, each }
}

async function latencies(queries: readonly string[], rounds: number, ask: (query: string) => Promise<unknown>) {
  const times: number[] = []
  for (const query of queries) await ask(query)
  for (let round = 0; round < rounds; round++)
    for (const query of queries) {
      const start = performance.now()
      await ask(query)
      times.push(performance.now() - start)
    }
  return times
}

async function measure(name: string, db: Db, queries: readonly string[], rounds: number): Promise<Figure[]> {
  const page = (query: string) => search(db, { query, locale: 'de', limit: 20, offset: 0 })
  const searched = await latencies(queries, rounds, page)
  const suggested = await latencies(queries, 1, (query) => suggest(db, query.slice(0, Math.ceil(query.length * 0.7))))
  const plain = await latencies(queries, rounds, (query) => searchBaseline(db, query))
  return [
    figure(`${name}: search with facets and snippets p50`, quantile(searched, 0.5), 'ms'),
    figure(`${name}: search with facets and snippets p95`, quantile(searched, 0.95), 'ms', { atMost: 30 }),
    figure(`${name}: suggestions p95`, quantile(suggested, 0.95), 'ms'),
    figure(`${name}: baseline without facets and snippets p95`, quantile(plain, 0.95), 'ms'),
  ]
}

async function index(name: string, db: Db): Promise<Figure[]> {
  const start = performance.now()
  await db.transaction().execute(reindexAll)
  const seconds = (performance.now() - start) / 1000
  const { count } = await db
    .selectFrom('search_documents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return [
    figure(`${name}: documents`, count, ''),
    figure(`${name}: building the whole index`, seconds, 's', { atMost: 60 }),
  ]
}

function tellWorst(each: readonly Judged[], version: string): void {
  const worst = each.toSorted((a, b) => a.ndcg - b.ndcg).slice(0, process.argv.includes('--all') ? each.length : 12)
  process.stdout.write(`PostgreSQL ${version}, ${each.length} judged queries. The worst, with what was not found:\n`)
  for (const one of worst) process.stdout.write(`  ${one.ndcg.toFixed(2)}  ${one.query}  ${one.missing.join(', ')}\n`)
}

async function run({ short, json }: BenchArguments): Promise<void> {
  await withScratchDatabase(async ({ db, version }) => {
    const judgements = readJudgements('judgements.yaml')
    const heldOut = readJudgements('heldout.yaml')
    const queries = judgements.map(({ query }) => query)
    await loadDemo(db)
    const figures = await index('demo', db)
    await buildBaseline(db)
    const own = await judge('demo', judgements, answerOf(db), 0.85)
    const unseen = await judge('demo, held-out queries', heldOut, answerOf(db))
    const plain = await judge('demo, baseline', judgements, (query) => searchBaseline(db, query))
    figures.push(
      ...own.figures,
      ...unseen.figures,
      ...plain.figures,
      ...(await measure('demo', db, queries, short ? 1 : 3)),
    )
    const large = await loadLarge(db)
    figures.push(...(await index(large, db)))
    await db.schema.dropTable('baseline').execute()
    await buildBaseline(db)
    figures.push(...(await measure(large, db, largeQueries, short ? 2 : 5)))
    if (!json) tellWorst([...own.each, ...unseen.each], version)
    printReport('search', figures, json)
  })
}

await run(readArguments())
