import { micromark } from 'micromark'

/**
 * `text` (Markdown) as HTML that can be put into a page: HTML in it is shown as text, links with dangerous protocols lose
 * their address. Headings start at `headingLevel`, so that they stand below the heading of the page.
 */
export function renderMarkdown(text: string, headingLevel = 2): string {
  return micromark(text).replace(
    /<(\/?)h([1-6])>/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + headingLevel - 1)}>`,
  )
}

/** The first words of `text` (Markdown) without its marks, for descriptions; at most `max` characters, cut at a word. */
export function excerpt(text: string, max = 160): string {
  const plain = micromark(text)
    .replace(/<\/?(?:em|strong|code|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= max) return plain
  const cut = plain.lastIndexOf(' ', max - 1)
  return `${plain.slice(0, cut > 0 ? cut : max - 1)}…`
}
