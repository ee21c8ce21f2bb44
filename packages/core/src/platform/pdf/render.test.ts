import { afterEach, describe, expect, it } from 'vitest'
import { createPdfRenderer, defaultPdfLimits, type PdfLimits, type PdfRenderer } from './render.ts'

const template = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: "de")
= #data.title
#data.body
`

const renderers: PdfRenderer[] = []
function renderer(limits: Partial<PdfLimits> = {}): PdfRenderer {
  const created = createPdfRenderer({ ...defaultPdfLimits, ...limits })
  renderers.push(created)
  return created
}
afterEach(() => {
  for (const one of renderers.splice(0)) one.close()
})

const read = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const readUtf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('a rendered document', () => {
  it('is a tagged PDF/UA-1 with title and language', async () => {
    const { bytes, conformsTo } = await renderer().render(template, { title: 'Grüße', body: 'Text' })
    const pdf = read(bytes)
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(conformsTo).toBe('PDF/UA-1')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/S /H1')
    expect(pdf).toMatch(/\/Lang \(de\)/)
    expect(readUtf8(bytes)).toContain('Grüße')
  })

  it.each([
    '#read("/etc/passwd")',
    '#panic()',
    '*x* _y_ $z$ @label <label> // end',
    '"}, "',
    '#import "@preview/x:1.0.0"',
  ])('shows %s as it was typed', async (title) => {
    const { bytes } = await renderer().render(template, { title, body: title })
    const escaped = title
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
    expect(readUtf8(bytes)).toContain(escaped)
  })

  it('is still a tagged document when a sign exists in no font, and does not claim the standard', async () => {
    const { bytes, conformsTo } = await renderer().render(template, { title: 'Private use', body: '\u{10FFF0}' })
    expect(conformsTo).toBeNull()
    expect(read(bytes)).toContain('/StructTreeRoot')
    expect(read(bytes)).not.toContain('pdfuaid')
  })
})

describe('a template', () => {
  it.each([
    '#read("/etc/passwd")',
    '#read("../../../../etc/passwd")',
    '#include "/etc/hostname"',
    '#image("/etc/hostname")',
  ])('cannot reach a file: %s', async (source) => {
    await expect(renderer().render(`#set document(title: "x")\n${source}`, {})).rejects.toThrow(
      /not found|access denied/,
    )
  })

  it('cannot fetch a package', async () => {
    const source = '#set document(title: "x")\n#import "@preview/cetz:0.3.1"\n'
    await expect(renderer().render(source, {})).rejects.toThrow(/package/)
  })

  it('that is wrong says where', async () => {
    await expect(renderer().render('#set document(title: "x")\n#nothing()', {})).rejects.toThrow(
      /unknown variable: nothing/,
    )
  })
})

const endless =
  '#set document(title: "x")\n#let f(n) = { let i = 0; while i < n { i += 1 }; i }\n#range(100000).map(f).len()'

describe('a renderer', () => {
  it('stops a document that takes too long, and renders the next one', async () => {
    const tested = renderer({ timeoutMs: 1500 })
    await expect(tested.render(endless, {})).rejects.toThrow('not done after 1500 ms')
    expect((await tested.render(template, { title: 'Next', body: '' })).conformsTo).toBe('PDF/UA-1')
  })

  it('stops a document that takes too much memory', async () => {
    const hungry = '#set document(title: "x")\n#let a = range(200000000)\n#a.len()'
    await expect(renderer({ memoryBytes: 250_000_000 }).render(hungry, {})).rejects.toThrow(/memory/)
  })

  it('works through documents that come at once, a failing one among them', async () => {
    const tested = renderer()
    const all = await Promise.allSettled([
      tested.render(template, { title: 'One', body: '' }),
      tested.render('#nothing()', {}),
      tested.render(template, { title: 'Three', body: '' }),
    ])
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(readUtf8((all[2] as PromiseFulfilledResult<{ bytes: Uint8Array }>).value.bytes)).toContain('Three')
  })

  it('lets an idle process go and starts another when asked again', async () => {
    const tested = renderer({ idleMs: 10 })
    await tested.render(template, { title: 'One', body: '' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await tested.render(template, { title: 'Two', body: '' })).bytes.length).toBeGreaterThan(1000)
  })
})
