import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../../test/programme.ts'
import { connect } from './rules.ts'
import type { ConnectionInput } from './schema.ts'

const session = someSession({
  id: 's',
  appearances: [
    someAppearance({ id: 'gone', state: 'replaced' }),
    someAppearance({ id: 'speaker' }),
    someAppearance({ id: 'far', mode: 'remote' }),
    someAppearance({ id: 'moderator', role: 'moderator' }),
  ],
})
const remote = (given: Partial<ConnectionInput>) => {
  const after = connect(session, { sessionId: 's', mode: 'remote', ...given })
  return after.appearances.filter((held) => held.mode === 'remote').map((held) => held.id)
}

describe('by video', () => {
  test.each<[string, Partial<ConnectionInput>, string[]]>([
    ['everybody who speaks', {}, ['speaker', 'far']],
    ['the one that is named, whatever their role', { appearanceId: 'moderator' }, ['far', 'moderator']],
    ['not who was replaced', { appearanceId: 'gone' }, ['far']],
    ['nobody where all are to come', { mode: 'on-site' }, []],
  ])('%s', (_, given, expected) => expect(remote(given)).toEqual(expected))

  test('leaves a session alone where it is so already', () => {
    expect(connect(session, { sessionId: 's', mode: 'remote', appearanceId: 'far' })).toBe(session)
    expect(connect(session, { sessionId: 's', mode: 'remote', appearanceId: 'none' })).toBe(session)
  })
})
