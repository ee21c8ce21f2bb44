import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { canonicalise } from './canonical/rules.ts'
import { importArchive } from './commands.ts'
import { exportArchive } from './export/queries.ts'
import { archiveSchema } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

const sessions = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    slug: `punkt-${n}`,
    title: `Punkt ${n}`,
    type: 'talk',
    topics: ['e-akte'],
    people: [{ person: n % 2 ? 'bo' : 'ida', role: 'speaker', organisation: 'amt' }],
  }))

/** Archives of two series that share people's names, organisations and topics. */
const archive = (slug: string) =>
  archiveSchema.parse({
    series: { slug, name: slug },
    organisations: [{ slug: 'amt', name: 'Amt', kind: 'other' }],
    people: [
      { slug: 'bo', name: 'Bo Berg' },
      { slug: 'ida', name: 'Ida Öhm' },
    ],
    topics: [{ slug: 'e-akte', name: { de: 'E-Akte' } }],
    editions: ['2030', '2031'].map((year) => ({ slug: year, name: year, state: 'planned', sessions: sessions(6) })),
  })

test('the same archive twice at once is what is stored, and once', async () => {
  await Promise.all([1, 2].map(() => importArchive(ctx, archive('eins'))))
  expect(await exportArchive(db, 'eins')).toEqual(canonicalise(archive('eins')))
  expect(await importArchive(ctx, archive('eins'))).toEqual({ kind: 'unchanged' })
})

test('imports of two series at once, of the same organisations and topics, do not wait for each other forever', async () => {
  const both = ['zwei', 'drei'].map((slug) => importArchive(ctx, archive(slug)))
  expect((await Promise.all(both)).map((one) => one.kind)).toEqual(['imported', 'imported'])
  const people = await db.selectFrom('persons').select('slug').orderBy('slug').execute()
  expect(people.map((one) => one.slug)).toEqual([
    'bo-berg',
    'bo-berg-2',
    'bo-berg-3',
    'ida-oehm',
    'ida-oehm-2',
    'ida-oehm-3',
  ])
  const organisations = await db.selectFrom('organisations').select('slug').execute()
  expect(organisations).toEqual([{ slug: 'amt' }])
})
