import { fileURLToPath } from 'node:url'
import { readArchive } from '@fachtag/core/modules/library/archive/files/queries'
import { describe, expect, test } from 'vitest'
import { moveRehearsal, rehearsalDay } from './dates.ts'

const folder = fileURLToPath(new URL('../../../../content/probelauf/', import.meta.url))
const { archive, problems } = await readArchive(folder)

test('what is rehearsed is written without a mistake', () => expect(problems).toEqual([]))

test.each([
  [2026, '2026-11-18'],
  [2027, '2027-11-17'],
  [2028, '2028-11-15'],
  [2033, '2033-11-16'],
])('in %i it is held on %s', (year, day) => {
  expect([rehearsalDay(year).toString(), rehearsalDay(year).dayOfWeek]).toEqual([day, 3])
})

describe('moved to another year', () => {
  const later = moveRehearsal(archive!, 2033)
  const [edition] = later.editions

  test('it keeps its hours and its days of the week', () => {
    expect(edition).toMatchObject({ slug: '2033', name: 'Probelauf 2033 (erfunden)' })
    expect(edition!.date).toMatchObject({ startsOn: '2033-11-16', endsOn: '2033-11-16' })
    expect(edition!.sessions.find((one) => one.slug === 'podium')!.startsAt).toBe('2033-11-16T13:30')
  })

  test('what points to the edition still does', () => {
    expect(later.news.map((one) => one.edition)).toEqual(['2033'])
    expect(later.news.map((one) => one.publishedOn)).toEqual(['2033-05-31'])
  })

  test('in its own year nothing moves', () => expect(moveRehearsal(archive!, 2027)).toEqual(archive))
})

test('everybody and every organisation in it says that they are made up', () => {
  for (const { name } of [...archive!.people, ...archive!.organisations, ...archive!.editions, archive!.series])
    expect(name).toContain('(erfunden)')
})

test('without a dated edition there is nothing to move', () => {
  expect(() => moveRehearsal({ ...archive!, editions: [] }, 2030)).toThrow('no edition')
})
