import { beforeAll, describe, expect, test } from 'vitest'
import { outgoing, testMailServer } from '../../../../test/mail-server.ts'
import type { Locale } from '../../../kernel/localized-text.ts'
import { headerName } from '../../../platform/mail/address.ts'
import { smtpMailer } from '../../../platform/mail/smtp.ts'
import type { PlaceholderKind } from '../../../platform/mail/template.ts'
import { joint } from './literal/rules.ts'
import { htmlPart } from './parts/rules.ts'
import { type Kinds, renderMail } from './rendering/rules.ts'

/** What people who mean no good write into a name, a title, an answer. */
const corpus = [
  'Ida\r\nBcc: victim@evil.example',
  'Ida\nSubject: Rechnung',
  'Ida\r\n\r\n<h1>Zahlen Sie</h1>',
  'Ida\u2028Bcc: victim@evil.example',
  'Ida\u2029X-Evil: 1',
  'Ida\u0085X-Evil: 1',
  'Ida\u000b\u000cX-Evil: 1',
  'Ida\u0000Öhm',
  '=?utf-8?q?=0D=0ABcc:_victim@evil.example?=',
  '=?utf-8?b?aHR0cHM6Ly9ldmlsLmV4YW1wbGU=?=',
  '[Hier bezahlen](https://evil.example/pay)',
  '![x](https://evil.example/pixel.png)',
  '<https://evil.example>',
  '<a href="https://evil.example">Hier bezahlen</a>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><style>*{display:none}</style>',
  'https://evil.example/pay?x=1#y',
  'http:\u200b//evil.example',
  'hTTps://evil.com',
  'www.evil.com',
  'evil.com/pay',
  '//evil.com/pay',
  'evil\u3002com',
  'https\uff1a//evil.com',
  'mailto:victim@evil.com',
  'victim@evil.com',
  'javascript:alert(1)',
  'ftp://evil.com',
  '\\\\evil.com\\share',
  '{link}',
  '{name} {constructor} {__proto__}',
  '{{link}}',
  '{{constructor.constructor("return process")()}}',
  '$' + '{process.env}',
  '%7Blink%7D',
  'Ida\u202egnp.elif',
  '.com',
  '://evil.com',
  '.\r\n.\r\nQUIT',
  "' or 1=1 --",
  '&lt;b&gt; &#60;',
]

const kinds: Kinds = new Map<string, PlaceholderKind>([
  ['name', 'text'],
  ['answer', 'lines'],
  ['link', 'link'],
])
const ours = 'https://fachtag.example/programm?a=1&b=2'
const template = {
  subject: 'Frage von {name}',
  body: 'Guten Tag {name},\n\n{answer}\n\nMehr: {link}\n\nGruß an {name}. Siehe http{name} und www{name}',
}

const { port, received } = await testMailServer()
const mailer = smtpMailer({
  server: { host: '127.0.0.1', port, encryption: 'none', login: null },
  sender: { name: null, address: 'fachtag@messe.example' },
  origin: 'https://fachtag.example',
})

async function arrive(text: string, locale: Locale = 'de') {
  const { subject, body, links } = renderMail(template, kinds, { name: text, answer: text, link: ours }, locale)
  const html = htmlPart(body, links, locale, subject)
  const to = { address: 'ida@rathaus.example', name: headerName(text) }
  const sent = outgoing({ to, senderName: headerName(text), subject, text: body, html })
  expect(await mailer.deliver(sent)).toMatchObject({ kind: 'sent' })
  return { ...received.pop()!, subject, body }
}

const visible = (text: string) => text.replaceAll(joint, '')
/** How a reader sees a text that somebody wrote: without signs that cannot be seen, on one line. */
const plain = (text: string) =>
  text
    .replace(/[\u200b\u202e]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
const expectedHeaders = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
]

describe.each(corpus)('%j', (text) => {
  let arrived: Awaited<ReturnType<typeof arrive>>
  beforeAll(async () => {
    arrived = await arrive(text)
  })

  test('adds no header and no recipient', () => {
    const { mail, to, from } = arrived
    expect([...mail.headers.keys()].sort()).toEqual(expectedHeaders)
    expect([from, to]).toEqual(['fachtag@messe.example', ['ida@rathaus.example']])
    expect(mail.from?.value).toMatchObject([{ address: 'fachtag@messe.example' }])
    expect([mail.to].flat().flatMap((one) => one?.value ?? [])).toMatchObject([{ address: 'ida@rathaus.example' }])
    expect(mail.attachments).toEqual([])
  })

  test('is read in the subject and in the text letter by letter', () => {
    const { mail } = arrived
    expect(visible(mail.subject ?? '')).toBe(`Frage von ${plain(text)}`)
    expect(visible(mail.text ?? '')).toContain(`Guten Tag ${plain(text)},`)
  })

  test('becomes no link, whatever a mail program makes of the text', () => {
    const { mail } = arrived
    const links = (html: string) =>
      [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!.replace('&amp;', '&'))
    expect(links(String(mail.html))).toEqual([ours])
    // What the parser's own search for addresses in the plain text finds.
    expect(new Set(links(mail.textAsHtml ?? ''))).toEqual(new Set([ours]))
  })

  test('brings no element into the HTML', () => {
    const { mail } = arrived
    const elements = [...String(mail.html).matchAll(/<([a-z!/][a-z]*)/gi)].map((match) => match[1]!.replace('/', ''))
    expect([...new Set(elements)].sort()).toEqual(
      ['!doctype', 'a', 'body', 'br', 'head', 'html', 'meta', 'p', 'title'].filter((one) => elements.includes(one)),
    )
  })
})

test.each([
  ['https://evil.example/pay', 'https://evil.example/pay'],
  ['www.evil.com', 'http://www.evil.com'],
  ['evil.com/pay', 'http://evil.com/pay'],
  ['victim@evil.com', 'mailto:victim@evil.com'],
])('the search for links would find %s, were the text not taken apart', async (text, link) => {
  await mailer.deliver(outgoing({ text: `Guten Tag ${text},` }))
  expect(received.pop()!.mail.textAsHtml).toContain(`href="${link}"`)
})
