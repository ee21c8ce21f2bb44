import { connect } from 'node:net'

/** What a load run saw. Latencies in milliseconds. */
export type LoadResult = {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly errors: number
  readonly bytes: number
}

type Tally = { latencies: number[]; errors: number; bytes: number }

/** One keep-alive connection that asks again as soon as it is answered, until `deadline` (from `performance.now()`). */
function askUntil(url: URL, headers: string, deadline: number, tally: Tally): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(url.port), host: url.hostname, noDelay: true })
    const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n${headers}\r\n`
    let received: Buffer = Buffer.alloc(0)
    let expected = -1
    let asked = 0
    const ask = (): void => {
      if (performance.now() >= deadline) return void socket.end()
      received = Buffer.alloc(0)
      expected = -1
      asked = performance.now()
      socket.write(request)
    }
    socket.on('connect', ask)
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      if (expected < 0) expected = completeLength(received)
      if (expected < 0 || received.length < expected) return
      if (!received.subarray(0, 15).includes(' 200 ')) tally.errors++
      tally.bytes = expected
      tally.latencies.push(performance.now() - asked)
      ask()
    })
    socket.on('error', () => {
      tally.errors++
      resolve()
    })
    socket.on('close', () => resolve())
  })
}

/** Length of the whole response, head included, once its head has arrived; -1 before. Needs Content-Length. */
function completeLength(received: Buffer): number {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return -1
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, end))
  return end + 4 + Number(length?.[1] ?? 0)
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0

/** Asks `url` on `connections` keep-alive connections for `seconds`, after a tenth of that as warm-up. Loopback only. */
export async function load(url: URL, { connections = 32, seconds = 5, headers = '' } = {}): Promise<LoadResult> {
  const run = async (duration: number): Promise<Tally> => {
    const tally: Tally = { latencies: [], errors: 0, bytes: 0 }
    const deadline = performance.now() + duration * 1_000
    await Promise.all(Array.from({ length: connections }, () => askUntil(url, headers, deadline, tally)))
    return tally
  }
  await run(seconds / 10)
  const started = performance.now()
  const { latencies, errors, bytes } = await run(seconds)
  const sorted = latencies.sort((a, b) => a - b)
  return {
    requests: sorted.length,
    perSecond: sorted.length / ((performance.now() - started) / 1_000),
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    errors,
    bytes,
  }
}
