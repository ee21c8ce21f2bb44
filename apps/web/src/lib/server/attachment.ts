/** A file to download. `name` is made of slugs: ASCII letters, digits, hyphens and dots. */
export function attachment(content: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(content, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}
