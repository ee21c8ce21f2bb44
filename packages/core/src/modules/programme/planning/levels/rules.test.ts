import { softConstraints } from '@fachtag/planner/conference/constraints/all'
import { expect, test } from 'vitest'
import { usualLevels, weightsOf, wishBehind } from './rules.ts'
import { levelNames, wishNames } from './types.ts'

test('every constraint of the planner has a weight that organisers choose, or none', () => {
  const weights = weightsOf(usualLevels)
  for (const { name } of softConstraints) {
    expect(Number.isInteger(weights[name])).toBe(true)
    if (wishBehind(name) === null) expect(weights[name]).toBe(0)
  }
  expect(Object.keys(weights)).toHaveLength(softConstraints.length)
})

test.each(wishNames)('%s counts nothing, something or more', (wish) => {
  const [name] = softConstraints.flatMap((one) => (wishBehind(one.name) === wish ? one.name : []))
  const [off, normal, important] = levelNames.map((level) => weightsOf({ ...usualLevels, [wish]: level })[name!]!)
  expect([off, normal! > 0, important! > normal!]).toEqual([0, true, true])
})
