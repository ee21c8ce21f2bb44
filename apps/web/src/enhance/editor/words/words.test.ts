import type { Doing, Edit } from '@fachtag/core/modules/programme/journal/types'
import { describe, expect, test } from 'vitest'
import { at, boardOf, day } from '../../../../test/editor-board.ts'
import type { Notice } from '../sync/types.ts'
import { tellCounts } from './counts.ts'
import { tellEdit, tellWhat } from './journal.ts'
import { tellNotice } from './notices.ts'
import { Places } from './places.ts'
import { textsIn } from './texts.ts'

const board = boardOf([at('a', '09:00', { title: 'Akte' }), at('b', '10:00', { title: 'Netz' })])
const oneDay = [{ day, name: 'Mittwoch, 5. November 2031' }]
const [de, en] = [textsIn('de'), textsIn('en')]
const german = new Places(board, oneDay, de, 'de')
const english = new Places(board, oneDay, en, 'en')

describe('a place', () => {
  test.each([
    [german, '9:15', 'saal, 9:15 Uhr', '9:15 bis 10:00 Uhr', 'ab 9:15 Uhr'],
    [english, '09:15', 'saal, 09:15', '09:15 to 10:00', 'from 09:15'],
  ])('is said in plain words %#', (places, clock, where, times, from) => {
    const startsAt = `${day}T09:15`
    expect(places.clock(startsAt)).toBe(clock)
    expect(places.where({ day, startsAt, roomId: 'saal' })).toBe(where)
    expect([places.times(startsAt, 45), places.times(startsAt, null)]).toEqual([times, from])
  })
  test('names the day where there are several, and what is not there any more', () => {
    const places = new Places(board, [...oneDay, { day: '2031-11-06', name: 'Donnerstag' }], de, 'de')
    expect(places.where({ day, startsAt: `${day}T09:00`, roomId: null })).toBe(
      'ohne Raum, Mittwoch, 5. November 2031, 9:00 Uhr',
    )
    expect([places.title('x'), places.room('x')]).toEqual(['ein Beitrag', 'ein Raum'])
  })
})

const doings: readonly (readonly [Doing, string, string])[] = [
  [
    { kind: 'place', sessionId: 'a', day, startsAt: `${day}T10:15`, roomId: 'aula' },
    '„Akte“ nach aula, 10:15 Uhr verschoben',
    'moved “Akte” to aula, 10:15',
  ],
  [{ kind: 'park', sessionIds: ['a'] }, '„Akte“ aus dem Raster genommen', 'took “Akte” off the grid'],
  [
    { kind: 'park', sessionIds: ['a', 'b', 'x'] },
    '„Akte“ aus dem Raster genommen und 2 weitere Änderungen gemacht',
    'took “Akte” off the grid and made 2 more changes',
  ],
  [{ kind: 'swap', sessionIds: ['a', 'b'] }, '„Akte“ und „Netz“ getauscht', 'swapped “Akte” and “Netz”'],
  [
    { kind: 'resize', sessionId: 'b', durationMinutes: 30 },
    '„Netz“ auf 30 Minuten gesetzt',
    'set “Netz” to 30 minutes',
  ],
  [{ kind: 'lock', sessionIds: ['a'] }, '„Akte“ gesperrt', 'locked “Akte”'],
  [{ kind: 'unlock', sessionIds: ['a'] }, '„Akte“ entsperrt', 'unlocked “Akte”'],
  [
    { kind: 'change-room', day, fromRoomId: 'saal', toRoomId: null },
    'Beiträge von saal nach ohne Raum verlegt',
    'moved sessions from saal to without a room',
  ],
  [
    { kind: 'shift', day, from: `${day}T09:00`, minutes: -15 },
    'Beiträge um 15 Minuten vorgezogen',
    'moved sessions forward by 15 minutes',
  ],
  [
    { kind: 'shift', day, from: `${day}T09:00`, minutes: 10 },
    'Beiträge um 10 Minuten verschoben',
    'moved sessions back by 10 minutes',
  ],
  [{ kind: 'copy-day', from: day, to: day, what: 'all' }, 'einen Tag kopiert', 'copied a day'],
  [
    { kind: 'lay-out', day, startsAt: `${day}T09:00`, roomIds: [], pattern: [{ kind: 'gap', minutes: 5 }] },
    'einen Tag in Zeitfenster eingeteilt',
    'laid a day out in slots',
  ],
  [{ kind: 'take-over', variant: 'B' }, 'die Variante „B“ übernommen', 'took over the variant “B”'],
  [{ kind: 'plan', task: 'all' }, 'einen Vorschlag der Planung übernommen', 'took over what the planner proposed'],
  [{ kind: 'restore', release: 3 }, 'den Programmstand 3 wiederhergestellt', 'restored release 3'],
  [{ kind: 'import', source: 'x' }, 'ein Programm importiert', 'imported a programme'],
  [{ kind: 'replace', sessionId: 'a' }, 'bei „Akte“ einen Ersatz eingesetzt', 'put in a replacement at “Akte”'],
  [{ kind: 'write', sessionId: 'a' }, '„Akte“ bearbeitet', 'edited “Akte”'],
  [{ kind: 'know', of: 'pace' }, 'Vorgaben für die Tage eingetragen', 'noted what the days should be like'],
]

