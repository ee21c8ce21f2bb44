import { CommanderError } from 'commander'
import { createProgram } from './program.ts'
import { describeFailure, exitCodeOf, exitCodes } from './terminal/failure.ts'
import { createTerminal } from './terminal/terminal.ts'

const json = process.argv.includes('--json')
const terminal = createTerminal(
  json,
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
)

try {
  await createProgram(terminal).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  else {
    process.stderr.write(`${describeFailure(error)}\n`)
    process.exitCode = exitCodeOf(error)
  }
}
