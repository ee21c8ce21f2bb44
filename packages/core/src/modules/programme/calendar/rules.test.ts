import { describe, expect, it } from 'vitest'
import { makeAppearance, makeCard, makeRoom, makeTimedCard, makeTrack } from '../../../../test/session-cards.ts'
import type { SessionCard } from '../sessions/types.ts'
import { toCalendarEvents } from './rules.ts'

const frame = {
  stamp: '2031-10-01T08:00:00Z',
  addressOf: (slug: string) => `https://example.org/${slug}`,
  venue: 'Leipzig',
}
const events = (...cards: SessionCard[]) =>
  toCalendarEvents(
    cards.map((session) => ({ session, sequence: 2, changedAt: null })),
    frame,
  )

describe('toCalendarEvents', () => {
  it('tells all that is known of a session', () => {
    const card = makeTimedCard('e-akte', '10:00', '10:45', {
      title: 'E-Akte',
      room: makeRoom('1'),
      track: makeTrack('a'),
      appearances: [makeAppearance('A. Muster', { function: 'CIO', organisationName: 'Stadt B' })],
    })
    expect(events(card)).toEqual([
      {
        uid: 'ses_e-akte@fachtag',
        sequence: 2,
        stamp: frame.stamp,
        modified: undefined,
        start: '2031-11-05T10:00',
        durationMinutes: 45,
        summary: 'E-Akte',
        description: 'A. Muster, CIO, Stadt B',
        location: 'Saal 1, Leipzig',
        url: 'https://example.org/e-akte',
        categories: ['Reihe a'],
        isCancelled: false,
      },
    ])
  })

  it.each([
    [
      'the whole day where the time is unknown',
      makeCard('x'),
      { start: '2031-11-05', durationMinutes: undefined, location: 'Leipzig' },
    ],
    [
      'only a start where the duration is unknown',
      makeCard('x', { startsAt: '2031-11-05T10:00' }),
      { start: '2031-11-05T10:00', durationMinutes: undefined },
    ],
    ['a cancelled session as cancelled', makeCard('x', { state: 'cancelled' }), { isCancelled: true }],
    [
      'who comes, not who was replaced',
      makeCard('x', {
        appearances: [makeAppearance('A', { state: 'replaced' }), makeAppearance('B', { replacesId: 'app_A' })],
      }),
      { description: 'B' },
    ],
  ])('gives %s', (_, card, expected) => {
    expect(events(card)[0]).toMatchObject(expected)
  })

  it('leaves out what has no day', () => {
    expect(events(makeCard('x', { day: null }))).toEqual([])
  })
})
