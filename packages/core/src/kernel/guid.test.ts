import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guidToId, idToGuid } from './guid.ts'
import { newId } from './ids.ts'

test('an id and its UUID are each other', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 48 - 1 }), (now) => {
      const id = newId('session', now)
      expect(guidToId('session', idToGuid(id))).toBe(id)
    }),
  )
  fc.assert(
    fc.property(fc.uuid(), (guid) => {
      expect(idToGuid(guidToId('person', guid) ?? '')).toBe(guid)
    }),
  )
})

test.each(['', 'abc', 'ses_01k9x3', '00000000-0000-0000-0000-00000000000g'])('%s is no UUID', (text) => {
  expect(guidToId('session', text)).toBeNull()
})
