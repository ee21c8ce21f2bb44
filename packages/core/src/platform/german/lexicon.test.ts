import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { indivisibleWords, simpleNouns } from './lexicon.ts'
import { isStopword } from './stopwords.ts'

test('the lists are folded and hold more than a thousand nouns', () => {
  expect(simpleNouns.size).toBeGreaterThan(1_000)
  for (const word of [...simpleNouns, ...indivisibleWords]) {
    expect(fold(word)).toBe(word)
    expect(word).toMatch(/^[a-z]{3,}$/)
  }
})

test.each(['der', 'und', 'für', 'wie', 'the', 'of'])('%s says nothing', (word) =>
  expect(isStopword(fold(word))).toBe(true),
)
test.each(['Verwaltung', 'Akte', 'KI', 'IT', 'neu', 'Können', 'Dürfen', 'Wollen'])('%s says something', (word) =>
  expect(isStopword(fold(word))).toBe(false),
)
