import { describe, expect, test } from 'vitest'
import { extractKern, namesInUse, withoutKnown } from './kern.ts'

test('names in use are those of classes and of tokens', () => {
  const source = `<a class="kern-btn kern-btn--primary">x</a> var(--kern-metric-space-large)`
  expect([...namesInUse(source)]).toEqual(['kern-btn', 'kern-btn--primary', '--kern-metric-space-large'])
})

describe('extractKern', () => {
  const css = `@charset "UTF-8";
    html { scroll-behavior: smooth }
    *:not(i) { font-family: x }
    :root { --kern-a: 1px; --kern-b: var(--kern-c); --kern-c: red; --kern-unused: 0 }
    @media (prefers-color-scheme: dark) { :root { --kern-c: blue; --kern-unused: 1 } }
    [data-kern-theme=dark], .kern-dark { --kern-c: blue }
    /* a component */
    .kern-btn { color: var(--kern-b) }
    .kern-btn .kern-icon, .kern-card { margin: 0 }
    .kern-card { padding: var(--kern-a) }
    @keyframes kern-spin { from { top: 0 } }`
  const extracted = extractKern(css, 'class="kern-btn"')
    .replace(/;?\s*([{}])\s*/g, '$1')
    .replace(/\s+/g, ' ')

  test('keeps what is in use, in both themes, with the tokens it reads through others', () => {
    expect(extracted).toContain('.kern-btn{color: var(--kern-b)}')
    expect(extracted).toContain(':root{--kern-b: var(--kern-c); --kern-c: red}')
    expect(extracted).toContain('@media (prefers-color-scheme: dark){:root{--kern-c: blue}}')
    expect(extracted).toContain('[data-kern-theme=dark]{--kern-c: blue}')
  })

  test.each([
    'kern-card',
    'kern-icon',
    '--kern-a',
    'kern-unused',
    'html',
    ':not(i)',
    'charset',
    'component',
    'kern-dark',
  ])('leaves %s out', (name) => expect(extracted).not.toContain(name))

  test('keeps a token that only our own styles read', () => {
    expect(extractKern(css, 'padding: var(--kern-a)')).toContain('--kern-a: 1px')
  })
})

describe('withoutKnown', () => {
  const tidy = (css: string) => css.replace(/;?\s*([{}])\s*/g, '$1').replace(/\s+/g, ' ')

  test.each([
    ['what both say', '.a { margin: 0 }', '.a { margin: 0 }', ''],
    ['a rule that only one has', '.a { margin: 0 } .b { margin: 0 }', '.a { margin: 0 }', '.b{margin: 0}'],
    ['one declaration of many', '.a { margin: 0; color: red }', '.a { margin: 0 }', '.a{color: red}'],
    ['another value', '.a { margin: 1px }', '.a { margin: 0 }', '.a{margin: 1px}'],
    [
      'the same under a condition',
      '@media print { .a { margin: 0 } }',
      '.a { margin: 0 }',
      '@media print{.a{margin: 0}}',
    ],
    ['the same under the same condition', '@media print { .a { margin: 0 } }', '@media print { .a { margin: 0 } }', ''],
    ['a selector of a list', '.a, .b { margin: 0 }', '.a { margin: 0 }', '.a, .b{margin: 0}'],
  ])('%s', (_, css, known, left) => expect(tidy(withoutKnown(css, known))).toBe(left))
})
