import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder, runCli } from '../../test/cli-process.ts'

const rows = (count: number, row: string): string => `${row} `.repeat(count)
/** Two events that share a student, one room; event 0 must come before event 1. */
const timetable = `2 1 0 1  5  1 1  ${rows(90, '1')}  0 1 -1 0`

const env = { LANG: 'en_GB.UTF-8' }

function write(name: string, text: string): string {
  const file = join(newFolder(), name)
  writeFileSync(file, text)
  return file
}

describe('fachtag plan', () => {
  test('reads a .tim and writes a .sln, twice the same', async () => {
    const problem = write('small.tim', timetable)
    const plans = []
    for (const name of ['a.sln', 'b.sln']) {
      const out = join(newFolder(), name)
      const { code, out: said } = await runCli(['plan', problem, '--work', '1e6', '--out', out, '--report'], env)
      expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('distance to feasibility 0') })
      plans.push(readFileSync(out, 'utf8'))
    }
    expect(plans[0]).toMatch(/^\d+ 0\n\d+ 0\n$/)
    expect(plans[1]).toBe(plans[0])
  })

  test('prints the plan alone to standard output, and one JSON value when asked', async () => {
    const problem = write('small.tim', timetable)
    const plain = await runCli(['plan', problem, '--work', '1e6'], env)
    expect(plain.out).toMatch(/^\d+ 0\n\d+ 0\n$/)
    expect(plain.err).toContain('soft cost')
    const { out } = await runCli(['plan', problem, '--work', '1e6', '--json'], env)
    expect(JSON.parse(out)).toEqual({ plan: plain.out, report: expect.any(Array) })
  })
})

describe('bad input is named', () => {
  test.each([
    ['truncated.tim', timetable.slice(0, 40), 'The file ends too early: number', 1],
    ['negative.tim', timetable.replace('5', '-5'), 'Number 5 of the file (seats of a room) is “-5”', 1],
    ['circle.tim', timetable.replace('0 1 -1 0', '0 1 1 0'), 'The order runs in a circle: 0 → 1 → 0', 1],
    ['longer.tim', `${timetable} 7`, 'there are 1 more numbers', 1],
    ['broken.json', '{', 'That is no JSON', 1],
    ['other.json', '{}', 'is no problem that the planner knows', 1],
    ['empty.xlsx', '', 'This format needs a file: --out names it.', 2],
    [
      'field.json',
      '{"days": [], "rooms": [], "sessions": [{"id": "a"}]}',
      'The field “sessions[0].minutes” is missing',
      1,
    ],
  ])('%s', async (name, text, sentence, exitCode) => {
    const { code, err } = await runCli(['plan', write(name, text), '--work', '1e6'], env)
    expect({ code, err }).toEqual({ code: exitCode, err: expect.stringContaining(sentence) })
  })

  test('a file that is not there, and a number that is none', async () => {
    const missing = await runCli(['plan', '/gibt/es/nicht.tim'], env)
    expect(missing).toMatchObject({ code: 1, err: '/gibt/es/nicht.tim: There is no such file or folder.\n' })
    const soon = await runCli(['plan', write('small.tim', timetable), '--cpu', 'soon'], env)
    expect(soon).toMatchObject({ code: 2, err: '--cpu expects a number from 0.01 on, not “soon”.\n' })
  })

  test.each([
    ['/gibt/es/nicht.sln', '/gibt/es: There is no such file or folder.\n'],
    ['/', '/: That is a folder, not a file.\n'],
  ])('a place for the plan where nothing can be written is named before planning: %s', async (out, err) => {
    const problem = write('small.tim', timetable)
    expect(await runCli(['plan', problem, '--cpu', '60', '--out', out], env)).toMatchObject({ code: 1, err })
  })
})
