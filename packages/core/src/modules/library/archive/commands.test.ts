import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { canonicalise } from './canonical/rules.ts'
import { importArchive } from './commands.ts'
import { exportArchive } from './export/queries.ts'
import { readArchive } from './files/queries.ts'
import type { Archive } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const folder = new URL('../../../../../../content/mitteldeutscher-it-fachtag', import.meta.url).pathname
const { archive } = (await readArchive(folder)) as { archive: Archive }

test('a rehearsal says everything is new and writes nothing', async () => {
  const outcome = await importArchive(ctx, archive, { dryRun: true })
  expect(outcome.kind).toBe('planned')
  expect(await exportArchive(db, archive.series.slug)).toBeNull()
})

test('what was imported is exported again', async () => {
  const outcome = await importArchive(ctx, archive)
  expect(outcome.kind).toBe('imported')
  expect(await exportArchive(db, archive.series.slug)).toEqual(canonicalise(archive))
})

test('the same archive again changes nothing', async () => {
  expect(await importArchive(ctx, archive)).toEqual({ kind: 'unchanged' })
})
