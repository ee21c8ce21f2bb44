import { spawnSync } from 'node:child_process'
import { sizes } from './check-budget.ts'
import { imports } from './check-imports.ts'
import { packages } from './check-packages.ts'
import { pages } from './check-pages.ts'
import { structure } from './check-structure.ts'
import { type Check, type Finding, root } from './findings.ts'
import { reference } from './reference.ts'

function tool(name: string, command: string, args: readonly string[], folder = ''): Check {
  return {
    name,
    run: (): Finding[] => {
      const done = spawnSync(process.execPath, [`${root}node_modules/${command}`, ...args], {
        cwd: root + folder,
        encoding: 'utf8',
      })
      if (done.status === 0) return []
      return [
        { file: '.', message: `${done.stdout}${done.stderr}`.trim() || `ended with ${done.status ?? done.signal}` },
      ]
    },
  }
}

const checks: readonly Check[] = [
  structure,
  imports,
  sizes,
  pages,
  packages,
  reference,
  tool('lint and format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
  tool('types', 'typescript/bin/tsc', ['--project', 'tsconfig.json']),
  tool('pages’ types are made', '@sveltejs/kit/svelte-kit.js', ['sync'], 'apps/web'),
  tool('pages’ types', 'svelte-check/bin/svelte-check', ['--fail-on-warnings', '--output', 'human'], 'apps/web'),
]

let failed = 0
for (const check of checks) {
  const started = performance.now()
  const findings = await check.run()
  if (findings.length > 0) failed++
  console.log(
    `${findings.length === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${Math.round(performance.now() - started)} ms)`,
  )
  for (const { file, line, message } of findings) console.log(`     ${file}${line ? `:${line}` : ''}: ${message}`)
}
console.log(`checks: ${checks.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
