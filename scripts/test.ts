import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { buildWeb, isBuildStale } from '../packages/cli/src/running/web-build.ts'
import { findChromium } from './chromium.ts'
import { root } from './findings.ts'
import { findSystemPostgres, startThrowAway } from './system-postgres.ts'

const mandatory = process.env.CI === 'true'

/** What depends on the database behaves the same on the oldest version that is supported. */
const onDatabase = [
  'packages/core/src/modules',
  'packages/core/src/app',
  'packages/core/src/platform/database/',
  'packages/core/src/platform/queue',
  // Brings a server of its own, the same in every run.
  '--exclude=packages/core/src/platform/database/embedded/**',
]

type Stage = readonly [name: string, run: () => boolean | Promise<boolean>]

function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  return (
    spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  )
}

const vitest = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  node([`${root}node_modules/vitest/vitest.mjs`, 'run', ...args], env)

async function onOldest(): Promise<boolean> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return vitest(onDatabase)
  const found = findSystemPostgres()
  if (!found) {
    const needs =
      'the second run of the module tests needs PostgreSQL 15: install Debian’s package or set TEST_DATABASE_URL'
    console.log(mandatory ? `FAIL ${needs}` : `NOT RUN ${needs}`)
    return !mandatory
  }
  const server = await startThrowAway(found.programs)
  try {
    console.log(`PostgreSQL ${found.version}`)
    return vitest(onDatabase, { TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

function journeys(): boolean {
  const chromium = findChromium()
  if (!chromium) {
    console.log('FAIL browser journeys need Chromium: install it, or name it with FACHTAG_CHROMIUM')
    return false
  }
  return vitest(['--config', 'apps/web/journeys/vitest.config.ts'], { FACHTAG_CHROMIUM: chromium })
}

async function build(): Promise<boolean> {
  if (isBuildStale()) await buildWeb()
  return true
}

const everything: readonly Stage[] = [
  ['checks', () => node([`${root}scripts/check.ts`])],
  ['pages are built', build],
  ['tests on the embedded PostgreSQL', () => vitest([], { TEST_DATABASE_URL: '' })],
  ['module tests on the oldest PostgreSQL', onOldest],
  ['browser journeys', journeys],
]

function onReferenceData(): boolean {
  const shared = process.env.FACHTAG_SHARED ?? `${root}../shared`
  if (existsSync(shared)) return vitest([], { FACHTAG_TESTS: 'reference', TEST_DATABASE_URL: '' })
  const needs = `tests on reference data need the folder ../shared beside the project, or FACHTAG_SHARED`
  console.log(process.env.FACHTAG_SHARED ? `FAIL ${shared} does not exist: ${needs}` : `NOT RUN ${needs}`)
  return !process.env.FACHTAG_SHARED
}

/** The property tests alone, each with many times its cases: what is rare is found here and not on somebody else's machine. */
function withMoreCases(): boolean {
  const tests = globSync('{packages,apps,scripts,bench}/**/*.test.ts', { cwd: root, exclude: ['**/node_modules'] })
  const isOfProperties = (path: string) =>
    !path.endsWith('.reference.test.ts') && readFileSync(`${root}${path}`, 'utf8').includes("from 'fast-check'")
  return vitest(tests.filter(isOfProperties), {
    FACHTAG_CASES: process.env.FACHTAG_CASES ?? '25',
    TEST_DATABASE_URL: '',
  })
}

const selections: Readonly<Record<string, readonly Stage[]>> = {
  everything,
  reference: [['tests on reference data', onReferenceData]],
  long: [['property tests with more cases', withMoreCases]],
}

async function runStages(stages: readonly Stage[]): Promise<boolean> {
  for (const [name, run] of stages) {
    const started = performance.now()
    console.log(`\n=== ${name}`)
    const ok = await run()
    console.log(`=== ${ok ? 'ok' : 'FAILED'}: ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    if (!ok) return false
  }
  return true
}

const stages = selections[process.argv[2] ?? 'everything']
if (stages) process.exitCode = (await runStages(stages)) ? 0 : 1
else {
  console.error('usage: npm test, npm run test:reference, or npm run test:long')
  process.exitCode = 2
}
