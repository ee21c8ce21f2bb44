#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs'
import { readArguments, usage } from '../src/cli/arguments.ts'
import { run } from '../src/cli/run.ts'
import { tell } from '../src/cli/sentences.ts'
import { ProblemError } from '../src/problem-error.ts'

const clock = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

try {
  const options = readArguments(process.argv.slice(2))
  const { plan, report } = await run(readFileSync(options.problem), options, clock)
  if (options.out === undefined) process.stdout.write(plan)
  else writeFileSync(options.out, plan)
  for (const one of report) process.stderr.write(`${tell(one)}\n`)
} catch (error) {
  const { message, code } = error as Error & { code?: string }
  process.stderr.write(`${message}\n`)
  const misused =
    code?.startsWith('ERR_PARSE_ARGS') || (error instanceof ProblemError && error.code.startsWith('argument'))
  if (misused) process.stderr.write(`${usage}\n`)
  process.exitCode = misused ? 2 : 1
}
