import { describe, expect, test } from 'vitest'
import { filterContributors, lacksOfContributor } from './rules.ts'
import type { Contributor, ContributorFilter, ContributorLack } from './types.ts'

const held = { id: 'ses_1', title: 'Alpha', role: 'speaker', mode: 'on-site' } as const

/** Somebody of whom everything is known, with what `given` says else. */
function someone(personId: string, given: Partial<Contributor> = {}): Contributor {
  const known = {
    personId,
    name: personId,
    sessions: [held],
    isRemote: false,
    isOnSite: true,
    presence: 'always',
    arrivesOn: '2031-11-05',
    arrivesAt: null,
    travel: null,
    needs: [],
    needsNote: null,
    hasMail: true,
    hasPhone: false,
    openConsents: 0,
    readiness: null,
    readinessLacks: [],
    answeredAt: '2031-10-01T10:00:00Z',
    ...given,
  } as const
  return { ...known, lacks: lacksOfContributor(known) }
}
const onlyRemote = { isRemote: true, isOnSite: false } as const

test.each<[string, Partial<Contributor>, readonly ContributorLack[]]>([
  ['of whom everything is known', {}, []],
  ['whom nobody asked', { presence: 'unknown' }, ['presence']],
  ['of whom nobody knows how they come', { arrivesOn: null }, ['arrival']],
  ['who only say how they come', { arrivesOn: null, travel: 'local' }, []],
  ['who cannot come at all', { arrivesOn: null, presence: 'never' }, []],
  ['who take part by video, and do not come', { ...onlyRemote, arrivesOn: null, readiness: 'ready' }, []],
  ['whose line was not tried out', { ...onlyRemote, readiness: 'nearly' }, ['readiness']],
  ['who cannot be written to', { hasMail: false, hasPhone: true }, ['contact']],
  ['who have not said what may be published', { openConsents: 1 }, ['consents']],
])('those %s', (_, given, lacks) => expect(someone('ida', given).lacks).toEqual(lacks))

describe('of the list', () => {
  const moderator = { ...held, id: 'ses_2', role: 'moderator' } as const
  const ida = someone('ida')
  const bo = someone('bo', { sessions: [held, moderator], presence: 'unknown', hasMail: false, answeredAt: null })
  const sun = someone('sun', { ...onlyRemote, readiness: 'not-ready', answeredAt: null })
  const all = [ida, bo, sun]

  test.each<[ContributorFilter, readonly string[]]>([
    [{}, ['ida', 'bo', 'sun']],
    [{ role: 'moderator' }, ['bo']],
    [{ role: 'host' }, []],
    [{ mode: 'remote' }, ['sun']],
    [{ mode: 'on-site' }, ['ida', 'bo']],
    [{ lack: 'any' }, ['bo', 'sun']],
    [{ lack: 'contact' }, ['bo']],
    [{ lack: 'readiness', mode: 'on-site' }, []],
  ])('%j leaves %j', (filter, ids) => {
    expect(filterContributors(all, filter).contributors.map((one) => one.personId)).toEqual(ids)
  })

  test('all are counted, whatever is left', () => {
    const { total, unanswered, lacking } = filterContributors(all, { role: 'host' })
    expect([total, unanswered]).toEqual([3, 2])
    expect(lacking).toEqual({ any: 2, presence: 1, arrival: 0, contact: 1, consents: 0, readiness: 1 })
  })
})
