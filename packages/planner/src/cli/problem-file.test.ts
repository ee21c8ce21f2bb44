import { expect, test } from 'vitest'
import { ProblemFile } from './problem-file.ts'

const file = (name: string, text: string): ProblemFile => new ProblemFile(name, new TextEncoder().encode(text))

test('its ending is told without regard to case', () => {
  expect(file('COMP.TIM', '').endsWith('.tim')).toBe(true)
  expect(file('tim', '').endsWith('.tim')).toBe(false)
})

test.each([
  ['{"talks": []}', true],
  ['{"sessions": []}', false],
  ['[]', false],
  ['null', false],
  ['7', false],
  ['"talks"', false],
])('%s has talks: %s', (text, has) => {
  expect(file('p.json', text).hasField('talks')).toBe(has)
})

test('is read as JSON once, and umlauts as they are', () => {
  const problem = file('p.json', '{"title": "Öffentlich"}')
  expect(problem.json()).toEqual({ title: 'Öffentlich' })
  expect(problem.json()).toBe(problem.json())
})

test('says why it is no JSON', () => {
  expect(() => file('p.json', '{"a": }').json()).toThrow('json-wrong: reason')
})
