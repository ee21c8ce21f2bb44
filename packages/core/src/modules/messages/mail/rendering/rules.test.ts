import { describe, expect, test } from 'vitest'
import type { PlaceholderKind } from '../../../../platform/mail/template.ts'
import { joint } from '../literal/rules.ts'
import { addressesIn, type Kinds, piecesOf, renderMail } from './rules.ts'

const kinds: Kinds = new Map<string, PlaceholderKind>([
  ['name', 'text'],
  ['answer', 'lines'],
  ['link', 'link'],
  ['code', 'code'],
  ['day', 'date'],
  ['until', 'moment'],
  ['count', 'number'],
])
const values = {
  name: 'Ida {link}',
  answer: 'Ja.\nGern.',
  link: 'https://fachtag.example/x?y=1',
  code: 'AB-12',
  day: '2031-11-05',
  until: '2031-11-05T17:30:00Z',
  count: 1234.5,
}
const render = (body: string, locale: 'de' | 'en' = 'de', subject = 'x') =>
  renderMail({ subject, body }, kinds, values, locale)

describe('a placeholder', () => {
  test.each([
    ['{name}', 'Ida {link}', 'Ida {link}'],
    ['{answer}', '> Ja.\n> Gern.', '> Ja.\n> Gern.'],
    ['{link}', values.link, values.link],
    ['{code}', 'AB-12', 'AB-12'],
    ['{day}', 'Mittwoch, 5. November 2031', 'Wednesday, 5 November 2031'],
    ['{until}', 'Mittwoch, 5. November 2031, 18:30 Uhr', 'Wednesday, 5 November 2031, 18:30 (German time)'],
    ['{count}', '1.234,5', '1,234.5'],
  ])('%s', (body, de, en) => {
    expect(render(body).body).toBe(`${de}\n`)
    expect(render(body, 'en').body.replace('Wednesday 5', 'Wednesday, 5')).toBe(`${en}\n`)
  })

  test.each([
    '{constructor}',
    '{__proto__}',
    '{toString}',
    '{hasOwnProperty}',
    '{ name }',
    '{name.length}',
    '{{other}}',
    '{}',
    '{',
    '}',
    '{unbekannt}',
    '$' + '{name}',
  ])('is not what looks like one: %s', (body) => {
    const expected = body === '$' + '{name}' ? '$Ida {link}' : body
    expect(render(body).body).toBe(`${expected}\n`)
  })

  test('within braces is filled, the braces stay', () => expect(render('{{code}}').body).toBe('{AB-12}\n'))

  test('without a value is a fault of ours', () => {
    const lacking = () => renderMail({ subject: 'x', body: '{name}' }, kinds, {}, 'de')
    expect(lacking).toThrow('{name}')
    const inherited = () => renderMail({ subject: 'x', body: '{name}' }, kinds, Object.create(values), 'de')
    expect(inherited).toThrow('{name}')
  })

  test.each<[string, PlaceholderKind, string]>([
    ['script', 'link', 'javascript:alert(1)'],
    ['half an address', 'link', '/konto'],
    ['a line break', 'link', 'https://fachtag.example/\nBcc'],
    ['a quote', 'link', 'https://fachtag.example/"onclick'],
    ['markup', 'code', '<b>'],
    ['no day', 'date', 'morgen'],
    ['no moment', 'moment', '2031-11-05'],
  ])('%s is refused as a value', (_, kind, value) => {
    expect(() => renderMail({ subject: 'x', body: '{it}' }, new Map([['it', kind]]), { it: value }, 'de')).toThrow()
  })
})

test('a hundred thousand braces take no time and stay what they are', () => {
  const started = performance.now()
  for (const body of [
    '{'.repeat(1e5),
    '}'.repeat(1e5),
    '{}'.repeat(1e5),
    '{a'.repeat(1e5),
    `${'{'.repeat(1e5)}name${'}'.repeat(1e5)}`,
  ])
    expect(piecesOf(body, () => false)).toEqual([{ text: body }])
  expect(render('{{'.repeat(5e4)).body).toHaveLength(1e5 + 1)
  expect(performance.now() - started).toBeLessThan(1_000)
})

describe('links are', () => {
  test.each([
    ['Siehe {link}.', [values.link]],
    ['Siehe https://messe.example/plan. Und {link}', ['https://messe.example/plan', values.link]],
    ['{link} {link}', [values.link]],
    ['{name}', []],
    ['https://{name}', []],
  ])('those of %j', (body, links) => expect(render(body).links).toEqual(links))

  test.each([
    ['(https://a.example/b), http://c.example!', ['https://a.example/b', 'http://c.example']],
    ['https://a.example https://a.example', ['https://a.example']],
    ['ftp://a.example www.b.example', []],
    ['https://', []],
    [`http:${joint}//a.example`, []],
  ])('the addresses in %j', (text, found) => expect(addressesIn(text)).toEqual(found))
})

test('what is written completes no address that stands before it', () => {
  const body = (template: string) =>
    renderMail({ subject: 'x', body: template }, kinds, { ...values, name: 'com' }, 'de').body
  expect(body('evil.{name}')).toBe(`evil.${joint}com\n`)
  expect(body('Dr. {name}')).toBe('Dr. com\n')
})

test('a subject is one line of at most 200 signs', () => {
  expect(render('x', 'de', 'Für {name}:\r\nBcc: x').subject).toBe('Für Ida {link}: Bcc: x')
  expect([...render('x', 'de', '😀'.repeat(300)).subject]).toHaveLength(200)
})
