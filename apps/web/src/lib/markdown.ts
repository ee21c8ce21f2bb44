import { micromark } from 'micromark'

/**
 * `text` (Markdown) as HTML that can be put into a page: HTML in it is shown as text, links with dangerous protocols lose
 * their address. Its highest heading becomes `headingLevel`, whatever its author began with, so that it stands below the
 * heading of the page and no level is left out between them.
 */
export function renderMarkdown(text: string, headingLevel = 2): string {
  const html = micromark(text)
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
  const shift = headingLevel - Math.min(...levels)
  return html.replace(
    /<(\/?)h([1-6])>/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + shift)}>`,
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
