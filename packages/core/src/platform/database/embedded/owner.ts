import { spawnSync } from 'node:child_process'
import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../../kernel/errors.ts'

/** The system user that PostgreSQL runs as. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * The user where nobody has prepared one: a number that Debian, Fedora, SUSE and systemd's dynamic users leave free. Not
 * `nobody`, which other services run as: the user that owns the socket is the superuser of the database.
 */
export const unnamedOwner: Owner = { uid: 54_329, gid: 54_329 }

/** The user called `name` in `/etc/passwd`. */
export function userNamed(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function ownerOf(path: string): Owner | undefined {
  const { uid, gid } = statSync(path, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 }
  return uid === 0 ? undefined : { uid, gid }
}

/**
 * Who PostgreSQL, which refuses to be root, runs as: null for the present user. As root: who owns `cluster` already, else
 * the user `fachtag`, else a number of our own.
 */
export function chooseOwner(cluster: string): Owner | null {
  if (process.getuid?.() !== 0) return null
  return ownerOf(cluster) ?? userNamed('fachtag') ?? unnamedOwner
}

/** Hands `path` and everything under it to `owner`. Throws `database.cannot_drop_root` where the system knows no other users. */
export function giveTo(owner: Owner, path: string): void {
  try {
    lchownSync(path, owner.uid, owner.gid)
  } catch (error) {
    throw new DomainError('database.cannot_drop_root', { path, reason: (error as Error).message })
  }
  if (!statSync(path).isDirectory()) return
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) giveTo(owner, child)
    else lchownSync(child, owner.uid, owner.gid)
  }
}

/** Whether `owner` may enter `folder`: every folder above it counts, and so do access lists, so the system is asked. */
export function canEnter(owner: Owner | null, folder: string): boolean {
  if (!owner) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: owner.uid, gid: owner.gid, cwd: '/' }).status === 0
  )
}
