import { expect, test } from 'vitest'
import { madeUpCosplib } from './made-up.ts'
import { conflicts } from './people.ts'
import type { Submission } from './problem.ts'

type Roles = Partial<Pick<Submission, 'presenters' | 'attendees' | 'track'>>

function between(first: Roles, second: Roles, chairs: readonly (readonly string[])[] = [[], []]) {
  const made = madeUpCosplib(10, 1)
  const none = { presenters: [], attendees: [], track: 0 }
  const submissions = [first, second].map((roles) => ({ ...made.submissions[0]!, ...none, ...roles }))
  const tracks = chairs.map((own) => ({ ...made.tracks[0]!, chairs: own }))
  const [row, other] = conflicts({ ...made, submissions, tracks })
  expect(other!.map(({ presented, attended }) => [presented, attended])).toEqual(
    row!.map(({ presented, attended }) => [presented, attended]),
  )
  const [{ presented, attended }] = [...row!, { presented: false, attended: false }] as const
  return { presented, attended }
}

const ada = ['ada']
test.each([
  ['nothing in common', {}, {}, undefined, false, false],
  ['one presenter', { presenters: ada }, { presenters: ['bo', 'ada'] }, undefined, true, false],
  ['a presenter who chairs the other track', { presenters: ada }, { track: 1 }, [[], ada], true, false],
  ['a presenter who chairs the own track', { presenters: ada }, {}, [ada, []], false, false],
  ['one attendee', { attendees: ada }, { attendees: ada }, undefined, false, true],
  ['an attendee who presents', { attendees: ada }, { presenters: ada }, undefined, false, true],
  ['a presenter who wants to hear', { presenters: ada }, { attendees: ada }, undefined, false, true],
  ['an attendee who chairs the other track', { attendees: ada }, { track: 1 }, [[], ada], false, true],
  ['both', { presenters: ada, attendees: ['bo'] }, { presenters: ada, attendees: ['bo'] }, undefined, true, true],
] as const)('%s', (_, first, second, chairs, presented, attended) => {
  expect(between(first, second, chairs)).toEqual({ presented, attended })
})
