import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { readPublicationStamp } from '../platform/database/publication.ts'
import { queueSchema } from '../platform/queue/queue.ts'
import { freeBytes } from './health.ts'
import type { App } from './open.ts'

/** How a request was answered; the only labels there are, so that no address of a page or a reader becomes a number. */
export type Answered = 'page' | 'file' | 'refused'

/** Numbers of one process for Prometheus. */
export interface Metrics {
  /** Counts a page that was answered from memory. Only counted: measuring takes longer than what it would measure. */
  kept(): void
  /** Counts any other request, which took `seconds`. */
  request(answered: Answered, status: number, seconds: number): void
  /** The text that Prometheus reads. What cannot be found out at the moment is left out. */
  text(): Promise<string>
  readonly contentType: string
}

type JobCount = { state: string; count: number }

async function countJobs(app: App): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`select state::text, count(*) from ${sql.table(`${queueSchema}.job`)}
    where state <> 'completed' group by state`.execute(app.db)
  return rows
}

function addGauges(app: App, registers: Registry[]): void {
  const gauge = (name: string, help: string, value: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value().catch(() => Number.NaN))
      },
    })
  gauge('fachtag_publication_stamp', 'Rises with every change of a public page', () => readPublicationStamp(app.db))
  gauge('fachtag_data_free_bytes', 'Room left where the data lies', () => freeBytes(app.settings.data))
  new Gauge({
    name: 'fachtag_jobs',
    help: 'Jobs that are not completed',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      for (const { state, count } of await countJobs(app).catch(() => [])) this.set({ state }, count)
    },
  })
}

/** The numbers of this process: of Node, of requests, of jobs. Nothing in them belongs to a person. */
export function createMetrics(app: App): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addGauges(app, [registry])
  const requests = new Histogram({
    name: 'fachtag_request_seconds',
    help: 'Time to answer a request that no kept page answers',
    labelNames: ['answered', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  let kept = 0
  new Counter({
    name: 'fachtag_kept_pages_total',
    help: 'Pages answered from memory',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(kept)
    },
  })
  return {
    kept: () => void kept++,
    request: (answered, status, seconds) =>
      requests.observe({ answered, status: `${Math.trunc(status / 100)}xx` }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
