import { CommanderError } from 'commander'
import { createProgram } from './program.ts'
import { describeFailure, exitCodeOf, exitCodes } from './terminal/failure.ts'
import { createTerminal } from './terminal/terminal.ts'

// Who reads only the beginning, as `| head` does, has what they wanted. What is under way still ends in order, so that a
// database started for it is stopped.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

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
