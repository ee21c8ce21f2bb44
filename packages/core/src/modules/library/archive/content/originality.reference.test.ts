import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../files/queries.ts'

const shared = process.env.FACHTAG_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../../shared')
const content = path.resolve(import.meta.dirname, '../../../../../../../content/mitteldeutscher-it-fachtag')
const folder = path.join(shared, 'data/seeds')
const reports = Object.fromEntries(
  readdirSync(folder).map((name) => [name.slice(0, 3), readFileSync(path.join(folder, name), 'utf8')]),
)
const reportOf: Record<string, string> = {
  'bericht-2016': '000',
  'bericht-2017': '001',
  'bericht-2024': '002',
  'meldung-2017': '003',
  'meldung-2018': '004',
}
const { archive } = await readArchive(content)
const sessions = archive!.editions.flatMap((edition) =>
  edition.sessions.map((session) => ({ ...session, source: session.source ?? edition.source!, edition: edition.slug })),
)

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

test('every source is one of the reports', () => {
  expect(archive!.sources.map((source) => source.key).sort()).toEqual(Object.keys(reportOf).sort())
})

describe('people', () => {
  const appearing = sessions.flatMap((session) =>
    session.people.flatMap((one) => (one.person ? [[one.person, session.source, session.edition] as const] : [])),
  )
  test.each(appearing)('%s is named by %s (%s)', (slug, source) => {
    const person = archive!.people.find((one) => one.slug === slug)!
    const bare = person.name.replace(/^Dr\. /, '')
    expect(wordsOf(reports[reportOf[source]!]!).join(' ')).toContain(wordsOf(bare.split(' ').at(-1)!).join(' '))
    expect(Object.values(reports).some((report) => report.includes(bare))).toBe(true)
  })

  test('every other spelling stands in a report', () => {
    const aliases = archive!.people.flatMap((person) => person.aliases)
    expect(aliases).not.toEqual([])
    expect(aliases.filter((alias) => !Object.values(reports).some((report) => report.includes(alias)))).toEqual([])
  })
})

test.each(sessions.filter((session) => session.titleIsGiven && session.type !== 'networking'))(
  'the title $title is the one in the report',
  ({ title, source }) => {
    expect(wordsOf(reports[reportOf[source]!]!).join(' ')).toContain(wordsOf(title).join(' '))
  },
)

test('no run of seven words is taken from a report, but for titles and names', () => {
  const length = 7
  const runs = new Set(
    Object.values(reports).flatMap((report) => {
      const words = wordsOf(report)
      return words.map((_, index) => words.slice(index, index + length).join(' '))
    }),
  )
  const names = [
    ...sessions.filter((session) => session.titleIsGiven).map((session) => session.title),
    ...archive!.sources.map((source) => source.title),
    ...archive!.organisations.flatMap((one) => [one.name, ...one.aliases]),
    ...sessions.flatMap((session) => session.people.map((one) => one.function ?? '')),
  ].map((name) => wordsOf(name).join(' '))
  const copied = textsOf(archive).flatMap((text) => {
    const words = wordsOf(text)
    return words
      .map((_, index) => words.slice(index, index + length).join(' '))
      .filter((run) => run.split(' ').length === length && runs.has(run))
      .filter((run) => !names.some((name) => name.includes(run) || (name.length > 10 && run.includes(name))))
  })
  expect(copied).toEqual([])
})
