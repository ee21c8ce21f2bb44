import { describe, expect, test } from 'vitest'
import { extended, extensionFor } from './extension.ts'
import { ProblemList } from './problems.ts'
import { roomFrom, sessionFrom, trackFrom } from './shape.ts'
import type { Schedule, ScheduleSession } from './types.ts'

const guid = '3f2c8e10-1111-4222-8333-444455556666'
const session: ScheduleSession = {
  reference: '1',
  guid,
  title: 'Die E-Akte',
  day: '2030-11-27',
  start: '2030-11-27T09:00',
  people: [],
  links: [],
  attachments: [],
}
const schedule: Schedule = { title: 'Mustertag', timeZone: 'Europe/Berlin', rooms: [], tracks: [], sessions: [session] }

const apply = (plain: Schedule, extension: unknown) => {
  const problems = new ProblemList()
  return { ...problems.result(extended(plain, extension, problems)) }
}

describe('extensionFor', () => {
  test('is empty where the standard part says everything', () => {
    expect(extensionFor(schedule, schedule)).toBeUndefined()
  })

  test('holds just the difference', () => {
    const full = {
      ...schedule,
      venue: 'Stadthalle',
      sessions: [
        { ...session, isPlenary: true },
        { ...session, reference: 'x', guid: undefined, start: undefined },
      ],
    }
    const extension = extensionFor(full, schedule)
    expect(extension).toMatchObject({
      head: { venue: 'Stadthalle' },
      sessions: { [guid]: { isPlenary: true } },
      unscheduled: [{ reference: 'x' }],
      order: ['1', 'x'],
    })
    expect(apply(schedule, JSON.parse(JSON.stringify(extension)))).toEqual({ schedule: full, problems: [] })
  })
})

describe('extended', () => {
  test('lets the standard part win where somebody edited it', () => {
    const extension = extensionFor({ ...schedule, sessions: [{ ...session, isPlenary: true }] }, schedule)
    const edited = { ...schedule, sessions: [{ ...session, title: 'Die neue E-Akte' }] }
    expect(apply(edited, extension).schedule?.sessions).toMatchObject([{ title: 'Die neue E-Akte', isPlenary: true }])
  })

  test('keeps a session that somebody added', () => {
    const extension = extensionFor({ ...schedule, sessions: [{ ...session, isPlenary: true }] }, schedule)
    const added = { ...schedule, sessions: [session, { ...session, reference: '2', guid: undefined }] }
    expect(apply(added, extension).schedule?.sessions).toHaveLength(2)
  })

  test.each([null, 5, 'x', [], {}, { sessions: 5, head: [], unscheduled: {}, order: 'x' }])(
    '%j changes nothing',
    (extension) => {
      expect(apply(schedule, extension)).toEqual({ schedule, problems: [] })
    },
  )

  test('refuses to give two sessions one reference', () => {
    const { schedule: result, problems } = apply(schedule, { unscheduled: [{ reference: '1', title: 'x' }] })
    expect(result).toBeNull()
    expect(problems).toMatchObject([{ code: 'session.reference_duplicate', field: 'extension[1]' }])
  })

  test('does not take a head that is none', () => {
    const wrong = {
      title: '',
      timeZone: 'Nirgendwo',
      url: 'javascript:x',
      firstDay: 'morgen',
      rooms: [5, { name: '' }],
      tracks: [{}],
    }
    expect(apply(schedule, { head: wrong }).schedule).toEqual(schedule)
  })
})

describe('parts from values of unknown origin', () => {
  test('have a name or are none', () => {
    const nothing = [undefined, null, 5, 'x', [], {}, { name: ' ' }]
    expect(nothing.flatMap(roomFrom)).toEqual([])
    expect(nothing.flatMap(trackFrom)).toEqual([])
    expect(nothing.flatMap(sessionFrom)).toEqual([])
    expect(sessionFrom({ reference: 'a' })).toEqual([])
  })

  test('keep what fits and lose what does not', () => {
    expect(roomFrom({ name: ' A\nB ', capacity: -1, slug: 5, other: 1 })).toEqual([{ name: 'A B', slug: '5' }])
    expect(trackFrom({ name: 'T', colour: 'red' })).toEqual([{ name: 'T' }])
    expect(trackFrom({ name: 'T', colour: '#AABBCC' })).toEqual([{ name: 'T', colour: '#aabbcc' }])
    const people = [
      { name: 'E', role: 'SPEAKER', mode: 'remote', function: ' F ' },
      { name: '' },
      { name: 'M', role: 'boss', mode: 1 },
    ]
    expect(
      sessionFrom({ ...session, people, links: [{ url: 'https://a.example' }, { url: 'x' }], doNotRecord: 'true' }),
    ).toMatchObject([
      {
        people: [
          { name: 'E', role: 'speaker', mode: 'remote', function: 'F' },
          { name: 'M', role: undefined, mode: undefined },
        ],
        links: [{ title: 'https://a.example/', url: 'https://a.example/' }],
        doNotRecord: true,
      },
    ])
  })
})