test.each(doings)('what was done is said: %j', (doing, inGerman, inEnglish) => {
  expect(tellWhat({ moves: [doing] }, german, de)).toBe(inGerman)
  expect(tellWhat({ moves: [doing] }, english, en)).toBe(inEnglish)
})

const edit = (given: Partial<Edit>): Edit => ({
  id: 'ped_1',
  number: 1,
  kind: 'edit',
  ofId: null,
  accountId: 'acc_1',
  moves: [{ kind: 'lock', sessionIds: ['a'] }],
  changes: [],
  at: '2031-11-01T08:00:00.000Z',
  ...given,
})
const known = { me: 'acc_2', names: { acc_1: 'Ida K.' } }

test.each<[string, Partial<Edit>, string]>([
  ['somebody with a name', {}, 'Ida K. hat „Akte“ gesperrt'],
  ['whoever looks on', { accountId: 'acc_2' }, 'Sie haben „Akte“ gesperrt'],
  ['somebody without a name', { accountId: 'acc_3' }, 'Jemand hat „Akte“ gesperrt'],
  ['the machine', { accountId: null }, 'Jemand hat „Akte“ gesperrt'],
  ['an undo', { kind: 'undo' }, 'Ida K. hat zurückgenommen: „Akte“ gesperrt'],
  ['a redo', { kind: 'redo' }, 'Ida K. hat wiederholt: „Akte“ gesperrt'],
  [
    'two moves at once',
    {
      moves: [
        { kind: 'lock', sessionIds: ['a'] },
        { kind: 'lock', sessionIds: ['b'] },
      ],
    },
    'Ida K. hat „Akte“ gesperrt und 1 weitere Änderung gemacht',
  ],
])('an edit of %s is told', (_, given, told) => expect(tellEdit(edit(given), known, german, de)).toBe(told))

test.each<[Notice, string, boolean]>([
  [
    { kind: 'taken-back', why: 'outdated', ids: ['a', 'b'], wish: { kind: 'undo' } },
    'Nicht gespeichert: Inzwischen hat jemand anderes „Akte“, „Netz“ geändert. Sie sehen jetzt den neuen Stand.',
    true,
  ],
  [
    { kind: 'taken-back', why: 'locked', ids: ['a'], wish: { kind: 'undo' } },
    '„Akte“ ist gesperrt und bleibt, wo es ist.',
    true,
  ],
  [{ kind: 'taken-back', why: 'unknown', ids: ['x'], wish: { kind: 'undo' } }, de.editor.notice.unknown, true],
  [{ kind: 'taken-back', why: 'conflict', ids: [], wish: { kind: 'undo' } }, de.editor.notice.conflict, true],
  [{ kind: 'nothing-to-step', step: 'undo' }, 'Es gibt nichts mehr zurückzunehmen.', false],
  [{ kind: 'nothing-to-step', step: 'redo' }, 'Es gibt nichts zu wiederholen.', false],
  [
    { kind: 'stepped', edit: edit({ accountId: 'acc_2', kind: 'undo' }) },
    'Erledigt: Sie haben zurückgenommen: „Akte“ gesperrt',
    false,
  ],
  [
    { kind: 'others', edits: [edit({}), edit({ kind: 'undo' })] },
    'Ida K. hat „Akte“ gesperrt. Ida K. hat zurückgenommen: „Akte“ gesperrt',
    false,
  ],
  [{ kind: 'read-anew' }, de.editor.notice.readAnew, false],
])('a notice is told: %j', (notice, text, isBad) => {
  expect(tellNotice(notice, german, de, known)).toEqual({ text, isBad })
})

test.each([
  [[], 'ohne Beanstandung', 'nothing wrong'],
  [['hint'], '1 Hinweis', '1 hint'],
  [['hint', 'error', 'error'], '2 Fehler, 1 Hinweis', '2 errors, 1 hint'],
  [['warning', 'warning', 'hint', 'hint'], '2 Warnungen, 2 Hinweise', '2 warnings, 2 hints'],
] as const)('%j are counted', (severities, inGerman, inEnglish) => {
  const warnings = severities.map((severity) => ({ severity }))
  expect([tellCounts(warnings, de), tellCounts(warnings, en)]).toEqual([inGerman, inEnglish])
})
