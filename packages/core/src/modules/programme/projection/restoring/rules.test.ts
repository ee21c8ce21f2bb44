import { expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../../test/programme.ts'
import { renewDirectory } from './rules.ts'

const held = someAppearance({
  id: 'a',
  personId: 'per_1',
  personSlug: 'ida',
  organisationId: 'org_1',
  organisationSlug: 'stadt',
})
const programme = {
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: [],
  sessions: [someSession({ id: 's', topicIds: ['top_1', 'top_2'], appearances: [held] })],
}
const nothing = { persons: new Map(), organisations: new Map(), topics: new Map() }

test('what is still there stays', () => expect(renewDirectory(programme, nothing)).toEqual(programme))

test('who was merged is who they are now, and who is no more is only a name', () => {
  const [session] = renewDirectory(programme, {
    persons: new Map([['per_1', { id: 'per_9', slug: 'ida-oehm' }]]),
    organisations: new Map([['org_1', null]]),
    topics: new Map([['top_1', { id: 'top_2', slug: 'cloud' }]]),
  }).sessions
  expect(session?.appearances).toEqual([
    { ...held, personId: 'per_9', personSlug: 'ida-oehm', organisationId: null, organisationSlug: null },
  ])
  expect(session?.topicIds).toEqual(['top_2'])
})

test('a topic that is no more is left out', () => {
  const topics = new Map([['top_1', null]])
  expect(renewDirectory(programme, { ...nothing, topics }).sessions[0]?.topicIds).toEqual(['top_2'])
})
