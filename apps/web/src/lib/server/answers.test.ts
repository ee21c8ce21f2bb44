import { fixedClock } from '@fachtag/core/kernel/clock'
import { expect, test } from 'vitest'
import { attachment } from './attachment.ts'
import { found } from './found.ts'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'
import { today } from './today.ts'

test.each([
  ['text', 'BEGIN:VCARD'],
  ['bytes', new TextEncoder().encode('BEGIN:VCARD')],
])('a file of %s is for downloading, under its name', async (_, content) => {
  const answer = attachment(content, 'text/vcard; charset=utf-8', 'erika-muster.vcf')
  expect(answer.headers.get('content-type')).toBe('text/vcard; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="erika-muster.vcf"')
  expect(await answer.text()).toBe('BEGIN:VCARD')
})

test.each([[0], [''], [false], [[]]])('%j is something', (value) => expect(found(value)).toBe(value))

test.each([[null], [undefined]])('%j is no page', (value) => {
  expect(() => found(value)).toThrow(expect.objectContaining({ status: 404 }))
})

test.each([
  ['2031-11-04T22:59:59Z', '2031-11-04'],
  ['2031-11-04T23:00:00Z', '2031-11-05'],
  ['2031-07-04T21:59:59Z', '2031-07-04'],
  ['2031-07-04T22:00:00Z', '2031-07-05'],
])('at %s it is %s in Germany', (instant, day) => {
  expect(today({ now: fixedClock(instant) } as unknown as Parameters<typeof today>[0])).toBe(day)
})

test('pages load nothing from elsewhere, run no script that stands in them, and are shown in no frame', () => {
  const rules = new Map(
    contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  )
  expect(rules.get('default-src')).toBe("'self'")
  expect(rules.get('script-src')).toBe("'self'")
  expect(rules.get('frame-ancestors')).toBe("'none'")
  expect(contentSecurityPolicy).not.toMatch(/https?:|\*|unsafe-eval/)
  expect(securityHeaders['x-content-type-options']).toBe('nosniff')
  expect(securityHeaders['content-security-policy']).toBe(contentSecurityPolicy)
})
