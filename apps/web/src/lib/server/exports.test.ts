import { createContext } from '@fachtag/core/app/context'
import { publicActor, systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import { readSchedule } from '@fachtag/formats/schedule/reader'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { answerCalendar } from './calendar.ts'
import { answerExport } from './exports.ts'

const { db } = await testDatabase()
const ctx = createContext(db, publicActor, fixedClock('2031-11-01T08:00:00Z'))
const ask = (edition: string) => ({
  locals: { ctx, locale: 'de' as const, cacheable: true } as App.Locals,
  url: new URL('https://example.org/x'),
  params: { series: `reihe-${edition}`, edition },
})

const edition = await addEdition(db, 'ausgabe')
const a = await addTrackAndRoom(db, edition, 'a')
await addSessions(db, edition, [
  { title: 'E-Akte', slug: 'e-akte', ...a, day: '2031-11-05', startsAt: '2031-11-05T10:00', durationMinutes: 45 },
  { title: 'Ohne Zeit', day: '2031-11-05' },
])
await publishRelease(createContext(db, systemActor), { editionId: edition.id })
await addEdition(db, 'unveroeffentlicht')
const draft = await addEdition(db, 'entwurf')
await addSessions(db, draft, [{ title: 'Geheim' }])
await publishRelease(createContext(db, systemActor), { editionId: draft.id })
await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', draft.id).execute()

const formats = ['json', 'xml', 'csv', 'xlsx', 'pdf', 'ics'] as const

describe('answerExport', () => {
  test.each([
    ['json', 'application/json'],
    ['xml', 'application/xml'],
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pdf', 'application/pdf'],
    ['ics', 'text/calendar; charset=utf-8'],
  ])('gives %s as a file of its kind', async (format, type) => {
    const answer = await answerExport(ask('ausgabe'), format)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="reihe-ausgabe-ausgabe(-programm)?\\.${format}"$`),
    )
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(200)
  })

  test.each(['json', 'xml', 'csv', 'xlsx'])('what it gives as %s can be read in again', async (format) => {
    const answer = await answerExport(ask('ausgabe'), format)
    const read = await readSchedule(new Uint8Array(await answer.arrayBuffer()), {
      name: `programm.${format}`,
      timeZone: 'Europe/Berlin',
    })
    expect(read.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect(read.schedule?.sessions.map((session) => session.title).sort()).toEqual(['E-Akte', 'Ohne Zeit'])
  })

  test.each(formats)('has no %s of what is not public', async (format) => {
    for (const hidden of ['unveroeffentlicht', 'entwurf', 'gibt-es-nicht']) {
      await expect((async () => answerExport(ask(hidden), format))()).rejects.toMatchObject({ status: 404 })
    }
  })
})

describe('answerCalendar', () => {
  test('names the page of each session by its absolute address', async () => {
    const text = await (await answerCalendar(ask('ausgabe'), { slugs: ['e-akte'] })).text()
    expect(text.replaceAll('\r\n ', '')).toContain(
      'URL:https://example.org/reihe-ausgabe/ausgabe/programm/beitrag/e-akte',
    )
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  test.each([[{ slugs: ['x'] }], [{ slugs: [] }], [{ track: 'x' }]])('has nothing for %o', async (choice) => {
    await expect(answerCalendar(ask('ausgabe'), choice)).rejects.toMatchObject({ status: 404 })
  })
})
