import { describe, expect, test } from 'vitest'
import { createProgram } from './program.ts'
import { createTerminal } from './terminal/terminal.ts'

function newProgram() {
  const said: string[] = []
  const program = createProgram(
    createTerminal(
      false,
      () => {},
      () => {},
    ),
  )
  const output = { writeOut: (text: string) => said.push(text), writeErr: (text: string) => said.push(text) }
  for (const command of [program, ...program.commands]) command.configureOutput(output)
  return { program, said }
}

const names = newProgram().program.commands.map((command) => command.name())

describe('the help', () => {
  test('names every command that operators need', () => {
    expect(names).toEqual(
      expect.arrayContaining(['demo', 'serve', 'worker', 'migrate', 'import', 'export', 'link', 'doctor']),
    )
  })

  test.each(names)('of %s says what it does, shows an example and offers JSON', async (name) => {
    const { program, said } = newProgram()
    await expect(program.parseAsync(['node', 'fachtag', name, '--help'])).rejects.toMatchObject({ exitCode: 0 })
    const help = said.join('')
    expect(help).toMatch(/Beispiele:|Examples:/)
    expect(help).toContain(`fachtag ${name}`)
    expect(help).toContain('--json')
    expect(program.commands.find((command) => command.name() === name)?.summary()).not.toBe('')
  })
})

test.each([
  [['unbekannt'], 'commander.unknownCommand'],
  [['migrate', '--unbekannt'], 'commander.unknownOption'],
  [['import'], 'commander.missingArgument'],
])('%j is refused as %s', async (typed, code) => {
  const { program } = newProgram()
  await expect(program.parseAsync(['node', 'fachtag', ...typed])).rejects.toMatchObject({ code })
})
