import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { addMaterial, changeMaterial, removeMaterial } from './commands.ts'
import { findDraftMaterial, listDraftMaterials, listMaterials } from './queries.ts'
import { materialInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const slides = (more: object = {}) => materialInput.parse({ kind: 'slides', title: 'Folien', ...more })
let scope: EditionScope
let foreign: EditionScope
let sessionId: string
let foreignSession: string

beforeAll(async () => {
  const [edition, other] = [await addEdition(db, 'hier'), await addEdition(db, 'dort')]
  ;[scope, foreign] = [await scopeOfEdition(db, edition.id), await scopeOfEdition(db, other.id)]
  ;[sessionId] = (await addSessions(db, edition, [{ title: 'E-Akte' }])) as [string]
  ;[foreignSession] = (await addSessions(db, other, [{ title: 'Anderswo' }])) as [string]
})

test('a material is added, changed and taken out', async () => {
  const editor = createContext(db, withRole('editor', scope))
  const { id } = await addMaterial(editor, scope, slides({ sessionId }))
  expect(await findDraftMaterial(editor, scope, id)).toMatchObject({
    state: 'announced',
    session: { id: sessionId, title: 'E-Akte' },
  })
  expect(await listMaterials(db, scope.editionId)).toEqual([])
  const there = slides({
    state: 'available',
    url: 'https://fachtag.example/f.pdf',
    hasConsent: true,
    licence: 'CC BY 4.0',
  })
  await changeMaterial(editor, scope, id, there)
  expect(await listMaterials(db, scope.editionId)).toMatchObject([
    { url: 'https://fachtag.example/f.pdf', licence: 'CC BY 4.0', session: null },
  ])
  await removeMaterial(editor, scope, id)
  expect(await listDraftMaterials(editor, scope)).toEqual([])
  await expect(removeMaterial(editor, scope, id)).rejects.toThrow('material.not_found')
})

test('who saves an older version is told', async () => {
  const { id } = await addMaterial(ctx, scope, slides())
  const { revision } = (await findDraftMaterial(ctx, scope, id))!
  await changeMaterial(ctx, scope, id, slides({ title: 'Erste' }), revision)
  expect(await changeMaterial(ctx, scope, id, slides({ title: 'Zweite' }), revision)).toEqual({ kind: 'conflict' })
})

test('nothing of another edition is found, changed, or hung on this one', async () => {
  const { id } = await addMaterial(ctx, scope, slides())
  expect(await findDraftMaterial(ctx, foreign, id)).toBeNull()
  await expect(changeMaterial(ctx, foreign, id, slides())).rejects.toThrow('material.not_found')
  await expect(removeMaterial(ctx, foreign, id)).rejects.toThrow('material.not_found')
  await expect(addMaterial(ctx, scope, slides({ sessionId: foreignSession }))).rejects.toThrow('session.not_found')
  const stranger = createContext(db, withRole('editor', foreign))
  await expect(addMaterial(stranger, scope, slides())).rejects.toThrow('access.denied')
})

test('listing takes one query for many as for one', async () => {
  await addMaterial(ctx, foreign, slides())
  const count = (over: EditionScope) =>
    countQueries(db, (counted) => listDraftMaterials(createContext(counted, systemActor), over))
  expect([await count(scope), await count(foreign)]).toEqual([1, 1])
})

test.each([
  [{ state: 'available' }, 'url'],
  [{ url: 'ftp://fachtag.example/f' }, 'url'],
  [{ language: 'Deutsch' }, 'language'],
  [{ kind: 'film' }, 'kind'],
])('%j is refused at %s', (given, field) => {
  const parsed = materialInput.safeParse({ kind: 'slides', title: 'Folien', ...given })
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
})
