import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ChainWalk, fitsDigest } from './rules.ts'
import type { ChainEntry } from './types.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function entry(given: Partial<ChainEntry>): ChainEntry {
  const number = given.number ?? 1
  const content = given.content ?? 'content'
  return {
    number,
    changeId: `chg_${number}`,
    hash: null,
    head: `head ${number}`,
    line: `line ${given.rowId ?? 1}`,
    rowId: 1,
    table: 'rooms',
    isErasure: false,
    isErased: false,
    digest: createHash('sha256').update(Buffer.from('00ff', 'hex')).update(content).digest('hex'),
    salt: '00ff',
    content,
    ...given,
  }
}

const first = sha256('\nhead 1\nline 1\nline 2')
const second = sha256(`${first}\nhead 2`)
const whole = [
  entry({ hash: first, rowId: 1 }),
  entry({ hash: first, rowId: 2 }),
  entry({ number: 2, hash: second, rowId: null, line: '' }),
]

function walkAlong(entries: readonly ChainEntry[]): ChainWalk {
  const walk = new ChainWalk()
  for (const one of entries) walk.take(one)
  if (!walk.problem) walk.close()
  return walk
}

test('each change carries the hash of the one before, itself and its entries', () => {
  const { changes, rows, hash, problem } = walkAlong(whole)
  expect({ changes, rows, hash, problem }).toEqual({ changes: 2, rows: 2, hash: second, problem: null })
  expect(walkAlong([])).toMatchObject({ changes: 0, hash: '', problem: null })
})

test('the walk stops at the first change that does not fit, and knows the last that does', () => {
  const altered = whole.map((one) => (one.number === 2 ? { ...one, head: 'other' } : one))
  expect(walkAlong(altered)).toMatchObject({ changes: 1, hash: first, problem: { kind: 'altered', number: 2 } })
  expect(walkAlong(whole.slice(2))).toMatchObject({ changes: 0, problem: { kind: 'missing', number: 1 } })
  expect(walkAlong(whole.slice(1))).toMatchObject({ changes: 0, problem: { kind: 'altered', number: 1 } })
})

test('the content of an entry is what its digest says, unless it was erased', () => {
  const one = entry({})
  expect(fitsDigest(one)).toBe(true)
  expect(fitsDigest({ ...one, content: 'other' })).toBe(false)
  expect(fitsDigest({ ...one, salt: '00fe' })).toBe(false)
  expect(fitsDigest({ ...one, salt: null, content: null })).toBe(false)
  expect(fitsDigest({ ...one, salt: null, content: null, isErased: true })).toBe(true)
})
