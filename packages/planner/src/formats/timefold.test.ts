import { expect, test } from 'vitest'
import { madeUpTimefold } from '../timefold/made-up.ts'
import { readTimefold } from './timefold.ts'

const problem = madeUpTimefold(4, 1)

test('a problem is read as it is, with the titles that stand in it', () => {
  const titled = { ...problem, talks: problem.talks.map((talk) => ({ ...talk, title: 'Files' })) }
  expect(readTimefold(structuredClone(titled))).toEqual(titled)
})

const [talk, ...talks] = problem.talks

test.each<[object, string]>([
  [{ talks: null }, 'field-no-list: field talks, found null'],
  [{ weights: undefined }, 'field-missing: field weights'],
  [{ weights: { 'Room conflict': 3 } }, 'field-no-text: field weights.Room conflict, found 3'],
  [{ talks: [...talks, { ...talk, slot: '3' }] }, 'field-no-number: field talks[3].slot, found "3"'],
  [{ talks: [{ ...talk, reqRoom: undefined }] }, 'field-missing: field talks[0].reqRoom'],
])('what is none is named: %j', (wrong, message) => {
  expect(() => readTimefold({ ...problem, ...wrong })).toThrow(message)
})
