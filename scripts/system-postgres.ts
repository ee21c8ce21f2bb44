import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveTo, type Owner, userNamed } from '../packages/core/src/platform/database/embedded/owner.ts'
import { startPostmaster } from '../packages/core/src/platform/database/embedded/postmaster.ts'

const packaged = '/usr/lib/postgresql'

/** The programs of the oldest PostgreSQL from 15 on that Debian's packages have installed. */
export function findSystemPostgres(): { version: string; programs: string } | undefined {
  if (!existsSync(packaged)) return undefined
  const version = readdirSync(packaged)
    .filter((name) => Number(name) >= 15 && existsSync(join(packaged, name, 'bin', 'initdb')))
    .sort((a, b) => Number(a) - Number(b))[0]
  return version ? { version, programs: join(packaged, version, 'bin') } : undefined
}

function makeFolder(path: string, owner: Owner | null): string {
  mkdirSync(path, { mode: 0o700 })
  if (owner) giveTo(owner, path)
  return path
}

/** A server on a folder of its own that nobody keeps: `stop` ends it and removes everything. */
export async function startThrowAway(programs: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const owner = process.getuid?.() === 0 ? (userNamed('postgres') ?? null) : null
  const folder = mkdtempSync(join(tmpdir(), 'fachtag-pg-'))
  if (owner) giveTo(owner, folder)
  const cluster = makeFolder(join(folder, 'cluster'), owner)
  const socketFolder = makeFolder(join(folder, 'socket'), owner)
  const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
  const made = spawnSync(join(programs, 'initdb'), [`--pgdata=${cluster}`, ...options], {
    ...owner,
    cwd: cluster,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const server = await startPostmaster({ programs, cluster, socketFolder, owner, logFile: join(folder, 'log') })
  return {
    url: `postgresql:///postgres?host=${encodeURIComponent(socketFolder)}&user=postgres`,
    stop: async () => {
      server.signal('SIGINT')
      await server.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
