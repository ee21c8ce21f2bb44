import { noCircumstances } from '@fachtag/core/modules/programme/circumstances/rules'
import type { Equipment } from '@fachtag/core/modules/programme/circumstances/types'
import type { WarningKind, WarningOf } from '@fachtag/core/modules/programme/warnings/types'
import { describe, expect, test } from 'vitest'
import { messages } from '#lib/messages/messages.ts'
import { someAppearance, someSession } from '../../../../../packages/core/test/programme.ts'
import { warningNames } from './names.ts'
import { wordWarning } from './words.ts'

const day = '2031-11-05'
const at = (time: string) => `${day}T${time}`
const session = (id: string, time: string, durationMinutes: number | null, roomId: string | null = 'saal') =>
  someSession({ id, title: `Titel ${id}`, day, startsAt: at(time), durationMinutes, roomId })
const room = (id: string, capacity: number | null) => ({ id, slug: id, name: `Raum ${id}`, capacity, position: 0 })
const programme = {
  timeZone: 'Europe/Berlin',
  tracks: [{ id: 'wege', slug: 'wege', name: 'Wege', colour: null, position: 0 }],
  rooms: [room('saal', 40), room('aula', 300), room('foyer', 60)],
  sessions: [
    { ...session('a', '09:00', 45), appearances: [someAppearance({ id: 'ida-a', personId: 'ida', name: 'Ida Berg' })] },
    session('b', '09:30', 90, 'aula'),
    session('c', '11:00', null),
    someSession({ id: 'd', title: 'Titel d' }),
  ],
}
const known = {
  ...noCircumstances,
  slots: [{ id: 'slt_1', roomId: 'saal', day, startsAt: at('09:00'), durationMinutes: 30 }],
  orderWishes: [{ id: 'orw_1', firstSessionId: 'b', thenSessionId: 'c', reason: 'B führt ein' }],
  roomEquipment: [{ roomId: 'aula', equipment: ['projector', 'remote'] as readonly Equipment[] }],
}
const names = warningNames(programme, known, new Map([['akte', { de: 'E-Akte' }]]), 'de')

type Case<K extends WarningKind> = Pick<WarningOf<K>, 'sessionIds' | 'facts'> & {
  readonly subject: string
  readonly de: string
  readonly en: string
}

