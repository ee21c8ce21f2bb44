import { landKeys } from '@fachtag/core/modules/people/register/rules'
import { expect, test } from 'vitest'
import { landTiles, nameOfLand } from './lands.ts'

test('every Land has one square of its own', () => {
  expect(landTiles.map((tile) => tile.land).sort()).toEqual([...landKeys])
  expect(new Set(landTiles.map(({ column, row }) => `${column},${row}`)).size).toBe(16)
  expect(new Set(landTiles.map((tile) => tile.short)).size).toBe(16)
})

test.each([
  ['14', 'Sachsen', 'Saxony'],
  ['12', 'Brandenburg', 'Brandenburg'],
  ['13', 'Mecklenburg-Vorpommern', 'Mecklenburg-Western Pomerania'],
])('%s is %s and %s', (land, german, english) => {
  expect([nameOfLand(land, 'de'), nameOfLand(land, 'en')]).toEqual([german, english])
})
