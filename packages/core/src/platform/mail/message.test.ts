import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { outgoing } from '../../../test/mail-server.ts'
import { composeMessage, messageId, ownHeaders, shownSender } from './message.ts'

const sender = { name: 'Fachtag', address: 'fachtag@messe.example' }
const compose = async (more: Parameters<typeof outgoing>[0] = {}) => {
  const bytes = await composeMessage(outgoing(more), sender)
  return { raw: bytes.toString(), mail: await simpleParser(bytes) }
}

describe('a message', () => {
  test('has one text and one HTML part, and lines that every server takes', async () => {
    const long = `${'ä'.repeat(300)}\n.\n..\nFrom hier\n`
    const { raw, mail } = await compose({ text: long, html: `<p>${'x'.repeat(500)}</p>` })
    expect(mail.text).toBe(long)
    expect(mail.html).toContain('x'.repeat(500))
    expect(raw.match(/^Content-Type: \S+/gm)).toEqual([
      'Content-Type: multipart/alternative;',
      'Content-Type: text/plain;',
      'Content-Type: text/html;',
    ])
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, and nothing else, may stand on the wire
    expect(raw).toMatch(/^[\x00-\x7f]*$/)
  })

  test('fetches nothing and attaches nothing, whatever its text names', async () => {
    const { mail } = await compose({ html: '<img src="file:///etc/passwd"><img src="data:image/png;base64,AAAA">' })
    expect(mail.attachments).toEqual([])
    expect(mail.html).toContain('file:///etc/passwd')
  })

  test.each([
    [null, '"Fachtag" <fachtag@messe.example>'],
    ['Mitteldeutscher IT-Fachtag', '"Mitteldeutscher IT-Fachtag" <fachtag@messe.example>'],
  ])('is from %s', async (senderName, from) => {
    expect((await compose({ senderName })).mail.from?.text).toBe(from)
    expect(shownSender(outgoing({ senderName }), sender).address).toBe(sender.address)
  })

  test('goes to a bare address where there is no name', async () => {
    const { mail } = await compose({ to: { address: 'ida@rathaus.example', name: null } })
    expect([mail.to].flat().map((one) => one?.text)).toEqual(['ida@rathaus.example'])
  })
})

test('the id of a message is that of the mail, in the domain of the sender', () => {
  expect(messageId('mai_1', sender)).toBe('mai_1@messe.example')
})

test.each([
  [null, ['Content-Language', 'Auto-Submitted']],
  ['https://x.example/a', ['Content-Language', 'Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post']],
])('a mail with the way out %s has the headers %j', (unsubscribeLink, names) => {
  expect(Object.keys(ownHeaders(outgoing({ unsubscribeLink })))).toEqual(names)
})
