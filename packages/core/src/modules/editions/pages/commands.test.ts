import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { addWorkplaces, hear, whoMay } from '../../../../test/workplaces.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { changePage } from './commands.ts'
import { findPage } from './queries.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const system = createContext(db, systemActor)
const page = (slug: string, text: string) => ({ slug, title: { de: slug }, body: { de: text } })
const textOf = async (slug: string) => (await findPage(db, slug))?.body.de

describe('the text of a page', () => {
  test.each([undefined, 0])(
    'is written for the first time by whoever saw none (%s), and everybody hears of it',
    async (seen) => {
      const slug = `neu-${seen}`
      expect(await hear(db, systemActor, (ctx) => changePage(ctx, page(slug, 'Wir'), seen))).toEqual({
        answer: { kind: 'saved' },
        touched: 1,
        jobs: [['library.index-site', {}]],
      })
      expect(await textOf(slug)).toBe('Wir')
      expect(await changePage(system, page(slug, 'Ihr'), seen)).toEqual({ kind: 'conflict' })
    },
  )

  test('that somebody else has saved meanwhile stays', async () => {
    await changePage(system, page('impressum', 'eins'))
    expect(await changePage(system, page('impressum', 'zwei'), 1)).toEqual({ kind: 'saved' })
    const late = await hear(db, systemActor, (ctx) => changePage(ctx, page('impressum', 'auch zwei'), 1))
    expect(late).toEqual({ answer: { kind: 'conflict' }, touched: 0, jobs: [] })
    expect(await textOf('impressum')).toBe('zwei')
  })

  const writeAtOnce = async (through: Db, slug: string) => {
    const ctx = createContext(through, systemActor)
    const answers = await Promise.all(['eins', 'zwei'].map((text) => changePage(ctx, page(slug, text), 0)))
    return answers.map(({ kind }) => kind).toSorted()
  }

  test('is the first of two that are written at once; without the lock the second would overwrite it', async () => {
    expect(await writeAtOnce(db, 'zugleich')).toEqual(['conflict', 'saved'])
    expect(await writeAtOnce(withoutLocks(db, 2), 'ohne')).toEqual(['saved', 'saved'])
  })

  test('is the business of who runs the installation', async () => {
    expect(await whoMay(db, places, (ctx) => changePage(ctx, page('datenschutz', 'x'), 7))).toEqual([
      'system',
      'operator',
    ])
  })
})
