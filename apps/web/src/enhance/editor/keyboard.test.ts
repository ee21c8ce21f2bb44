import { usualPace } from '@fachtag/core/modules/programme/circumstances/rules'
import { wallMinutes } from '@fachtag/core/modules/programme/grid/rules'
import type { Move } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import { describe, expect, test } from 'vitest'
import { at, boardOf, day } from '../../../test/editor-board.ts'
import { columnsOf, layOutDay, minutesOf } from './grid/layout.ts'
import { onAnyKey, onSessionKey } from './keyboard.ts'
import type { Carry, Store } from './store.svelte.ts'
import { Places } from './words/places.ts'
import { textsIn } from './words/texts.ts'

const days = [
  { day, name: 'Mittwoch' },
  { day: '2031-11-06', name: 'Donnerstag' },
]

/** A store without a page and without a server: it keeps what it is asked to do and to say. */
function openStore({ mayEdit = true, locked = [] as string[] } = {}) {
  const board = boardOf([at('a', '09:00'), at('b', '10:00'), at('c', '09:00', { roomId: 'aula' })])
  const texts = textsIn('de')
  const done: Move[] = []
  const said: string[] = []
  const steps: string[] = []
  const store = {
    texts,
    mayEdit,
    board,
    day,
    zoom: 2,
    state: { days },
    layout: layOutDay(board, day, columnsOf(board, 'Ohne Raum'), usualPace),
    places: new Places(board, days.slice(0, 1), texts, 'de'),
    sessions: new Map(board.programme.sessions.map((session) => [session.id, session])),
    locked: new Set(locked),
    focus: { id: 'a', column: 0 },
    carry: null as Carry | null,
    swapping: null as string | null,
    dialog: null,
    do: (moves: readonly Move[]) => done.push(...moves) > 0,
    step: (kind: string) => steps.push(kind),
    say: (text: string) => said.push(text),
    select: (id: string) => Object.assign(store, { focus: { id, column: 0 } }),
    setZoom: (zoom: number) => Object.assign(store, { zoom }),
    consider: () => [],
    settle: () => {},
    tellWarnings: () => 'ohne Beanstandung',
    targetOf: (session: ProgrammeSession) => ({
      day,
      start: wallMinutes(session.startsAt!),
      minutes: minutesOf(session),
      roomId: session.roomId,
    }),
  }
  const given = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
  const press = (key: string, more: Partial<typeof given> = {}, id = store.focus.id) => {
    const event = { ...given, ...more, key }
    const own = store as unknown as Store
    return onSessionKey(own, id, event) || onAnyKey(own, event)
  }
  return { store, done, said, steps, press }
}

describe('on a session', () => {
  test('arrow keys lead to others, and say where the grid ends', () => {
    const { store, said, press } = openStore()
    press('ArrowDown')
    expect(store.focus.id).toBe('b')
    press('ArrowRight')
    expect(store.focus.id).toBe('c')
    press('ArrowRight')
    expect([store.focus.id, said]).toEqual(['c', ['Hier ist das Raster zu Ende.']])
    press('End')
    expect(store.focus.id).toBe('b')
    press('Home')
    expect(store.focus.id).toBe('a')
  })

  test('Enter takes up and puts down, and only then is anything moved', () => {
    const { store, done, said, press } = openStore()
    press('Enter')
    press('ArrowRight')
    press('ArrowDown')
    expect([done, said.at(-1)]).toEqual([[], 'aula, 9:05 Uhr, 9:05 bis 9:50 Uhr: ohne Beanstandung'])
    press('Enter')
    expect(done).toEqual([{ kind: 'place', sessionId: 'a', day, startsAt: `${day}T09:05`, roomId: 'aula' }])
    expect([store.carry, said.at(-1)]).toEqual([null, '„a“ abgelegt: aula, 9:05 Uhr.'])
  })

  test('what is carried is made longer, and taken to another day', () => {
    const { store, done, press } = openStore()
    press(' ')
    press('ArrowDown', { shiftKey: true })
    press('PageDown')
    expect(store.day).toBe('2031-11-06')
    press(' ')
    expect(done).toMatchObject([{ day: '2031-11-06', startsAt: '2031-11-06T09:00', durationMinutes: 50 }])
  })

  test('Escape moves nothing', () => {
    const { store, done, said, press } = openStore()
    press('Enter')
    press('ArrowDown')
    expect(press('Escape')).toBe(true)
    expect([store.carry, done, said.at(-1)]).toEqual([null, [], 'Abgebrochen. Nichts wurde verschoben.'])
    expect(press('Escape')).toBe(false)
  })

  test.each<[string, boolean, Move]>([
    ['p', false, { kind: 'park', sessionIds: ['a'] }],
    ['L', false, { kind: 'lock', sessionIds: ['a'] }],
    ['ArrowDown', true, { kind: 'resize', sessionId: 'a', durationMinutes: 50 }],
    ['ArrowUp', true, { kind: 'resize', sessionId: 'a', durationMinutes: 40 }],
  ])('%s (shift: %s) does %o', (key, shiftKey, move) => {
    const { done, press } = openStore()
    expect(press(key, { shiftKey })).toBe(true)
    expect(done).toEqual([move])
  })

  test('S and Enter swap two, S and the same again nothing', () => {
    const { done, said, press } = openStore()
    press('s')
    press('ArrowDown')
    press('Enter')
    expect([done, said.at(-1)]).toEqual([[{ kind: 'swap', sessionIds: ['a', 'b'] }], '„a“ und „b“ getauscht.'])
    press('s')
    press('Enter')
    expect(done).toHaveLength(1)
  })

  test('what is locked is not taken up, and unlocked by the same key', () => {
    const { store, done, said, press } = openStore({ locked: ['a'] })
    press('Enter')
    expect([store.carry, said]).toEqual([null, ['„a“ ist gesperrt und bleibt, wo es ist.']])
    press('l')
    expect(done).toEqual([{ kind: 'unlock', sessionIds: ['a'] }])
  })

  test('nothing is taken up by who may only look', () => {
    const { store, press } = openStore({ mayEdit: false })
    press('Enter')
    press('s')
    expect([store.carry, store.swapping]).toEqual([null, null])
  })
})

test.each([
  ['z', false, 'undo'],
  ['Z', true, 'redo'],
  ['y', false, 'redo'],
] as const)('Ctrl and %s (shift: %s) is %s', (key, shiftKey, step) => {
  for (const held of ['ctrlKey', 'metaKey']) {
    const { steps, press } = openStore()
    expect(press(key, { shiftKey, [held]: true })).toBe(true)
    expect(steps).toEqual([step])
  }
})

test('other keys with Ctrl are the browser’s, and letters without a meaning nobody’s', () => {
  const { done, press } = openStore()
  expect([press('p', { ctrlKey: true }), press('x'), press('Tab')]).toEqual([false, false, false])
  expect(done).toEqual([])
})

test('size and help are a key away', () => {
  const { store, press } = openStore()
  press('+')
  expect(store.zoom).toBe(3)
  press('-')
  press('?')
  expect([store.zoom, store.dialog]).toEqual([2, 'keys'])
})
