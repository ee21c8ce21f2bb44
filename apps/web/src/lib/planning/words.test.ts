import { expect, test } from 'vitest'
import { plannedSessions, planningInput, standingAt } from '../../../../../packages/core/test/planning.ts'
import { formatShare, planWords, tellDemand, tellFigures } from './words.ts'

const { programme } = planningInput(
  plannedSessions({
    alpha: { title: 'Alpha', by: ['ada'] },
    beta: { title: 'Beta' },
    delta: { title: 'Delta', at: '10:00 raum' },
    gamma: { title: 'Gamma', by: ['ada'], at: '10:00 saal' },
    all: { title: 'Alle', isPlenary: true, at: '10:00 saal' },
  }),
).board
const nowhere = { day: null, startsAt: null, durationMinutes: 45, roomId: null }
const [old, now] = ['09:00 saal', '10:00 raum'].map((place) => ({ ...standingAt(place), durationMinutes: 45 }))
const [de, en] = [planWords(programme, 'de', { beta: old! }), planWords(programme, 'en')]

test.each([
  [old!, '5. November, 9:00 Uhr, Saal', '5 November, 09:00, Saal'],
  [{ ...old!, roomId: null }, '5. November, 9:00 Uhr', '5 November, 09:00'],
  [nowhere, 'ohne Platz', 'without a place'],
])('a place is told', (place, german, english) => {
  expect([de.place(place), en.place(place)]).toEqual([german, english])
})

const fine = { broken: [], inTheWay: [], changes: {} }
test.each([
  ['it had none', nowhere, now!, null, [], ['Hatte noch keinen Platz.']],
  ['it has none any more', old!, nowhere, null, [], ['Findet keinen Platz mehr.']],
  [
    'a rule',
    old!,
    now!,
    { ...fine, broken: ['room-closed'] },
    [],
    ['Kann nicht bleiben: der Raum ist dann nicht verfügbar.'],
  ],
  [
    'another one',
    old!,
    now!,
    { ...fine, inTheWay: ['beta'] },
    ['beta'],
    ['Macht Platz für „Beta“.', 'Dafür muss weichen: „Beta“.'],
  ],
  [
    'somebody who is elsewhere',
    now!,
    old!,
    { ...fine, inTheWay: ['gamma'] },
    [],
    ['Zur selben Zeit in „Gamma“: ada-gamma.'],
  ],
  [
    'the way',
    { ...now!, startsAt: old!.startsAt },
    old!,
    { ...fine, inTheWay: ['gamma'] },
    [],
    ['Zu wenig Zeit für den Weg von oder zu „Gamma“: ada-gamma.'],
  ],
  ['what is for all', now!, old!, { ...fine, inTheWay: ['all'] }, [], ['Zu dieser Zeit ist „Alle“ für alle.']],
  ['an order', old!, now!, { ...fine, inTheWay: ['all'] }, [], ['Die Reihenfolge mit „Alle“ hielte dort nicht.']],
  ['a wish', old!, now!, { ...fine, changes: { seats: 8 } }, [], ['Besser so: mehr Menschen finden Platz.']],
  [
    'nothing of its own',
    old!,
    now!,
    { ...fine, changes: { seats: -8 } },
    [],
    ['Ergibt sich aus den übrigen Verschiebungen.'],
  ],
] as const)('a move is explained by %s', (_, from, to, why, needs, expected) => {
  expect(de.why({ sessionId: 'alpha', needs, why }, from, to)).toEqual(expected)
})

test('what keeps a session from a place is told by what it is', () => {
  const verdict = { broken: ['seats'], inTheWay: ['delta', 'gamma', 'gone'], changes: {} } as const
  expect(de.obstaclesAt('alpha', { ...now!, roomId: 'raum' }, verdict)).toEqual([
    'der Raum hat zu wenig Plätze',
    '„Delta“ ist im Weg',
    'zur selben Zeit in „Gamma“: ada-gamma',
  ])
  const besides = { broken: [], inTheWay: ['delta'], changes: {} } as const
  expect(de.obstaclesAt('all', { ...now!, roomId: 'saal' }, besides)).toEqual([
    'dann läuft „Delta“, und dieser Programmpunkt ist für alle',
  ])
})

test('what is not known any more is left out', () => {
  expect(de.obstacles({ broken: ['break'], inTheWay: ['gone', 'beta'] })).toEqual([
    'dann ist Pause',
    '„Beta“ ist im Weg',
  ])
})

const figures = {
  placed: 9,
  unplaced: 1,
  attendable: 0.94,
  peopleInTwoPlaces: 0,
  moved: 3,
  movedPublished: 1,
  warnings: { error: 0, warning: 1, hint: 1 },
}

test('a programme is told in figures that people understand', () => {
  expect(tellFigures(figures, 'de')).toBe(
    '94 % von dem, was gemerkt ist, lassen sich besuchen; 3 Programmpunkte verlegt; 0 Personen an zwei Orten; 2 Warnungen und Hinweise',
  )
  expect(tellFigures({ ...figures, attendable: null, moved: 1 }, 'en')).toBe(
    '1 session moved; 0 people in two places; 2 warnings and hints',
  )
})

test.each([
  [0, '0 %'],
  [0.999, '99 %'],
  [1, '100 %'],
])('a share of %d is %s', (share, expected) => expect(formatShare(share, 'de')).toBe(expected))

test('an estimate shows what it rests on', () => {
  const marked = { kind: 'marked', count: 30, factor: 1.5 } as const
  const earlier = { kind: 'earlier', edition: '2024', topicId: 't', count: 50, factor: 1.5 } as const
  const topic = () => 'E-Akte'
  expect(tellDemand({ expected: 45, bases: [marked, earlier] }, topic, 'de')).toBe(
    'geschätzt 45: 30 Merklisten × 1,5; 2024 merkten sich zu „E-Akte“ im Mittel 50',
  )
  expect(tellDemand({ expected: 80, bases: [{ kind: 'said', count: 80 }] }, topic, 'en')).toBe('80 as stated')
  expect(tellDemand({ expected: 80, bases: [{ kind: 'said', count: 80 }, marked] }, topic, 'de')).toBe(
    '80 laut Angabe: 30 Merklisten × 1,5',
  )
})
