import { describe, expect, test } from 'vitest'
import { mails } from '../../../../app/mails.ts'
import { locales } from '../../../../kernel/localized-text.ts'
import { kindsOf, renderMail } from '../rendering/rules.ts'
import { sampleValues } from './rules.ts'

const ground = { origin: 'https://fachtag.example', now: Temporal.Instant.from('2031-10-01T22:30:00Z') }

test('what is known is taken, the rest shows what will stand there', () => {
  const means = { de: 'der Name', en: 'the name' }
  const placeholders = {
    name: { kind: 'text', means },
    day: { kind: 'date', means },
    other: { kind: 'text', means },
  } as const
  expect(sampleValues({ placeholders }, { name: 'Ida', constructor: 'x' }, { ...ground, locale: 'en' })).toEqual({
    name: 'Ida',
    day: '2031-10-02',
    other: '[the name]',
  })
})

describe.each(Object.entries(mails))('%s', (_, template) => {
  test.each(locales)('can be previewed in %s without knowing anything', (locale) => {
    const values = sampleValues(template, {}, { ...ground, locale })
    const text = { subject: template.subject[locale], body: template.body[locale] }
    const { subject, body } = renderMail(text, kindsOf(template), values, locale)
    expect(`${subject}${body}`).not.toMatch(/\{\w+\}/)
  })
})
