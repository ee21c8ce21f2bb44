import { describe, expect, test } from 'vitest'
import { Fields, scheduleZone } from './fields.ts'
import { ProblemList } from './problems.ts'

const place = { line: 5, field: 'x' }

function fields(options: { textIsMarkdown?: boolean; baseUrl?: string } = {}) {
  const problems = new ProblemList()
  const reading = new Fields(problems, { timeZone: 'Europe/Berlin', textIsMarkdown: false, ...options })
  return {
    reading,
    found: () => problems.result(null).problems.map(({ severity, code, line, field }) => [severity, code, line, field]),
  }
}

describe('addresses', () => {
  test.each([
    ['https://a.example', 'https://a.example/'],
    ['HTTP://A.example/Ä b', 'http://a.example/%C3%84%20b'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['www.a.example', 'https://www.a.example/'],
    ['a.example/pfad', 'https://a.example/pfad'],
    ['/anhang.pdf', 'https://base.example/anhang.pdf'],
    ['anhang', 'https://base.example/programm/anhang'],
  ])('%s leads to %s', (given, url) => {
    const { reading, found } = fields({ baseUrl: 'https://base.example/programm/' })
    expect(reading.address(given, place)).toBe(url)
    expect(found()).toEqual([])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'git://a.example',
    'http://',
    '/relativ',
    'nur Text',
  ])('%s leads nowhere, and that is said', (given) => {
    const { reading, found } = fields()
    expect(reading.address(given, place)).toBeUndefined()
    expect(reading.link('Titel', given, place)).toEqual([])
    expect(found()[0]).toEqual(['warning', 'address.unusable', 5, 'x'])
  })

  test('nothing is nothing, and a link without title shows its address', () => {
    const { reading, found } = fields()
    expect([undefined, null, '', ' '].map((text) => reading.address(text, place))).toEqual(Array(4).fill(undefined))
    expect(reading.address('urn:uuid:00000000-0000-4000-8000-000000000001', place)).toBeUndefined()
    expect(reading.link(' ', 'https://a.example', place)).toEqual([
      { title: 'https://a.example/', url: 'https://a.example/' },
    ])
    expect(found()).toEqual([])
  })
})

describe('starts', () => {
  test.each([
    ['a time on a day', { time: '9:30', day: '2030-11-27' }, '2030-11-27T09:30'],
    ['a time before the change of day', { time: '01:30', day: '2030-11-27', dayChange: '06:00' }, '2030-11-28T01:30'],
    ['an instant', { dateTime: '2030-11-27T08:30:00Z' }, '2030-11-27T09:30'],
    ['a wall time', { dateTime: '2030-11-27T09:30' }, '2030-11-27T09:30'],
    ['a date and a time', { dateTime: '2030-11-28', time: '09:30', day: '2030-11-27' }, '2030-11-28T09:30'],
    ['no day', { time: '09:30' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, words, start) => {
    const { reading, found } = fields()
    expect(reading.start(words, place)).toBe(start)
    expect(found()).toEqual([])
  })

  test.each([{ time: '9 Uhr', day: '2030-11-27' }, { dateTime: 'bald' }, { dateTime: '2030-11-28' }])(
    '%j is refused',
    (words) => {
      const { reading, found } = fields()
      expect(reading.start(words, place)).toBeUndefined()
      expect(found()).toEqual([['error', 'session.start_invalid', 5, 'x']])
    },
  )
})

test('languages are tags, in their canonical form', () => {
  const { reading, found } = fields()
  expect(['DE', 'en_us', 'zh-hans-cn', ' '].map((text) => reading.language(text, place))).toEqual([
    'de',
    'en-US',
    'zh-Hans-CN',
    undefined,
  ])
  expect(found()).toEqual([])
  expect(reading.language('Deutsch und Englisch', place)).toBeUndefined()
  expect(found()).toEqual([['warning', 'session.language_unknown', 5, 'x']])
})

test('prose is converted unless it is known to be Markdown', () => {
  expect(fields().reading.prose('<p>a</p>')).toBe('a')
  expect(fields({ textIsMarkdown: true }).reading.prose(' <p>a</p>\r\n')).toBe('<p>a</p>')
})

test.each([
  ['Europe/Vienna', undefined, 'Europe/Vienna', []],
  ['Europe/Vienna', 'UTC', 'Europe/Vienna', []],
  [undefined, 'UTC', 'UTC', []],
  [undefined, undefined, 'Europe/Berlin', ['schedule.time_zone_missing']],
  ['MEZ-ish', 'UTC', 'UTC', ['schedule.time_zone_missing']],
  [undefined, 'Nirgendwo', 'Europe/Berlin', ['schedule.time_zone_missing']],
])('a file in zone %s, asked for %s, is read in %s', (named, asked, zone, codes) => {
  const problems = new ProblemList()
  expect(scheduleZone(named, asked, problems)).toBe(zone)
  expect(problems.result(null).problems.map(({ code }) => code)).toEqual(codes)
})
