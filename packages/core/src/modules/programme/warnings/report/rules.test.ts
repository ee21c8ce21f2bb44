import { expect, test } from 'vitest'
import { someSession } from '../../../../../test/programme.ts'
import type { Warning } from '../types.ts'
import { selectWarnings } from './rules.ts'
import type { WarningFilter } from './types.ts'

const judge = (kind: Warning['kind'], severity: Warning['severity'], ...sessionIds: string[]) => ({
  warning: { kind, severity, key: `${kind} ${sessionIds.join(' ')}`, sessionIds, facts: {} } as unknown as Warning,
})
const all = [
  judge('track-changes-rooms', 'hint', 'a', 'b'),
  judge('moderator-missing', 'warning', 'c'),
  judge('room-taken-twice', 'error', 'a', 'c'),
  judge('room-taken-twice', 'error', 'b', 'd'),
]
const sessions = [
  someSession({ id: 'a', trackId: 'red' }),
  someSession({ id: 'b', trackId: 'blue' }),
  someSession({ id: 'c' }),
  someSession({ id: 'd' }),
]

test.each<[string, WarningFilter, readonly number[]]>([
  ['nothing asked for: all, the gravest first, otherwise as they come', {}, [2, 3, 1, 0]],
  ['one severity', { severity: 'warning' }, [1]],
  ['one kind', { kind: 'room-taken-twice' }, [2, 3]],
  ['a track, wherever one of its sessions is concerned', { trackId: 'red' }, [2, 0]],
  ['a track that no session has', { trackId: 'green' }, []],
  ['everything together', { severity: 'error', kind: 'room-taken-twice', trackId: 'blue' }, [3]],
])('%s', (_, filter, expected) => {
  expect(selectWarnings(all, sessions, filter)).toEqual(expected.map((index) => all[index]))
})
