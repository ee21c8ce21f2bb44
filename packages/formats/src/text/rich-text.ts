import { cleanText } from './clean.ts'
import { htmlToMarkdown } from './html-markdown.ts'

const block = /<(?:p|div|ul|ol|li|h[1-6]|table|blockquote|pre|section|article)[\s>/]/i
const tag = /<\/?[a-z][a-z0-9-]*(?=[\s/>])|<!--/i

/**
 * Markdown from what conference systems put into descriptions: HTML, Markdown, or Markdown with HTML tags in it. Text
 * without tags is Markdown already and stays as it is.
 */
export function richText(text: string | null | undefined): string | undefined {
  const clean = cleanText(text)
  if (!clean || !tag.test(clean)) return clean
  return cleanText(htmlToMarkdown(clean, block.test(clean) ? 'html' : 'markdown'))
}
