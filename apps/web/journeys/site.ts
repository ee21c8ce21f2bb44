import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What the running demo says about itself. */
export interface Site {
  /** Its address, without a slash at the end. A name and not a number: passkeys belong to names. */
  readonly url: string
  /** The cookie of somebody who has signed in, by the key of the role that they have in the rehearsal. */
  readonly cookies: Readonly<Record<string, string>>
  /** Its folder, for commands that add to what it shows. */
  readonly data: string
}

const main = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))

type Said = { readonly address: string; readonly roles: readonly { readonly key: string; readonly address: string }[] }

/** Takes a one-time link as its page does, and gives the cookie. */
async function signIn(url: string, link: string): Promise<string> {
  const token = new URL(link).searchParams.get('link') ?? ''
  const answer = await fetch(`${url}/einrichten`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }),
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('fachtag_anmeldung='))
  if (!cookie) throw new Error(`the link was not taken: ${answer.status}`)
  return cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))
}

async function signInAll({ address: url, roles }: Said): Promise<Record<string, string>> {
  const cookies: Record<string, string> = {}
  for (const { key, address } of roles) cookies[key] = await signIn(url, address)
  return cookies
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export type RunningSite = { readonly site: Site; readonly stop: () => Promise<void> }

/** Starts `fachtag demo` as a process of its own on a new folder. */
export async function startSite(): Promise<RunningSite> {
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-journeys-'))
  const port = String(await freePort())
  const demo = spawn(process.execPath, [main, 'demo', '--json'], {
    env: { ...process.env, FACHTAG_DATA: folder, PORT: port, HOST: '127.0.0.1', ORIGIN: `http://localhost:${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(demo, 'exit')
  const first = once(createInterface({ input: demo.stdout }), 'line')
  const failed = ended.then(([code]) => Promise.reject(new Error(`fachtag demo ended with ${code}`)))
  const [line] = await Promise.race([first, failed])
  failed.catch(() => {})
  const said = JSON.parse(String(line)) as Said
  const site = { url: said.address, cookies: await signInAll(said), data: folder }
  const stop = async () => {
    demo.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  return { site, stop }
}
