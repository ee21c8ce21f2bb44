import { address } from './addresses.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')

/** A sitemap (sitemaps.org) of `paths` (German addresses), each page with its other language. A file may hold 50,000 addresses. */
export function writeSitemap(paths: readonly string[], origin: string): string {
  const entries = paths.map((path) => {
    const [german, english] = [escaped(origin + path), escaped(origin + address(path, 'en'))]
    const links = `<xhtml:link rel="alternate" hreflang="de" href="${german}"/><xhtml:link rel="alternate" hreflang="en" href="${english}"/>`
    return `<url><loc>${german}</loc>${links}</url><url><loc>${english}</loc>${links}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}
