import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../../kernel/errors.ts'
import { giveTo, type Owner, userNamed } from './owner.ts'
import { processesIn, signalAll, waitUntil } from './processes.ts'

/** The major version that the npm package brings, and that a cluster has to be of. */
export const majorVersion = '18'
export const superuser = 'fachtag'

const initOptions = [
  `--username=${superuser}`,
  // Who gets through the folder of the socket (0700) is the user; nothing listens on a network.
  '--auth-local=trust',
  '--auth-host=reject',
  '--data-checksums',
  // Compiled into PostgreSQL: neither an update of the system's libraries nor a move can spoil the order of an index.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--encoding=UTF8',
  '--no-instructions',
]

/**
 * How `owner` names the cluster in the folder it is started in. Another user than ours may not be allowed through the
 * folders above (a project in root's home), but may stand where it was put; Linux has a name for that place.
 */
export function clusterArgument(owner: Owner | null, cluster: string): string {
  return owner && process.platform === 'linux' ? '/proc/self/cwd' : cluster
}

/** `initdb` asks the system for its user's name, which a bare number does not have; `nobody` lends its own for a moment. */
function initialOwner(owner: Owner): Owner {
  const named = readFileSync('/etc/passwd', 'utf8').includes(`:${owner.uid}:${owner.gid}:`)
  return named ? owner : (userNamed('nobody') ?? owner)
}

function initialize(programs: string, folder: string, owner: Owner | null): void {
  mkdirSync(folder, { mode: 0o700 })
  const asUser = owner && initialOwner(owner)
  if (asUser) giveTo(asUser, folder)
  const arguments_ = [`--pgdata=${clusterArgument(owner, folder)}`, ...initOptions]
  const done = spawnSync(join(programs, 'initdb'), arguments_, { ...asUser, cwd: folder, env: {}, encoding: 'utf8' })
  if (done.status !== 0) {
    const reason = done.error?.message ?? done.stderr.trim().split('\n').at(-1) ?? ''
    throw new DomainError('database.init_failed', { folder, reason })
  }
  if (owner) giveTo(owner, folder)
}

/** Removes what an `initdb` left that was cut short; its parent may have been killed and it may still be at work. */
async function discard(unfinished: string): Promise<void> {
  if (!existsSync(unfinished)) return
  signalAll(processesIn(unfinished), 'SIGKILL')
  await waitUntil(() => processesIn(unfinished).length === 0, 5_000)
  rmSync(unfinished, { recursive: true, force: true })
}

/**
 * The folder `home`/cluster, initialized by `initdb` when it does not exist: complete or absent, whenever the power fails.
 * Throws `database.init_failed`, and `database.other_major` for a cluster of another major version.
 */
export async function prepareCluster(programs: string, home: string, owner: Owner | null): Promise<string> {
  const cluster = join(home, 'cluster')
  if (!existsSync(cluster)) {
    const unfinished = `${cluster}.new`
    await discard(unfinished)
    initialize(programs, unfinished, owner)
    renameSync(unfinished, cluster)
  }
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== majorVersion)
    throw new DomainError('database.other_major', { found, needed: majorVersion, folder: cluster })
  chmodSync(cluster, 0o700)
  return cluster
}
