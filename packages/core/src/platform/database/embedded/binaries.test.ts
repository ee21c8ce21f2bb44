import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyFolder, locatePackage, preparePrograms, repairLinks } from './binaries.ts'
import { giveTo, unnamedOwner } from './owner.ts'

const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), 'fachtag-binaries-'))
const native = join(folder, 'package', 'native')
const bare = { native, version: '0-test' }

function links(): string[] {
  const list: { target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  return list.map(({ target }) => join(native, '..', target))
}

const ordinary = { uid: 65_534, gid: 65_534 }

/** `preparePrograms` as somebody whom file modes stop; who is that already stays who they are. */
function prepareAsOrdinaryUser(home: string): string {
  const source = new URL('./binaries.ts', import.meta.url).href
  const script = `const { preparePrograms } = await import(${JSON.stringify(source)})
    if (process.getuid() === 0) { process.setgroups([]); process.setgid(${ordinary.gid}); process.setuid(${ordinary.uid}) }
    process.stdout.write(preparePrograms(process.argv[1], null, JSON.parse(process.argv[2])))`
  const arguments_ = ['--input-type=module', '--eval', script, home, JSON.stringify(bare)]
  const done = spawnSync(process.execPath, arguments_, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}

function version(programs: string, options = {}): string {
  return spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8', ...options }).stdout ?? ''
}

beforeAll(() => {
  cpSync(locatePackage().native, native, { recursive: true, verbatimSymlinks: true })
  for (const link of links()) if (lstatSync(link, { throwIfNoEntry: false })) unlinkSync(link)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the programs of PostgreSQL', () => {
  test('do not run as npm unpacks them, and do once their links are made', () => {
    expect(version(join(native, 'bin'))).toBe('')
    repairLinks(native)
    repairLinks(native)
    expect(version(join(native, 'bin'))).toContain('PostgreSQL) 18.')
  })

  test('are copied when an ordinary user may not write to node_modules', () => {
    for (const link of links()) if (lstatSync(link, { throwIfNoEntry: false })) unlinkSync(link)
    const home = join(folder, 'home')
    mkdirSync(home)
    chmodSync(join(native, 'lib'), 0o555)
    if (isRoot) {
      chmodSync(folder, 0o755)
      giveTo(ordinary, home)
    }
    const programs = prepareAsOrdinaryUser(home)
    expect(programs).toBe(join(home, 'postgresql-0-test', 'bin'))
    expect(version(programs)).toContain('PostgreSQL) 18.')
    chmodSync(join(native, 'lib'), 0o755)
    chmodSync(folder, 0o700)
    rmSync(home, { recursive: true })
    repairLinks(native)
  })

  test.runIf(isRoot)('are copied to where their user can run them when the project lies in root’s home', () => {
    // mkdtemp has made the folder for root alone: neither the package nor a copy under the data can be reached.
    const programs = preparePrograms(join(folder, 'home'), unnamedOwner, bare)
    expect(programs).toBe('/var/cache/fachtag/postgresql-0-test/bin')
    expect(version(programs, { uid: unnamedOwner.uid, gid: unnamedOwner.gid, cwd: '/' })).toContain('PostgreSQL) 18.')
    expect(existsSync(join(programs, '..', 'lib', 'libpgcommon.a'))).toBe(false)
    rmSync('/var/cache/fachtag/postgresql-0-test', { recursive: true })
  })

  test.runIf(isRoot)('stay in node_modules where their user can reach them', () => {
    chmodSync(folder, 0o755)
    expect(preparePrograms(join(folder, 'home'), unnamedOwner, bare)).toBe(join(native, 'bin'))
    expect(copyFolder(folder, unnamedOwner)).toBe(folder)
  })
})
