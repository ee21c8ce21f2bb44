import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyMergePatch, createMergePatch } from './merge-patch.ts'

describe('createMergePatch', () => {
  test.each([
    [{ a: 1 }, { a: 1 }, undefined],
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }, { b: null }],
    [{ a: 1 }, { a: 1, b: undefined }, undefined],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { a: { c: 3 } }],
    [{ a: [1, 2] }, { a: [2, 1] }, { a: [2, 1] }],
    [{ a: [{ b: 1, c: undefined }] }, { a: [{ b: 1 }] }, undefined],
    [{ a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
  ])('from %j to %j is %j', (from, to, patch) => expect(createMergePatch(from, to)).toEqual(patch))
})

describe('applyMergePatch', () => {
  // The examples of RFC 7396, appendix A, for patches that are objects.
  test.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, result) => expect(applyMergePatch(target, patch)).toEqual(result))

  test('what is no patch changes nothing, and no patch reaches a prototype', () => {
    expect(applyMergePatch({ a: 1 }, 'x')).toEqual({ a: 1 })
    const result = applyMergePatch({}, JSON.parse('{"__proto__":{"b":1},"constructor":{"prototype":{"c":1}}}'))
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).c).toBeUndefined()
  })
})

test('a patch brings everything there', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean())
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(leaf, { maxLength: 3 }),
      fc.dictionary(
        fc.string({ maxLength: 2 }).filter((key) => key !== '__proto__'),
        tie('node'),
        { maxKeys: 4, noNullPrototype: true },
      ),
    ),
  })).node
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true })
  fc.assert(
    fc.property(object, object, (from, to) => {
      expect(applyMergePatch(from, createMergePatch(from, to))).toEqual(to)
    }),
  )
})
