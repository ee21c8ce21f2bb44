import { sentences } from '@fachtag/planner/cli/sentences'
import { expect, test } from 'vitest'
import { germanPlanSentences, tellPlan } from './plan-sentences.ts'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

test.each(Object.entries(sentences))('%s is said in German, too, with all that it tells', (code, english) => {
  expect(placeholders(germanPlanSentences[code as keyof typeof sentences])).toEqual(placeholders(english))
})

test('what the planner says is told in both languages', () => {
  expect(tellPlan({ code: 'session nowhere', params: { session: 's7', reasons: 'seats' } })).toEqual({
    de: 's7 hat keinen Platz: seats',
    en: 's7 has no place: seats',
  })
})

test('a share has the decimal sign of the language', () => {
  expect(tellPlan({ code: 'attendable', params: { percent: 97.5 } })).toEqual({
    de: '97,5 % von dem, was gemerkt ist, lassen sich besuchen',
    en: '97.5 % of bookmarks can be attended',
  })
})