const cases: { readonly [K in WarningKind]: Case<K> } = {
  'person-in-two-places': {
    sessionIds: ['a', 'b'],
    facts: { personId: 'ida', overlapMinutes: 15 },
    subject: 'Ida Berg',
    de: 'Ida Berg ist gleichzeitig für „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) und „Titel b“ (9:30 bis 11:00 Uhr, Raum aula) eingeplant. Beide überschneiden sich um 15 Minuten.',
    en: 'Ida Berg is planned for “Titel a” (09:00 to 09:45, Raum saal) and “Titel b” (09:30 to 11:00, Raum aula) at the same time. They overlap by 15 minutes.',
  },
  'room-taken-twice': {
    sessionIds: ['a', 'c'],
    facts: { roomId: 'saal', overlapMinutes: 1 },
    subject: 'Raum saal',
    de: 'Im Raum „Raum saal“ überschneiden sich „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) und „Titel c“ (11:00 Uhr, Raum saal) um mindestens 1 Minute.',
    en: 'In the room “Raum saal”, “Titel a” (09:00 to 09:45, Raum saal) and “Titel c” (11:00, Raum saal) overlap by at least 1 minute.',
  },
  'room-too-small': {
    sessionIds: ['a'],
    facts: { roomId: 'saal', capacity: 40, expectedCount: 55 },
    subject: 'Titel a',
    de: 'Zu „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) werden 55 Personen erwartet; der Raum „Raum saal“ hat 40 Plätze.',
    en: '55 people are expected at “Titel a” (09:00 to 09:45, Raum saal); the room “Raum saal” has 40 seats.',
  },
  'room-lacks-equipment': {
    sessionIds: ['d'],
    facts: { roomId: 'saal', missing: ['projector', 'sound'] },
    subject: 'Titel d',
    de: '„Titel d“ braucht: Projektor und Tonanlage. Beim Raum „Raum saal“ ist das nicht vermerkt.',
    en: '“Titel d” needs: projector and sound system. The room “Raum saal” is not noted to have it.',
  },
  'remote-without-equipment': {
    sessionIds: ['a'],
    facts: { roomId: 'saal', appearanceIds: ['ida-a'] },
    subject: 'Titel a',
    de: 'Ida Berg: per Video dabei bei „Titel a“ (9:00 bis 9:45 Uhr, Raum saal). Beim Raum „Raum saal“ ist keine Technik für Zuschaltungen vermerkt.',
    en: 'Ida Berg: by video at “Titel a” (09:00 to 09:45, Raum saal). The room “Raum saal” is not noted to have equipment for video links.',
  },
  'remote-not-ready': {
    sessionIds: ['a'],
    facts: { personId: 'ida', lacks: ['appointment', 'fallback'] },
    subject: 'Ida Berg',
    de: 'Ida Berg ist bei „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) per Video dabei. Dafür fehlt noch: ein Termin für den Verbindungstest und ein Ersatz, falls die Verbindung ausfällt.',
    en: 'Ida Berg takes part in “Titel a” (09:00 to 09:45, Raum saal) by video. Still missing: an appointment for the line check and a fallback if the line fails.',
  },
  'outside-availability': {
    sessionIds: ['a'],
    facts: { personId: 'ida', minutesOutside: 30, windows: [{ from: at('09:30'), until: '2031-11-06T12:00' }] },
    subject: 'Ida Berg',
    de: 'Ida Berg kann da sein: von 5. November, 9:30 Uhr bis 6. November, 12:00 Uhr. „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) liegt 30 Minuten außerhalb.',
    en: 'Ida Berg can be there: from 5 November, 09:30 until 6 November, 12:00. “Titel a” (09:00 to 09:45, Raum saal) is 30 minutes outside that.',
  },
  'no-time-to-change-rooms': {
    sessionIds: ['a', 'b'],
    facts: { personId: 'ida', gapMinutes: 1, neededMinutes: 5, fromRoomId: 'saal', toRoomId: 'aula' },
    subject: 'Ida Berg',
    de: 'Ida Berg hat zwischen „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) und „Titel b“ (9:30 bis 11:00 Uhr, Raum aula) nur 1 Minute. Für den Raumwechsel sind 5 Minuten vorgesehen.',
    en: 'Ida Berg has only 1 minute between “Titel a” (09:00 to 09:45, Raum saal) and “Titel b” (09:30 to 11:00, Raum aula). Changing rooms is meant to take 5 minutes.',
  },
  'track-changes-rooms': {
    sessionIds: ['a', 'b'],
    facts: { trackId: 'wege', day, roomIds: ['saal', 'aula'] },
    subject: 'Wege',
    de: 'Die Reihe „Wege“ ist am Mittwoch, 5. November 2031 in mehreren Räumen: „Raum saal“ und „Raum aula“. Wer ihr folgt, muss umziehen.',
    en: 'The track “Wege” is in several rooms on Wednesday, 5 November 2031: “Raum saal” and “Raum aula”. Whoever follows it has to move.',
  },
  'similar-topics-in-parallel': {
    sessionIds: ['a', 'b'],
    facts: { topicIds: ['akte'], overlapMinutes: 15 },
    subject: 'Titel a',
    de: '„Titel a“ (9:00 bis 9:45 Uhr, Raum saal) und „Titel b“ (9:30 bis 11:00 Uhr, Raum aula) behandeln beide „E-Akte“ und laufen 15 Minuten lang gleichzeitig.',
    en: '“Titel a” (09:00 to 09:45, Raum saal) and “Titel b” (09:30 to 11:00, Raum aula) are both about “E-Akte” and run at the same time for 15 minutes.',
  },
  'moderator-missing': {
    sessionIds: ['d'],
    facts: { type: 'panel' },
    subject: 'Titel d',
    de: '„Titel d“ ist ein Podium, und niemand leitet die Runde.',
    en: '“Titel d” is a panel, and nobody leads it.',
  },
  'person-without-break': {
    sessionIds: ['a', 'b'],
    facts: { personId: 'ida', day, from: at('09:00'), until: at('13:10'), minutes: 250, longestMinutes: 180 },
    subject: 'Ida Berg',
    de: 'Ida Berg ist am Mittwoch, 5. November 2031 von 9:00 bis 13:10 Uhr ohne Pause eingeplant, 4 Stunden 10 Minuten lang. Vorgesehen sind höchstens 3 Stunden.',
    en: 'On Wednesday, 5 November 2031, Ida Berg is planned from 09:00 to 13:10 without a break: 4 hours 10 minutes. The longest should be 3 hours.',
  },
  'track-without-break': {
    sessionIds: ['a', 'b'],
    facts: { trackId: 'wege', day, from: at('09:00'), until: at('10:01'), minutes: 61, longestMinutes: 60 },
    subject: 'Wege',
    de: 'Die Reihe „Wege“ hat am Mittwoch, 5. November 2031 von 9:00 bis 10:01 Uhr keine Pause, 1 Stunde 1 Minute lang. Vorgesehen sind höchstens 1 Stunde.',
    en: 'On Wednesday, 5 November 2031, the track “Wege” has no break from 09:00 to 10:01: 1 hour 1 minute. The longest should be 1 hour.',
  },
  'order-violated': {
    sessionIds: ['b', 'c'],
    facts: { wishId: 'orw_1', minutesTooEarly: 20 },
    subject: 'Titel b',
    de: '„Titel c“ (11:00 Uhr, Raum saal) soll erst nach „Titel b“ (9:30 bis 11:00 Uhr, Raum aula) kommen, beginnt aber 20 Minuten vor dessen Ende. Begründung des Wunsches: B führt ein',
    en: '“Titel c” (11:00, Raum saal) was asked to come after “Titel b” (09:30 to 11:00, Raum aula), but begins 20 minutes before that is over. Why it was asked for: B führt ein',
  },
  'outside-day': {
    sessionIds: ['a'],
    facts: { day, minutesEarly: 30, minutesLate: 1 },
    subject: 'Titel a',
    de: '„Titel a“ (9:00 bis 9:45 Uhr, Raum saal) beginnt 30 Minuten vor dem Beginn des Tages. „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) endet 1 Minute nach dem Ende des Tages.',
    en: '“Titel a” (09:00 to 09:45, Raum saal) begins 30 minutes before the day does. “Titel a” (09:00 to 09:45, Raum saal) ends 1 minute after the day does.',
  },
  'longer-than-slot': {
    sessionIds: ['a'],
    facts: { slotId: 'slt_1', minutesOver: 15 },
    subject: 'Titel a',
    de: '„Titel a“ (9:00 bis 9:45 Uhr, Raum saal) geht 15 Minuten über das Zeitfenster 9:00 bis 9:30 Uhr hinaus.',
    en: '“Titel a” (09:00 to 09:45, Raum saal) goes on for 15 minutes after the slot 09:00 to 09:30 has ended.',
  },
  'plenary-overlapped': {
    sessionIds: ['a', 'b'],
    facts: { overlapMinutes: 15 },
    subject: 'Titel a',
    de: '„Titel a“ (9:00 bis 9:45 Uhr, Raum saal) ist für alle gedacht; „Titel b“ (9:30 bis 11:00 Uhr, Raum aula) läuft 15 Minuten lang daneben.',
    en: '“Titel a” (09:00 to 09:45, Raum saal) is for everybody; “Titel b” (09:30 to 11:00, Raum aula) runs beside it for 15 minutes.',
  },
}

