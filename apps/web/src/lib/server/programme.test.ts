import { createContext } from '@fachtag/core/app/context'
import { publicActor, systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { readWanted } from '../programme/wanted.ts'
import { chooseDay, loadProgramme, loadSessions } from './programme.ts'

const { db } = await testDatabase()
const at = (instant: string) => ({ ctx: createContext(db, publicActor, fixedClock(instant)) })
const asker = at('2031-11-01T08:00:00Z')
const address = { series: 'reihe-tage', edition: 'tage' }

const edition = await addEdition(db, 'tage')
const a = await addTrackAndRoom(db, edition, 'a')
const b = await addTrackAndRoom(db, edition, 'b')
const on = (day: string, time: string) => ({ day, startsAt: `${day}T${time}`, durationMinutes: 45 })
await addSessions(db, edition, [
  { title: 'Eins A', ...a, ...on('2031-11-05', '10:00') },
  { title: 'Eins B', ...b, ...on('2031-11-05', '10:00'), language: 'en' },
  { title: 'Zwei A', ...a, ...on('2031-11-06', '09:00') },
  { title: 'Ohne Tag' },
])
await publishRelease(createContext(db, systemActor), { editionId: edition.id })
await addEdition(db, 'leer')

const refusal = { status: 404 }

describe('loadProgramme', () => {
  test('finds the edition with its programme, or without one', async () => {
    const { edition: found, overview } = await loadProgramme(asker, address)
    expect([found.slug, overview?.sessionCount]).toEqual(['tage', 4])
    expect((await loadProgramme(asker, { series: 'reihe-leer', edition: 'leer' })).overview).toBeNull()
  })

  test.each([[{ series: 'reihe-tage', edition: 'x' }], [{ series: 'x', edition: 'tage' }]])(
    'answers 404 for %o',
    async (wrong) => {
      await expect(loadProgramme(asker, wrong)).rejects.toMatchObject(refusal)
    },
  )
})

describe('chooseDay', async () => {
  const overview = (await loadProgramme(asker, address)).overview!
  test.each([
    [undefined, '2031-11-01', '2031-11-05'],
    [undefined, '2031-11-06', '2031-11-06'],
    [undefined, '2032-01-01', '2031-11-05'],
    ['2031-11-05', '2031-11-06', '2031-11-05'],
    ['ohne-tag', '2031-11-06', null],
  ])('%s on %s means %s', (named, today, expected) => {
    expect(chooseDay(overview, named, today)).toBe(expected)
  })

  test('a day of another time is no page, nor is the unknown day where every day is known', () => {
    expect(() => chooseDay(overview, '2031-11-07', '2031-11-07')).toThrow(expect.objectContaining(refusal))
    expect(() => chooseDay({ ...overview, withoutDay: 0 }, 'ohne-tag', '2031-11-05')).toThrow(
      expect.objectContaining(refusal),
    )
  })

  test('without any day the sessions of no day are shown', () => {
    expect(chooseDay({ ...overview, days: [] }, undefined, '2031-11-05')).toBeNull()
  })
})

describe('loadSessions', async () => {
  const overview = (await loadProgramme(asker, address)).overview!
  const titles = async (when: string, day: string | null, query: string) => {
    const sessions = await loadSessions(at(when), overview, day, readWanted(new URLSearchParams(query)))
    return sessions.map((session) => session.title).sort()
  }
  const early = '2031-11-01T08:00:00Z'
  test.each([
    ['a day', early, '2031-11-05', '', ['Eins A', 'Eins B']],
    ['no day', early, null, '', ['Ohne Tag']],
    ['a track', early, '2031-11-05', 'reihe=a', ['Eins A']],
    ['a language', early, '2031-11-05', 'sprache=en', ['Eins B']],
    ['a topic that does not exist', early, '2031-11-05', 'thema=x', []],
    ['now, long before', early, '2031-11-05', 'jetzt', []],
    ['now, in the zone of the edition', '2031-11-05T09:10:00Z', '2031-11-05', 'jetzt', ['Eins A', 'Eins B']],
    ['now, on another day than the one shown', '2031-11-06T08:10:00Z', '2031-11-05', 'jetzt', ['Zwei A']],
    ['now, in a room', '2031-11-05T09:10:00Z', '2031-11-05', 'jetzt&raum=b', ['Eins B']],
  ])('gives %s', async (_, when, day, query, expected) => {
    expect(await titles(when, day, query)).toEqual(expected)
  })
})
