import { DomainError } from '@fachtag/core/kernel/errors'
import { describe, expect, test } from 'vitest'
import { explain, statusOf } from './failures.ts'

test.each([
  ['access.denied', 403],
  ['input.invalid', 422],
  ['conflict', 409],
  ['edition.not_found', 404],
  ['series.slug_taken', 400],
  ['not_found', 400],
])('%s is %d', (code, status) => expect(statusOf(code)).toBe(status))

describe('explain', () => {
  const faults: { text: string; data: unknown }[] = []
  const log = { error: (text: string, data: unknown) => faults.push({ text, data }) }
  type Caught = Parameters<typeof explain>[0]
  const caught = (error: unknown) =>
    ({
      kind: 'unknown',
      error,
      event: { url: new URL('https://fachtag.example/themen?q=geheim') },
    }) as unknown as Caught

  test('what the core says is told with its code, and is no fault of ours', () => {
    const answer = explain(caught(new DomainError('edition.not_found', { slug: 'x' })), log as never)
    expect(answer).toMatchObject({ status: 404, code: 'edition.not_found' })
    expect(faults).toEqual([])
  })

  test('anything else is our fault: written down with the page but not its query, and not shown', () => {
    const error = new TypeError('secret of the database')
    expect(explain(caught(error), log as never)).toEqual({ status: 500, message: 'Internal error' })
    expect(faults.splice(0)).toEqual([{ text: 'page failed', data: { path: '/themen', error } }])
  })

  test('what a page has said itself stays as it is', () => {
    const said = { kind: 'http', error: { status: 404, message: 'Not found' }, event: {} } as unknown as Caught
    expect(explain(said, log as never)).toEqual({ status: 404, message: 'Not found' })
    expect(faults).toEqual([])
  })
})
