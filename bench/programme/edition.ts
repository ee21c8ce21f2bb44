import { existsSync, readFileSync } from 'node:fs'
import { createContext } from '../../packages/core/src/app/context.ts'
import { systemActor } from '../../packages/core/src/kernel/actor.ts'
import type { EditionScope } from '../../packages/core/src/kernel/scope.ts'
import { scopeOfEdition } from '../../packages/core/src/modules/editions/scope/queries.ts'
import { noCircumstances } from '../../packages/core/src/modules/programme/circumstances/rules.ts'
import {
  type Circumstances,
  type Equipment,
  equipmentKinds,
} from '../../packages/core/src/modules/programme/circumstances/types.ts'
import { readDraft } from '../../packages/core/src/modules/programme/draft/queries.ts'
import { importNewEdition } from '../../packages/core/src/modules/programme/import/edition/commands.ts'
import type { Programme } from '../../packages/core/src/modules/programme/types.ts'
import type { Db } from '../../packages/core/src/platform/database/tables.ts'
import { makeLargeEdition } from '../../packages/core/test/large-edition.ts'
import { readSchedule } from '../../packages/formats/src/schedule/reader.ts'
import type { Schedule } from '../../packages/formats/src/schedule/types.ts'

const shared = process.env.FACHTAG_SHARED ?? new URL('../../../shared', import.meta.url).pathname

/** Numbers in [0, 1) that are the same in every run: a multiplicative congruential generator. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

async function readLarge(): Promise<{ name: string; schedule: Schedule }> {
  const real = `${shared}/data/schedules/fosdem2026-history/20260202T1201-93b66cf.xml`
  if (!existsSync(real)) return { name: 'a made-up edition', schedule: makeLargeEdition() }
  const { schedule } = await readSchedule(readFileSync(real))
  if (!schedule) throw new Error(`${real} cannot be read`)
  return { name: 'FOSDEM 2026', schedule }
}

/** Brings a very large edition into the draft of an edition of its own, and publishes nothing. */
export async function loadEdition(db: Db): Promise<{ name: string; scope: EditionScope; programme: Programme }> {
  const { name, schedule } = await readLarge()
  const ctx = createContext(db, systemActor)
  const input = { schedule, series: 'gross', edition: 'gross', sourceKey: 'gross', publish: false }
  const { edition } = await importNewEdition(ctx, input)
  return { name, scope: await scopeOfEdition(db, edition.id), programme: await readDraft(db, edition.id) }
}

/** `programme` with two of eighty made-up topics for each session: it has many tracks and no topics of its own. */
export function withTopics(programme: Programme): Programme {
  const random = createRandom(7)
  const topic = () => `top_${Math.floor(random() * 80)}`
  const sessions = programme.sessions.map((session) => ({ ...session, topicIds: [...new Set([topic(), topic()])] }))
  return { ...programme, sessions }
}

/** Made-up knowledge about most of what can be known: half of the people, every room, every session, 100 wishes. */
export function makeCircumstances(programme: Programme): Circumstances {
  const random = createRandom(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const some = (): Equipment[] => equipmentKinds.filter(() => random() < 0.5)
  const days = [...new Set(programme.sessions.flatMap((session) => session.day ?? []))].sort()
  const held = programme.sessions.flatMap((session) => session.appearances.flatMap((one) => one.personId ?? []))
  const ids = programme.sessions.map((session) => session.id)
  return {
    ...noCircumstances,
    pace: { ...noCircumstances.pace, dayBegins: '09:30', dayEnds: '18:00' },
    availabilities: [...new Set(held)]
      .filter(() => random() < 0.5)
      .map((personId) => ({
        personId,
        windows: days.map((day) => ({ from: `${day}T${random() < 0.9 ? '08' : '13'}:00`, until: `${day}T19:00` })),
      })),
    roomEquipment: programme.rooms.map((room) => ({ roomId: room.id, equipment: some() })),
    sessionNeeds: ids.map((sessionId) => ({
      sessionId,
      expectedCount: 20 + Math.floor(random() * 200),
      equipment: some().slice(0, 1),
    })),
    orderWishes: Array.from({ length: 100 }, (_, n) => ({
      id: `wsh_${n}`,
      firstSessionId: pick(ids.slice(0, 500)),
      thenSessionId: pick(ids.slice(500)),
      reason: null,
    })),
  }
}
