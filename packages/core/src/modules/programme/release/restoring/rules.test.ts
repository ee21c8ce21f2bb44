import { expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../../test/programme.ts'
import type { Programme } from '../../types.ts'
import { toDraft } from './rules.ts'

const track = { id: 't', slug: 't', name: 'T', colour: null, position: 0 }
const of = (session: Parameters<typeof someSession>[0]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [track],
  rooms: [],
  sessions: [someSession(session)],
})
const restore = (session: Parameters<typeof someSession>[0]) =>
  toDraft(of(session), new Map([['s', 'heute']]), 'Europe/Brussels')

test('a session keeps the address that it has now, and the edition its time zone', () => {
  expect(restore({ id: 's', slug: 'damals', trackId: 't' })).toEqual({
    ...of({ id: 's', slug: 'heute', trackId: 't' }),
    timeZone: 'Europe/Brussels',
  })
})

test('a room that the release does not know is none', () => {
  expect(restore({ id: 's', roomId: 'r' }).sessions[0]?.roomId).toBeNull()
})

test('whoever is nobody any more is left out, and nobody stands in for them', () => {
  const erased = someAppearance({ id: 'a', personId: null, name: null, state: 'replaced' })
  const standIn = someAppearance({ id: 'b', replacesId: 'a' })
  const office = someAppearance({ id: 'c', personId: null, organisationName: 'Amt' })
  const [session] = restore({ id: 's', appearances: [erased, standIn, office] }).sessions
  expect(session?.appearances).toEqual([{ ...standIn, replacesId: null }, office])
})
