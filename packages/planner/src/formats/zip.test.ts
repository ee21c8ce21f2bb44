import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZip, writeZip } from './zip.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('what is packed comes back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([name]) => name }), (entries) => {
      const files = new Map(entries.map(([name, content]) => [name.toWellFormed(), content.toWellFormed()]))
      const back = new Map([...readZip(writeZip(files))].map(([name, bytes]) => [name, text(bytes)]))
      expect(back).toEqual(files)
    }),
    { numRuns: 50 },
  )
})

test('the same files give the same bytes', () => {
  const files = new Map([['a.txt', 'hello']])
  expect(writeZip(files)).toEqual(writeZip(files))
})

const archive = writeZip(new Map([['a.txt', 'hello '.repeat(100)]]))

test.each([
  ['nothing', new Uint8Array(0), 'zip-none'],
  ['something else', new TextEncoder().encode('a text that is no archive at all, however long'), 'zip-none'],
  ['a directory cut off', archive.subarray(-22), 'zip-cut-off: file directory'],
])('%s is refused by name', (_, bytes, message) => {
  expect(() => readZip(bytes)).toThrow(message)
})

test('broken content is named by its file', () => {
  const broken = archive.slice()
  broken.fill(255, 36, 40)
  expect(() => readZip(broken)).toThrow('zip-broken: file a.txt')
})

test('an unknown method is named', () => {
  const odd = archive.slice()
  odd[odd.length - 22 - 51 + 10] = 99
  expect(() => readZip(odd)).toThrow('zip-method: file a.txt, method 99')
})

test('any bytes are read or refused, never more', () => {
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.nat(255), (at, value) => {
      const changed = archive.slice()
      changed[at] = value
      try {
        readZip(changed)
      } catch (error) {
        expect((error as Error).name).toBe('ProblemError')
      }
    }),
  )
})
