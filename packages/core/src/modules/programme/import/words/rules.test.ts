import { describe, expect, test } from 'vitest'
import { sessionTypes } from '../../types.ts'
import { isPlenaryWord, sessionTypeOf, splitCancelledMark } from './rules.ts'

describe('sessionTypeOf', () => {
  test.each(sessionTypes)('our own word %s stays', (type) => expect(sessionTypeOf(type)).toBe(type))

  test.each([
    ['lecture', 'talk'],
    ['Vortrag', 'talk'],
    ['devroom', 'talk'],
    ['maintrack', 'talk'],
    ['Talk 30 min + 10min Q&A', 'talk'],
    ['LightningTalk 15min 10min Q&A', 'lightning'],
    ['lightningtalk', 'lightning'],
    ['Conférence éclair', 'lightning'],
    ['Workshop 110min', 'workshop'],
    ['Atelier', 'workshop'],
    ['Sprint', 'workshop'],
    ['Podiumsdiskussion', 'panel'],
    ['podium', 'panel'],
    ['Eröffnung', 'opening'],
    ['Closing ceremony', 'closing'],
    ['keynote', 'impulse'],
    ['Impulsvortrag', 'impulse'],
    ['Plénière', 'impulse'],
    ['Mittagspause', 'break'],
    ['Déjeuner', 'break'],
    ['bof', 'networking'],
    ['standtrack', 'networking'],
    ['keysigning', 'other'],
    ['Sonstiges', 'other'],
    ['Standards', 'talk'],
  ] as const)('%s → %s', (word, type) => expect(sessionTypeOf(word)).toBe(type))
})

test.each([
  ['Plenary', true],
  ['Plénière courte', true],
  ['Plenum', true],
  ['Talk', false],
  ['Explenation', false],
])('isPlenaryWord(%s) is %s', (word, expected) => expect(isPlenaryWord(word)).toBe(expected))

describe('splitCancelledMark', () => {
  test.each([
    ['[CANCELED] Carving JSON', 'Carving JSON'],
    ['CANCELLED: Cockpit', 'Cockpit'],
    ['Cancelled: Cockpit', 'Cockpit'],
    ['CANCELLED gopy: extend', 'gopy: extend'],
    ['CANCELLED - Compositing CANCELLED', 'Compositing'],
    ['Abgesagt: E-Akte', 'E-Akte'],
    ['E-Akte (entfällt)', 'E-Akte'],
  ])('%s → %s', (text, title) => expect(splitCancelledMark(text)).toEqual({ title, isCancelled: true }))

  test.each([
    'Cancelled flights and their data',
    'CANCELLED',
    'How we cancelled: a story',
    'Was entfällt',
    'Uncancelled',
  ])('%s is only a title', (title) => expect(splitCancelledMark(title)).toEqual({ title, isCancelled: false }))
})
