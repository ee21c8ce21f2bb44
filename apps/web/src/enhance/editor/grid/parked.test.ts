import { expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../../../packages/core/test/programme.ts'
import { filterParked } from './parked.ts'
import { zoomIn } from './zoom.ts'

const sessions = [
  someSession({ id: 'c', title: 'Zentrale Akte', trackId: 't1', type: 'panel' }),
  someSession({ id: 'a', title: 'Ämter im Netz', appearances: [someAppearance({ id: 'x', name: 'Ida Kühn' })] }),
  someSession({ id: 'b', title: 'Akte', subtitle: 'ohne Papier', trackId: 't2' }),
]

test.each([
  ['nothing', {}, ['b', 'a', 'c']],
  ['a word of the title', { text: 'akte' }, ['b', 'c']],
  ['words of the title and below it', { text: ' papier  AKTE ' }, ['b']],
  ['a name', { text: 'kühn' }, ['a']],
  ['a kind', { type: 'panel' }, ['c']],
  ['a track', { track: 't2' }, ['b']],
  ['no track', { track: '-' }, ['a']],
  ['what is not there', { text: 'akte', type: 'talk', track: 't1' }, []],
])('asked for %s', (_, filter, ids) => {
  expect(filterParked(sessions, { text: '', type: '', track: '', ...filter }).map(({ id }) => id)).toEqual(ids)
})

test.each([
  [null, 2],
  ['0', 0],
  ['4', 4],
  ['5', 2],
  ['-1', 2],
  ['1.5', 2],
  ['groß', 2],
])('the size that was kept as %s is %d', (kept, step) => expect(zoomIn(kept)).toBe(step))
