import { expect, test } from 'vitest'
import { containsWords, findLacks } from './rules.ts'

const complete = {
  type: 'talk',
  isPlenary: false,
  hasTracks: true,
  trackName: 'Verwaltung',
  roomName: 'Saal 1',
  startsAt: '2031-11-05T10:00',
  hasAbstract: true,
  speakers: 1,
  moderators: 0,
} as const

test.each<[object, string[]]>([
  [{}, []],
  [{ speakers: 0 }, ['speaker']],
  [{ hasAbstract: false, roomName: null }, ['abstract', 'room']],
  [{ startsAt: null, trackName: null }, ['track', 'time']],
  [{ isPlenary: true, trackName: null }, []],
  [{ hasTracks: false, trackName: null }, []],
  [{ type: 'panel' }, ['moderator']],
  [{ type: 'panel', moderators: 1 }, []],
  [{ type: 'break', speakers: 0, hasAbstract: false, trackName: null, roomName: null }, []],
  [{ type: 'networking', speakers: 0, startsAt: null, roomName: null }, ['time']],
  [{ type: 'opening', speakers: 0, hasAbstract: false, trackName: null, startsAt: null }, ['time']],
])('with %j lacks %j', (given, expected) => expect(findLacks({ ...complete, ...given })).toEqual(expected))

test.each([
  ['akte', true],
  ['AKTE öhm', true],
  ['ohm', true],
  ['akte berg', false],
  ['', true],
])('the words %j are there: %s', (text, expected) => {
  expect(containsWords(['E-Akte im Landkreis', 'Dr. Ida Öhm'], text)).toBe(expected)
})