function warn<K extends WarningKind>(kind: K, about: Pick<WarningOf<K>, 'sessionIds' | 'facts'>) {
  return { kind, severity: 'warning', key: kind, ...about } as WarningOf<WarningKind> as never
}
const say = (kind: WarningKind, locale: 'de' | 'en', known = names, given: Partial<Case<WarningKind>> = {}) =>
  wordWarning(warn(kind, { ...cases[kind], ...given } as Case<WarningKind>), known, {
    locale,
    t: messages(locale).warnings,
  })

const kinds = Object.keys(cases) as WarningKind[]

test.each(kinds)('%s in both languages', (kind) => {
  const [german, english] = [say(kind, 'de'), say(kind, 'en')]
  expect(german.sentences.join(' ')).toBe(cases[kind].de)
  expect(english.sentences.join(' ')).toBe(cases[kind].en)
  expect([german.subject, english.subject]).toEqual([cases[kind].subject, cases[kind].subject])
  expect(german.sessions.map((one) => one.id)).toEqual(cases[kind].sessionIds)
  expect(german.title).not.toBe(english.title)
})

test('all seventeen kinds have words', () => {
  expect(kinds).toHaveLength(17)
  expect(new Set(kinds.map((kind) => say(kind, 'de').title)).size).toBe(17)
})

