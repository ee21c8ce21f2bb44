import { expect, test } from 'vitest'
import { createTerminal } from './terminal.ts'

function record(json: boolean) {
  const said = { out: '', progress: '' }
  const terminal = createTerminal(
    json,
    (text) => {
      said.out += text
    },
    (text) => {
      said.progress += text
    },
  )
  return { terminal, said }
}

const both = (text: string) => ({ de: text, en: text })

test('a result is lines for a person', () => {
  const { terminal, said } = record(false)
  terminal.result({ count: 2 }, ({ count }) => [`${count} rows`, 'done'])
  expect(said).toEqual({ out: '2 rows\ndone\n', progress: '' })
})

test('a result is one line of JSON for a program', () => {
  const { terminal, said } = record(true)
  terminal.result({ count: 2 }, () => ['not shown'])
  expect(said.out).toBe('{"count":2}\n')
})

test('a step shows that it began and how long it took, beside the result', async () => {
  const { terminal, said } = record(true)
  expect(await terminal.step(both('Count'), async () => 7)).toBe(7)
  terminal.note(both('by the way'))
  expect(said.out).toBe('')
  expect(said.progress).toMatch(/^… Count\n✓ Count \(0\.\d s\)\nby the way\n$/)
})

test('a step that fails is not shown as done', async () => {
  const { terminal, said } = record(false)
  await expect(terminal.step(both('Count'), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(said.progress).toBe('… Count\n')
})
