import { expect, test } from 'vitest'
import { StreamCount } from './stream-count.ts'

test('an account has no more than its share, and all together no more than there are', () => {
  const count = new StreamCount({ perAccount: 2, inAll: 3 })
  const first = count.add('ida')
  expect(count.isFull('ida')).toBeNull()
  count.add('ida')
  expect([count.isFull('ida'), count.isFull('ben'), count.of('ida')]).toEqual(['account', null, 2])
  count.add('ben')
  expect([count.isFull('ida'), count.isFull('ben'), count.isFull('cem')]).toEqual(['account', 'all', 'all'])
  first()
  first()
  expect([count.of('ida'), count.isFull('ida'), count.isFull('cem')]).toEqual([1, null, null])
})
