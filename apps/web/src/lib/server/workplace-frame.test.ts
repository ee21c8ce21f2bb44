import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition } from '../../../../../packages/core/test/programme.ts'
import { visit } from '../../../test/visit.ts'
import { frameWorkplace } from './workplace-frame.ts'

const { db } = await testDatabase()
let scope: EditionScope
const params = { series: 'reihe-rahmen', edition: 'rahmen' }

beforeAll(async () => {
  scope = await scopeOfEdition(db, (await addEdition(db, 'rahmen')).id)
})

type Visitor = Parameters<typeof visit>[0]
async function frameFor(actor: Visitor['actor'], at: Visitor['scope'], locale: 'de' | 'en' = 'de') {
  const { locals } = visit({ db, actor, scope: at, locale } as Visitor, '/organisieren')
  return frameWorkplace(locals as never, params)
}

describe('the navigation of the workplace', () => {
  test('tells the work on an edition apart by its parts, and opens what is near', async () => {
    const { groups, trail } = await frameFor(withRole('programme', scope), scope)
    expect(groups.map(({ name, isNear }) => [name, isNear])).toEqual([
      ['Tagung rahmen', true],
      ['Programm', true],
      ['Mitwirkende', true],
      ['Texte und Post', true],
      ['Reihe rahmen', false],
      ['Gesamt', false],
    ])
    expect(groups[1]!.links).toContainEqual({
      path: '/organisieren/reihe-rahmen/rahmen/programm',
      name: 'Programm planen',
    })
    expect(trail.at(-1)).toEqual({ path: '/organisieren/reihe-rahmen/rahmen', name: 'Tagung rahmen' })
  })

  test('shows each way once', async () => {
    const { groups } = await frameFor(withRole('operator'), scope)
    const paths = groups.flatMap(({ links }) => links.map(({ path }) => path))
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.length).toBeGreaterThan(40)
  })

  test('has no heading without a way below it', async () => {
    const { groups } = await frameFor(withRole('finance', { seriesId: scope.seriesId }), scope)
    expect(groups.every(({ links }) => links.length > 0)).toBe(true)
    expect(groups.flatMap(({ links }) => links.map(({ path }) => path)).join()).not.toContain('/programm')
  })

  test('above the editions opens what is near there', async () => {
    const { groups } = await frameFor(withRole('operator'), { seriesId: scope.seriesId } as never, 'en')
    expect(groups.map(({ name, isNear }) => [name, isNear])).toEqual([
      ['Reihe rahmen', true],
      ['Everything', false],
    ])
    const { groups: above } = await frameFor(withRole('operator'), null, 'en')
    expect(above.map(({ name, isNear }) => [name, isNear])).toEqual([['Everything', true]])
  })
})
