import { describe, expect, it } from 'vitest'
import { makeAppearance as appearance, makeCard as card, makeRoom, makeTrack } from '../../../../test/session-cards.ts'
import { toPrintedProgramme } from './rules.ts'

const head = { title: '5. Fachtag', motto: '', when: 'Leipzig', release: '3' }

const track = { ...makeTrack('a'), name: 'Reihe A' }
const room = { ...makeRoom('saal'), name: 'Großer Saal' }

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

  it('has nothing to say about the day where no session names one', () => {
    const printed = toPrintedProgramme(head, [card('a', { day: null })], 'de')
    expect(printed.days.map((day) => day.heading)).toEqual(['Programm'])
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
