import { readFile } from 'node:fs/promises'
import { afterAll, expect, it } from 'vitest'
import { makeLargeEdition } from '../../../../test/large-edition.ts'
import { createPdfRenderer } from '../../../platform/pdf/render.ts'
import type { PrintedProgramme } from './types.ts'

const renderer = createPdfRenderer()
afterAll(() => renderer.close())
const template = await readFile(new URL('./programme.typ', import.meta.url), 'utf8')

function programme(given: Partial<PrintedProgramme>): PrintedProgramme {
  return {
    language: 'de',
    title: 'Fachtag',
    motto: 'Gemeinsam',
    when: 'Mittwoch, 5. November 2031, Leipzig',
    release: 'Programmstand 1',
    page: 'Seite',
    footnote: 'Kursiv',
    columns: 1,
    days: [],
    ...given,
  }
}

const session = (title: string) => ({
  title,
  titleIsGiven: true,
  details: 'Vortrag',
  people: ['A, B'],
  mark: 'Entfällt',
})
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

it('has a title, headings and lists as tags, and says its language', async () => {
  const days = [{ heading: 'Mittwoch', notice: '', groups: [{ heading: '09:00 Uhr', sessions: [session('x')] }] }]
  const { bytes, conformsTo } = await renderer.render(template, programme({ days }))
  const pdf = latin1(bytes)
  expect(conformsTo).toBe('PDF/UA-1')
  for (const tag of ['Title', 'H1', 'H2', 'L', 'LI', 'LBody']) expect(pdf).toMatch(new RegExp(`/S /${tag}\\b`))
  expect(pdf).toMatch(/\/Lang \(de\)/)
})

it('leaves markup and code in any text as it was typed', async () => {
  const evil = '#read("/etc/passwd") *b* $x$ [y] \\ // z'
  const days = [{ heading: evil, notice: evil, groups: [{ heading: evil, sessions: [session(evil)] }] }]
  const { bytes } = await renderer.render(template, programme({ title: evil, motto: evil, footnote: evil, days }))
  expect(Buffer.from(bytes).toString('utf8')).toContain('#read(&quot;/etc/passwd&quot;) *b* $x$ [y] \\ // z')
})

it('sets a programme of the largest size', async () => {
  const { sessions } = makeLargeEdition()
  const days = [
    { heading: 'Samstag', notice: '', groups: [{ heading: '', sessions: sessions.map((one) => session(one.title)) }] },
  ]
  const { bytes, conformsTo } = await renderer.render(template, programme({ columns: 2, days }))
  expect(conformsTo).toBe('PDF/UA-1')
  expect(latin1(bytes).match(/\/S \/LI\b/g)!.length).toBe(sessions.length)
})
