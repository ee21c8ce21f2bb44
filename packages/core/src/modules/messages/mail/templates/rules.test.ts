import { describe, expect, test } from 'vitest'
import type { PlaceholderKind } from '../../../../platform/mail/template.ts'
import type { Kinds } from '../rendering/rules.ts'
import { judgeText } from './rules.ts'
import type { TextProblem } from './types.ts'

const kinds: Kinds = new Map<string, PlaceholderKind>([
  ['name', 'text'],
  ['answer', 'lines'],
  ['link', 'link'],
])
const judge = (field: 'subject' | 'body', text: string) => {
  const both = { de: 'x', en: 'x' }
  return judgeText({ subject: both, body: both, [field]: { ...both, de: text } }, kinds)
}

describe('a text', () => {
  test.each([
    ['subject', 'Frage von {name}'],
    ['body', 'Guten Tag {name},\n\n{answer}\n\n{link} und https://messe.example/plan\n'],
    ['body', 'https://messe.example/plan {name}'],
  ] as const)('%s %j can be used', (field, text) => expect(judge(field, text)).toEqual([]))

  test.each<['subject' | 'body', string, Partial<TextProblem>]>([
    ['subject', ' ', { problem: 'missing' }],
    ['body', '', { problem: 'missing' }],
    ['subject', 'eins\nzwei', { problem: 'several-lines' }],
    ['subject', 'eins\u2028zwei', { problem: 'several-lines' }],
    ['subject', 'Siehe {link}', { problem: 'placeholder', found: '{link}' }],
    ['subject', '{answer}', { problem: 'placeholder', found: '{answer}' }],
    ['body', 'Guten Tag {nmae},', { problem: 'placeholder', found: '{nmae}' }],
    ['body', '{constructor}', { problem: 'placeholder', found: '{constructor}' }],
    ['body', '{__proto__}', { problem: 'placeholder', found: '{__proto__}' }],
    ['body', '{name.constructor}', { problem: 'placeholder', found: '{name.constructor}' }],
    ['body', '{{name}}', { problem: 'placeholder', found: '{' }],
    ['body', '{{constructor.constructor("return process")()}}', { problem: 'placeholder', found: '{' }],
    ['body', 'a } b', { problem: 'placeholder', found: '}' }],
    ['body', '{ name }', { problem: 'placeholder', found: '{' }],
    ['body', 'https://evil.example/{name}', { problem: 'link', found: 'https://evil.example/{name}' }],
    ['body', 'http://{link}', { problem: 'link', found: 'http://{link}' }],
  ])('%s %j cannot', (field, text, problem) => {
    expect(judge(field, text)).toMatchObject([{ field, locale: 'de', ...problem }])
  })

  test('may be missing in a language only where that is said', () => {
    const text = { subject: { de: 'x', en: '' }, body: { de: 'x', en: ' ' } }
    expect(judgeText(text, kinds, ['en'])).toEqual([])
    expect(judgeText(text, kinds).map((one) => [one.locale, one.field])).toEqual([
      ['en', 'subject'],
      ['en', 'body'],
    ])
    const half = { subject: { de: 'x', en: 'x' }, body: { de: 'x', en: '' } }
    expect(judgeText(half, kinds, ['en'])).toMatchObject([{ locale: 'en', field: 'body', problem: 'missing' }])
  })
})

test('a hundred thousand braces are refused in no time', () => {
  const started = performance.now()
  for (const text of [
    '{'.repeat(1e5),
    '}'.repeat(1e5),
    '{name'.repeat(1e5),
    '{{name}}'.repeat(1e5),
    'https://'.repeat(1e5),
  ])
    judge('body', text)
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(judge('body', '{'.repeat(1e5))).toHaveLength(1)
})
