import { describe, expect, it } from 'vitest'
import type { SessionCard } from '../sessions/types.ts'
import type { ProgrammeAppearance } from '../types.ts'
import { toPrintedProgramme } from './rules.ts'

const head = { title: '5. Fachtag', motto: '', when: 'Leipzig', release: '3' }

function card(slug: string, given: Partial<SessionCard> = {}): SessionCard {
  return {
    id: `ses_${slug}`,
    slug,
    type: 'talk',
    state: 'planned',
    title: slug,
    titleIsGiven: true,
    subtitle: null,
    language: 'de',
    track: null,
    room: null,
    isPlenary: false,
    day: '2031-11-05',
    startsAt: null,
    endsAt: null,
    durationMinutes: null,
    position: 0,
    topicIds: [],
    appearances: [],
    ...given,
  }
}

function appearance(name: string, given: Partial<ProgrammeAppearance> = {}): ProgrammeAppearance {
  return {
    id: `app_${name}`,
    personId: null,
    personSlug: null,
    name,
    role: 'speaker',
    mode: 'on-site',
    state: 'planned',
    replacesId: null,
    function: null,
    organisationId: null,
    organisationSlug: null,
    organisationName: null,
    note: null,
    ...given,
  }
}

const track = { id: 'trk_1', slug: 'a', name: 'Reihe A', colour: null }
const room = { id: 'roo_1', slug: 'saal', name: 'Großer Saal', capacity: 200 }

describe('toPrintedProgramme', () => {
  it('groups a timed day by starting time', () => {
    const printed = toPrintedProgramme(
      head,
      [
        card('b', { startsAt: '2031-11-05T10:30', durationMinutes: 45, track, room }),
        card('a', { startsAt: '2031-11-05T09:00' }),
      ],
      'de',
    )
    expect(printed.release).toBe('Programmstand 3')
    expect(printed.days).toEqual([
      {
        heading: 'Mittwoch, 5. November 2031',
        notice: '',
        groups: [
          {
            heading: '09:00 Uhr',
            sessions: [{ title: 'a', titleIsGiven: true, details: 'Vortrag', people: [], mark: '' }],
          },
          {
            heading: '10:30 Uhr',
            sessions: [
              {
                title: 'b',
                titleIsGiven: true,
                details: 'Vortrag · Reihe A · Großer Saal · 45 Minuten',
                people: [],
                mark: '',
              },
            ],
          },
        ],
      },
    ])
  })

  it('groups a day without times by track, and says once that times are unknown', () => {
    const printed = toPrintedProgramme(head, [card('plenum'), card('a', { track }), card('b', { track })], 'de')
    expect(printed.days[0]!.notice).toBe('Uhrzeit nicht überliefert')
    expect(printed.days[0]!.groups.map((group) => [group.heading, group.sessions.length])).toEqual([
      ['Gemeinsam', 1],
      ['Reihe A', 2],
    ])
  })

  it('says it at the group where only some times are unknown', () => {
    const printed = toPrintedProgramme(head, [card('a', { startsAt: '2031-11-05T09:00' }), card('b', { track })], 'en')
    expect(printed.days[0]!.notice).toBe('')
    expect(printed.days[0]!.groups.map((group) => group.heading)).toEqual(['09:00', 'Reihe A: Time not on record'])
  })

  it('puts days in order, the unknown one last', () => {
    const printed = toPrintedProgramme(
      head,
      [card('c', { day: null }), card('b', { day: '2031-11-06' }), card('a')],
      'en',
    )
    expect(printed.days.map((day) => day.heading)).toEqual([
      'Wednesday, 5 November 2031',
      'Thursday, 6 November 2031',
      'Day not on record',
    ])
  })

  it.each([
    [
      'function and organisation',
      [appearance('A', { function: 'Leiterin', organisationName: 'Stadt B' })],
      ['A, Leiterin, Stadt B'],
    ],
    [
      'roles',
      [appearance('A', { role: 'moderator' }), appearance('B', { role: 'host' })],
      ['Moderation: A', 'Begrüßung: B'],
    ],
    [
      'a stand-in by video',
      [appearance('A', { state: 'replaced' }), appearance('B', { replacesId: 'app_A', mode: 'remote' })],
      ['B (für A, per Video zugeschaltet)'],
    ],
    ['who could not come', [appearance('A', { state: 'cancelled' })], ['A (verhindert)']],
  ])('names people with %s', (_, appearances, expected) => {
    const printed = toPrintedProgramme(head, [card('x', { appearances })], 'de')
    expect(printed.days[0]!.groups[0]!.sessions[0]!.people).toEqual(expected)
  })

  it('marks what is cancelled and explains descriptive titles', () => {
    const printed = toPrintedProgramme(head, [card('x', { state: 'cancelled', titleIsGiven: false })], 'de')
    expect(printed.days[0]!.groups[0]!.sessions[0]!.mark).toBe('Entfällt')
    expect(printed.footnote).toContain('Kursive Titel')
    expect(toPrintedProgramme(head, [card('x')], 'de').footnote).toBe('')
  })

  it('takes two columns for a large programme', () => {
    const many = Array.from({ length: 61 }, (_, n) => card(`s${n}`))
    expect([
      toPrintedProgramme(head, many, 'de').columns,
      toPrintedProgramme(head, many.slice(1), 'de').columns,
    ]).toEqual([2, 1])
  })
})
