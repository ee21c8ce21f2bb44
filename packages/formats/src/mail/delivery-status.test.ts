import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMilliseconds } from '../../test/cpu-time.ts'
import { readDeliveryStatus } from './delivery-status.ts'
import { readMediaType, readPart, splitParts } from './parts.ts'

const report = ({
  type = 'multipart/report; report-type=delivery-status; boundary="b1"',
  message = 'Reporting-MTA: dns; mx.rathaus.example\nOriginal-Envelope-Id: mai_1',
  recipient = 'Final-Recipient: rfc822; ida@rathaus.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n  no such user',
  returned = 'Content-Type: text/rfc822-headers\n\nMessage-ID: <mai_1@messe.example>\nSubject: Grüße',
} = {}) => `From: MAILER-DAEMON@rathaus.example
Subject: Undelivered Mail
 Returned to Sender
Content-Type: ${type}

This is a MIME message.
--b1
Content-Type: text/plain

I am sorry.

--b1
Content-Type: message/delivery-status

${message}

${recipient}
--b1
${returned}
--b1--
after the end`

const failed = {
  address: 'ida@rathaus.example',
  action: 'failed',
  status: '5.1.1',
  diagnostic: '550 5.1.1 no such user',
}

describe('a delivery status', () => {
  test('says which mail, which address, and what happened', () => {
    expect(readDeliveryStatus(report())).toEqual({
      envelopeId: 'mai_1',
      messageId: 'mai_1@messe.example',
      recipients: [failed],
    })
  })

  test('may end its lines as mail does', () => {
    expect(readDeliveryStatus(report().replaceAll('\n', '\r\n'))?.recipients).toEqual([failed])
  })

  test('may be about several addresses', () => {
    const recipient = `Final-Recipient: rfc822;<a@x.example>\nAction: DELAYED\nStatus: 4.4.1 (timeout)\n\nOriginal-Recipient: rfc822;b@x.example\nAction: relayed`
    expect(readDeliveryStatus(report({ recipient }))?.recipients).toEqual([
      { address: 'a@x.example', action: 'delayed', status: '4.4.1', diagnostic: '' },
      { address: 'b@x.example', action: 'relayed', status: '', diagnostic: '' },
    ])
  })

  test('may return the whole mail, or nothing of it', () => {
    const whole = 'Content-Type: message/rfc822\n\nMessage-ID: <mai_2@messe.example>\n\nGuten Tag'
    expect(readDeliveryStatus(report({ returned: whole }))?.messageId).toBe('mai_2@messe.example')
    expect(readDeliveryStatus(report({ returned: 'Content-Type: text/plain\n\nx' }))?.messageId).toBeNull()
    expect(readDeliveryStatus(report({ message: 'Reporting-MTA: dns; x' }))?.envelopeId).toBeNull()
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['a plain mail', 'Subject: Grüße\n\nGuten Tag'],
    ['an answer that talks like one', 'Subject: x\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed'],
    ['a report about reading', report({ type: 'multipart/mixed; boundary=b1' })],
    ['a report without a boundary', report({ type: 'multipart/report' })],
    ['a report about nobody', report({ recipient: 'Action: failed' })],
    ['an action that there is not', report({ recipient: 'Final-Recipient: rfc822; a@x.example\nAction: exploded' })],
  ])('is not %s', (_, message) => expect(readDeliveryStatus(message)).toBeNull())

  test('of any text is read without a fault', () => {
    const piece = fc.constantFrom(
      'Content-Type: multipart/report; boundary=b\n',
      '--b\n',
      '--b--\n',
      '\n',
      'Action: failed\n',
      ' x\n',
      'Content-Type: message/delivery-status\n',
      ':',
      '\r',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (all) => void readDeliveryStatus(all.join(''))),
      { numRuns: 500 },
    )
  })

  test.each<[string, string]>([
    ['boundaries', report({ recipient: '--b1\n'.repeat(200_000) })],
    ['empty lines', report({ recipient: '\n \n'.repeat(200_000) })],
    ['continued lines', report({ recipient: `x: y\n${' y\n'.repeat(20_000)}` })],
    ['colons', ':'.repeat(1_000_000)],
  ])('full of %s takes no time', (_, message) => {
    expect(cpuMilliseconds(() => readDeliveryStatus(message))).toBeLessThan(2_000)
  })
})

describe('the parts of a message', () => {
  test('fields are read to the first empty line', () => {
    const { headers, body } = readPart('A: 1\nb : 2\n\t3\nA: 4\nno field\n x\n\nC: 5')
    expect([...headers]).toEqual([
      ['a', '1'],
      ['b', '2 3'],
    ])
    expect(body).toBe('C: 5')
    expect(readPart('\nonly a body')).toEqual({ headers: new Map(), body: 'only a body' })
  })

  test('a type has parameters in any case', () => {
    const { headers } = readPart('Content-Type: Multipart/Report; Boundary="a b"; x=y\n\n')
    expect(readMediaType(headers, 'boundary')).toEqual({ type: 'multipart/report', value: 'a b' })
    expect(readMediaType(new Map(), 'boundary')).toEqual({ type: 'text/plain', value: '' })
  })

  test('what is outside of the boundaries is none', () => {
    expect(
      splitParts('before\n--b \nX: 1\n\none\n--b\n\ntwo\n--b--\n--b\nafter', 'b').map((part) => part.body),
    ).toEqual(['one', 'two'])
    expect(splitParts('x', '')).toEqual([])
  })
})
