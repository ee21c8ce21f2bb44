import { layOutForm } from '@fachtag/core/modules/programme/moves/forms/schema'
import { expect, test } from 'vitest'
import { messages } from '#lib/messages/messages.ts'
import { patternNames, patternOf } from './patterns.ts'

test.each(patternNames.flatMap((name) => (['de', 'en'] as const).map((locale) => [name, locale] as const)))(
  'the pattern %s can be laid out as it is (%s)',
  (name, locale) => {
    const t = messages(locale).slots
    const { time, pattern } = patternOf(name, t)
    const parsed = layOutForm.safeParse({ day: '2031-11-05', time, roomIds: ['r'], pattern })
    expect(parsed.success).toBe(true)
    expect(Object.keys(t.patternNames)).toEqual(patternNames)
  },
)