describe('where names are missing', () => {
  const nothing = warningNames(
    { timeZone: 'Europe/Berlin', tracks: [], rooms: [], sessions: [] },
    noCircumstances,
    new Map(),
    'de',
  )

  test.each(kinds)('%s says so, and no id shows', (kind) => {
    const said = (['de', 'en'] as const).map((locale) => say(kind, locale, nothing))
    const ids = /\b(ida|saal|aula|wege|akte|slt_1|orw_1|ida-a)\b|undefined|null|NaN/
    expect(said.filter((one) => ids.test([one.title, one.subject, ...one.sentences, ...one.help].join(' ')))).toEqual(
      [],
    )
    expect(said[0]!.sentences.join(' ')).toContain('(nicht mehr vorhanden)')
    expect(said[1]!.sentences.join(' ')).toContain('(no longer there)')
  })
})

test('who can be there at no time, and who has to leave at once', () => {
  const never = { facts: { personId: 'ida', minutesOutside: 45, windows: [] } }
  expect(say('outside-availability', 'de', names, never).sentences).toEqual([
    'Ida Berg kann zu keiner Zeit da sein, ist aber für „Titel a“ (9:00 bis 9:45 Uhr, Raum saal) eingeplant.',
  ])
  const none = { facts: { ...cases['no-time-to-change-rooms'].facts, gapMinutes: 0 } }
  expect(say('no-time-to-change-rooms', 'en', names, none).sentences[0]).toMatch(/straight to/)
})

test.each([
  ['room-too-small', {}, 'Genug Plätze haben: „Raum foyer“ und „Raum aula“.'],
  ['remote-without-equipment', {}, 'Vermerkt ist das bei: „Raum aula“.'],
  ['room-lacks-equipment', { facts: { roomId: 'saal', missing: ['projector'] } }, 'Vermerkt ist das bei: „Raum aula“.'],
] as const)('%s proposes rooms that would do', (kind, given, proposal) => {
  expect(say(kind, 'de', names, given as never).help.at(-1)).toBe(proposal)
})

test('nothing is proposed where no room would do', () => {
  expect(say('room-lacks-equipment', 'de').help).toHaveLength(1)
  const full = { facts: { roomId: 'saal', capacity: 40, expectedCount: 900 } }
  expect(say('room-too-small', 'en', names, full).help).toHaveLength(1)
})

test('over several days, times come with their day', () => {
  const later = { ...session('e', '09:00', 45), day: '2031-11-06' }
  const twoDays = warningNames({ ...programme, sessions: [...programme.sessions, later] }, known, new Map(), 'de')
  expect(say('plenary-overlapped', 'de', twoDays).sentences[0]).toMatch(
    /^„Titel a“ \(5\. November, 9:00 bis 9:45 Uhr, Raum saal\)/,
  )
})

test('one who is expected, and one seat', () => {
  const given = { facts: { roomId: 'saal', capacity: 1, expectedCount: 1 } }
  expect(say('room-too-small', 'de', names, given).sentences[0]).toMatch(/wird 1 Person erwartet; .* hat 1 Platz\.$/)
  expect(say('room-too-small', 'en', names, given).sentences[0]).toMatch(/^1 person is expected .* has 1 seat\.$/)
})
