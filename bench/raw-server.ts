import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = { readonly body: string; readonly headers: Record<string, string> }

/** The baseline: a plain `node:http` server in a process of its own that sends the same bytes to whoever asks. */
export async function startRawServer(
  body: Buffer,
  headers: Record<string, string>,
): Promise<{ url: URL; pid: number; stop(): void }> {
  const child: ChildProcess = fork(import.meta.filename, ['serve'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send({ body: body.toString('base64'), headers } satisfies Answer)
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)))
    child.once('exit', () => reject(new Error('the raw server ended before it listened')))
  })
  return { url: new URL(`http://127.0.0.1:${port}/`), pid: child.pid!, stop: () => void child.kill() }
}

function serve({ body, headers }: Answer): void {
  const bytes = Buffer.from(body, 'base64')
  // As lines made beforehand: the quickest that Node offers, so that the baseline is no straw man.
  const lines = Object.entries({ ...headers, 'content-length': String(bytes.length) }).flat()
  const server = createServer((_request, response) => {
    response.writeHead(200, lines)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.once('disconnect', () => process.exit())
}

if (process.argv[2] === 'serve' && process.send) process.once('message', (answer) => serve(answer as Answer))
