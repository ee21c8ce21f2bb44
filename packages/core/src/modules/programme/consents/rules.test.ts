import { describe, expect, test } from 'vitest'
import { consentWordings, currentWording, decideConsent, mayShowMaterial } from './rules.ts'
import { type ConsentState, consentKinds } from './types.ts'

describe('a decision', () => {
  test.each<[ConsentState | null, boolean, ConsentState | null]>([
    [null, true, 'given'],
    [null, false, 'refused'],
    ['given', true, null],
    ['given', false, 'revoked'],
    ['refused', true, 'given'],
    ['refused', false, null],
    ['revoked', true, 'given'],
    ['revoked', false, null],
  ])('after %s, yes: %s makes it %s', (former, isGiven, expected) => {
    expect(decideConsent(former, isGiven)).toBe(expected)
  })
})

describe('a material', () => {
  test.each<[string, boolean, boolean, boolean, boolean]>([
    ['nobody has agreed', false, false, false, false],
    ['all have agreed', false, false, true, true],
    ['the source has published it', true, false, false, true],
    ['the source has published it and somebody refuses', true, true, false, false],
    ['somebody refuses', false, true, false, false],
  ])('of which %s is shown', (_, isOnRecord, isRefused, isGiven, shown) => {
    expect(mayShowMaterial(isOnRecord, { isRefused, isGiven })).toBe(shown)
  })
})

test('every wording says every kind in both languages, and the current one is among them', () => {
  expect(Object.keys(consentWordings)).toContain(currentWording)
  for (const wording of Object.values(consentWordings)) {
    expect(Object.keys(wording).sort()).toEqual([...consentKinds].sort())
    for (const text of Object.values(wording)) expect(text.de && text.en).toBeTruthy()
  }
})
