import { type Part, readFields, readMediaType, readPart, splitParts } from './parts.ts'

/** What became of a mail at one address. */
export type RecipientStatus = {
  readonly address: string
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** `5.1.1` and the like (RFC 3463); '' where the report gives none. */
  readonly status: string
  /** What the other server said, on one line; '' where the report does not say. */
  readonly diagnostic: string
}

export type DeliveryStatus = {
  /** The id that the sender gave the envelope (ENVID); null where the report does not repeat it. */
  readonly envelopeId: string | null
  /** The Message-ID of the mail, without its brackets; null where the report does not repeat it. */
  readonly messageId: string | null
  readonly recipients: readonly RecipientStatus[]
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** The value of a field such as `rfc822; ida@rathaus.example`. */
const afterType = (value: string) => value.slice(value.indexOf(';') + 1).trim()

function readRecipient(text: string): RecipientStatus[] {
  const fields = readFields(text)
  const address = fields.get('final-recipient') ?? fields.get('original-recipient')
  const action = actions.find((one) => one === fields.get('action')?.toLowerCase())
  if (!address || !action) return []
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? ''
  const diagnostic = afterType(fields.get('diagnostic-code') ?? '').slice(0, 300)
  return [{ address: afterType(address).replace(/^<|>$/g, ''), action, status, diagnostic }]
}

function readMessageId(parts: readonly Part[]): string | null {
  const returned = parts.find(({ headers }) =>
    ['message/rfc822', 'text/rfc822-headers'].includes(readMediaType(headers, 'charset').type),
  )
  const id = returned && readPart(returned.body).headers.get('message-id')
  return id?.replace(/^<|>$/g, '') || null
}

const largest = 1_000_000

/**
 * Reads a delivery status notification (RFC 3464): which mail, which addresses, what happened there. Null for any other
 * message. Reads the first million signs, in one pass; what is malformed is left out, never guessed.
 */
export function readDeliveryStatus(message: string): DeliveryStatus | null {
  const { headers, body } = readPart(message.slice(0, largest).replace(/\r\n?/g, '\n'))
  const { type, value: boundary } = readMediaType(headers, 'boundary')
  if (type !== 'multipart/report') return null
  const parts = splitParts(body, boundary)
  const report = parts.find((part) => readMediaType(part.headers, 'charset').type === 'message/delivery-status')
  if (!report) return null
  const [ofMessage = '', ...ofRecipients] = report.body.trim().split(/\n[ \t]*\n/)
  const recipients = ofRecipients.flatMap(readRecipient)
  if (recipients.length === 0) return null
  const envelopeId = readFields(ofMessage).get('original-envelope-id') || null
  return { envelopeId, messageId: readMessageId(parts), recipients }
}
