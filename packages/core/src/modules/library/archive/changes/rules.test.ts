import { expect, test } from 'vitest'
import { canonicalise } from '../canonical/rules.ts'
import { type ArchiveInput, archiveSchema } from '../schema.ts'
import { diffArchives } from './rules.ts'

const session = (slug: string, title = slug) => ({ slug, title, type: 'talk' as const })
const edition = (slug: string, sessions: ReturnType<typeof session>[]) => ({
  slug,
  name: slug,
  state: 'held' as const,
  sessions,
})
const archive = (more: Partial<ArchiveInput>) =>
  canonicalise(archiveSchema.parse({ series: { slug: 'tagung', name: 'Tagung' }, ...more }))
const stored = archive({
  people: [{ slug: 'ida', name: 'Ida' }],
  pages: [{ slug: 'impressum', title: { de: 'Impressum' } }],
  editions: [edition('2023', [session('alt')]), edition('2024', [session('a'), session('b')])],
})
const told = (after: ReturnType<typeof archive>, before: typeof stored | null = stored) =>
  diffArchives(before, after).map(({ change, kind, key }) => `${change} ${kind} ${key}`)

test('the same is no change', () => expect(told(stored)).toEqual([]))

test('everything is new where nothing is stored', () => {
  expect(told(stored, null)).toEqual([
    'added series tagung',
    'added person ida',
    'added page impressum',
    'added edition 2023',
    'added session 2023/alt',
    'added edition 2024',
    'added session 2024/a',
    'added session 2024/b',
  ])
})

test('sessions of editions that are told leave the programme, whatever else is left out stays', () => {
  const after = archive({ editions: [edition('2024', [session('a', 'Neu'), session('c')])] })
  expect(told(after)).toEqual([
    'changed edition 2024',
    'changed session 2024/a',
    'added session 2024/c',
    'removed session 2024/b',
  ])
})

test('another order of sessions is a change of their edition', () => {
  const after = archive({ editions: [edition('2024', [session('b'), session('a')])] })
  expect(told(after)).toEqual(['changed edition 2024'])
})

test('a page that the operator has rewritten is not a change', () => {
  expect(told(archive({ pages: [{ slug: 'impressum', title: { de: 'Vorlage' } }] }))).toEqual([])
})

const ida = {
  slug: 'ida',
  name: 'Dr. Ida Öhm',
  aliases: ['Ida Ohm'],
  biography: { de: 'Leitet.' },
  website: 'https://example.org/',
}
const known = archive({ people: [ida] })

test.each([
  ['nothing but the name', { slug: 'ida', name: 'Dr. Ida Öhm' }, []],
  ['no title', { ...ida, name: 'Ida Öhm' }, []],
  ['another name', { ...ida, name: 'Dr. Ida Ohm' }, ['changed person ida']],
  ['another title', { ...ida, name: 'Prof. Ida Öhm' }, ['changed person ida']],
  ['a new alias', { ...ida, aliases: ['I. Öhm'] }, ['changed person ida']],
  ['another biography', { ...ida, biography: { en: 'Leads.' } }, ['changed person ida']],
  ['another website', { ...ida, website: 'https://example.net/' }, ['changed person ida']],
])('of a person: %s', (_, person, expected) => {
  expect(told(archive({ people: [person] }), known)).toEqual(expected)
})
