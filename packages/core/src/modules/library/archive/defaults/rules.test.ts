import { expect, test } from 'vitest'
import { z } from 'zod'
import { withoutDefaults } from './rules.ts'

const part = z.strictObject({
  name: z.string(),
  isOpen: z.boolean().default(true),
  tags: z.array(z.string()).default([]),
})
const schema = z.strictObject({
  slug: z.string(),
  note: z.string().optional(),
  text: z.object({ de: z.string().optional() }).default({}),
  parts: z.array(part).default([]),
  inner: part.optional(),
})

test.each([
  [{ slug: 'a', text: {}, parts: [] }, { slug: 'a' }],
  [
    { slug: 'a', note: '', text: { de: 'x' }, parts: [] },
    { slug: 'a', note: '', text: { de: 'x' } },
  ],
  [
    {
      slug: 'a',
      text: {},
      parts: [{ name: 'p', isOpen: false, tags: [] }],
      inner: { name: 'q', isOpen: true, tags: ['t'] },
    },
    { slug: 'a', parts: [{ name: 'p', isOpen: false }], inner: { name: 'q', tags: ['t'] } },
  ],
])('%j is written as %j, and read as before', (value, written) => {
  expect(withoutDefaults(schema, value)).toEqual(written)
  expect(schema.parse(written)).toEqual(value)
})
