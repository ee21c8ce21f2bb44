import type { Schedule } from '@fachtag/formats/schedule/types'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { listReleases } from '../release/queries.ts'
import { importSchedule } from './commands.ts'

const { db } = await testDatabase()

const schedule: Schedule = {
  title: 'Tagung',
  timeZone: 'Europe/Berlin',
  rooms: [],
  tracks: [],
  sessions: Array.from({ length: 50 }, (_, n) => ({
    reference: `r${n}`,
    title: `Beitrag ${n}`,
    people: [],
    links: [],
    attachments: [],
  })),
}

async function importAtOnce(over: Db, slug: string) {
  const edition = await addEdition(db, slug)
  const ctx = createContext(over, systemActor)
  const input = { editionId: edition.id, schedule, sourceKey: 'datei' }
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => importSchedule(ctx, input)))
  return { outcomes, releases: await listReleases(db, edition.id) }
}

test('three imports of one file at once are one import and two that find nothing new', async () => {
  const { outcomes, releases } = await importAtOnce(db, 'rennen')
  const added = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.counts.added : one.reason))
  expect(added.sort()).toEqual([0, 0, 50])
  expect(releases).toHaveLength(1)
})

test('without the lock on the edition they are not', async () => {
  const { outcomes } = await importAtOnce(withoutLocks(db, 3), 'rennen-ohne')
  const added = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.counts.added : 'failed'))
  expect(added.sort()).not.toEqual([0, 0, 50])
})
