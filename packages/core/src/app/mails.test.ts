import { glob } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { locales } from '../kernel/localized-text.ts'
import { addressesIn, kindsOf, piecesOf } from '../modules/messages/mail/rendering/rules.ts'
import type { MailTemplate } from '../platform/mail/template.ts'
import { mails } from './mails.ts'

const namesIn = (text: string) =>
  piecesOf(text, () => true).flatMap((piece) => ('placeholder' in piece ? [piece.placeholder] : []))

test('every mail that a module declares is listed', async () => {
  const modules = new URL('../modules/', import.meta.url)
  const declared: string[] = []
  for await (const file of glob('**/mails.ts', { cwd: modules.pathname })) {
    const exported: Record<string, unknown> = await import(new URL(file, modules).href)
    for (const [name, value] of Object.entries(exported))
      if (name.endsWith('Mails')) declared.push(...Object.keys(value as Record<string, MailTemplate>))
  }
  expect(declared.length).toBeGreaterThan(0)
  expect(Object.keys(mails).sort()).toEqual(declared.sort())
})

describe.each(Object.entries(mails))('%s', (name, template) => {
  test('is named after what it is about', () => expect(name).toMatch(/^[a-z]+\.[a-z_]+$/))

  test.each(locales)('says in %s what each placeholder is, and uses no other', (locale) => {
    const kinds = kindsOf(template)
    const used = [...namesIn(template.subject[locale]), ...namesIn(template.body[locale])]
    expect(used.filter((one) => !kinds.has(one))).toEqual([])
    for (const { means } of Object.values(template.placeholders)) expect(means[locale].trim()).not.toBe('')
  })

  test('says the same in both languages', () => {
    const [german, english] = locales.map((locale) => [...new Set(namesIn(template.body[locale]))].sort())
    expect(english).toEqual(german)
  })

  test('links to nothing but this site', () => {
    for (const locale of locales) expect(addressesIn(template.body[locale])).toEqual([])
  })
})
