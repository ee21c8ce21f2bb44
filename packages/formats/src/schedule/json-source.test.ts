import { describe, expect, test } from 'vitest'
import { readEventParts, readPerson } from './json-event.ts'
import { readJson, refuseRoot, startReading } from './json-source.ts'
import { ProblemList } from './problems.ts'

const schedule = { title: 'Mustertag', timeZone: 'UTC', rooms: [], tracks: [], sessions: [] }

describe('readJson', () => {
  test('gives the root away and answers what comes back', () => {
    expect(readJson('{"a":1}', (root) => ({ ...schedule, title: JSON.stringify(root) }))).toEqual({
      schedule: { ...schedule, title: '{"a":1}' },
      problems: [],
    })
  })

  test('gives problems with a field their line, and leaves others alone', () => {
    const { problems } = readJson('{\n"a":\n[1,\n2]}', (_, list) => {
      list.warning('w', 'x', { field: 'a[1]' })
      list.warning('w', 'y')
      list.warning('w', 'z', { field: 'a', line: 77 })
      return schedule
    })
    expect(problems.map(({ line }) => line)).toEqual([4, undefined, 77])
  })

  test('does not even ask when the text is no JSON', () => {
    const result = readJson('{', () => {
      throw new Error('asked')
    })
    expect(result).toMatchObject({ schedule: null, problems: [{ code: 'json.malformed', line: 1 }] })
  })
})

test.each([
  [{ a: 1, b: 2 }, 'Expected x, found the keys a, b'],
  [[1], 'Expected x, found a list'],
  [{}, 'Expected x, found nothing'],
  [5, 'Expected x, found nothing'],
])('%j is refused as a root', (root, message) => {
  const problems = new ProblemList()
  expect(refuseRoot(root, 'x', problems)).toBeNull()
  expect(problems.result(null).problems).toMatchObject([{ code: 'schedule.root_unexpected', message }])
})

describe('events and people', () => {
  const reading = () => startReading(new ProblemList(), { timeZone: 'UTC', textIsMarkdown: false })

  test.each([
    [{ id: 7, code: 'ABC', guid: 'g' }, '7'],
    [{ code: 'ABC', guid: 'g' }, 'ABC'],
    [{ guid: 'g' }, 'g'],
  ])('%j is known as %s', (keys, reference) => {
    expect(readEventParts({ title: 'x', ...keys }, 'e', reading())).toMatchObject({ reference })
  })

  test('links may have a title, a kind or neither', () => {
    const links = [
      { url: 'https://a.example', title: 'A' },
      { url: 'https://b.example', type: 'slides' },
      { url: 'https://c.example' },
      { title: 'D' },
    ]
    const titles = readEventParts({ id: 1, title: 'x', links }, 'e', reading())?.links.map(({ title }) => title)
    expect(titles).toEqual(['A', 'slides', 'https://c.example/'])
  })

  test.each([
    [
      { id: 5, public_name: 'Erika', name: 'E' },
      { reference: '5', name: 'Erika' },
    ],
    [
      { code: 'ABC', name: 'Erika' },
      { reference: 'ABC', name: 'Erika' },
    ],
    [
      { guid: 'g', name: 'Erika', role: 'host', mode: 'remote' },
      { reference: 'g', guid: 'g', role: 'host', mode: 'remote' },
    ],
  ])('%j is a person', (person, expected) => expect(readPerson(person, reading())).toMatchObject([expected]))

  test('nobody is nobody', () => {
    expect([{}, { name: ' ' }, { id: 5 }].flatMap((person) => readPerson(person, reading()))).toEqual([])
  })
})
