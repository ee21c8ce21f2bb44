import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, type Owner } from './owner.ts'

/** What fits into the kernel's structure for a socket's address (108 bytes on Linux, 104 on macOS), without the final NUL. */
const longestAddress = process.platform === 'darwin' ? 103 : 107
const socketName = '.s.PGSQL.5432'

/** Whether the address of a socket in `folder` is short enough. */
export function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= longestAddress
}

function isOurTemporary(folder: string, owner: Owner | null): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  return (
    /\/fachtag-[\w-]{6}$/.test(folder) &&
    found?.isDirectory() === true &&
    found.uid === (owner?.uid ?? process.getuid?.())
  )
}

/** Removes the temporary folder that an earlier run recorded in `note` and could not remove itself. */
function forgetTemporary(note: string, owner: Owner | null): void {
  try {
    const folder = readFileSync(note, 'utf8')
    if (isOurTemporary(folder, owner)) rmSync(folder, { recursive: true })
  } catch {
    // There was none, or it is gone with the last restart of the machine.
  }
  rmSync(note, { force: true })
}

function newTemporary(): string {
  const places = [process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp']
  const place = places.find((candidate) => candidate && fits(join(candidate, 'fachtag-XXXXXX'))) ?? '/tmp'
  return mkdtempSync(join(place, 'fachtag-'))
}

/**
 * A folder for the socket that only `owner` (and root) can enter: under `home`, or a temporary one with a short name where
 * the address would be too long or `owner` cannot get to `home`.
 */
export function prepareSocketFolder(home: string, owner: Owner | null): { folder: string; remove: () => void } {
  const note = join(home, 'socket-folder')
  forgetTemporary(note, owner)
  const usual = join(home, 'socket')
  const temporary = !fits(usual) || !canEnter(owner, home)
  const folder = temporary ? newTemporary() : usual
  mkdirSync(folder, { recursive: true })
  if (owner) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  if (temporary) writeFileSync(note, folder)
  return {
    folder,
    remove: () => (temporary ? forgetTemporary(note, owner) : rmSync(folder, { recursive: true, force: true })),
  }
}
