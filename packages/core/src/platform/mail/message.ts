import MailComposer from 'nodemailer/lib/mail-composer'
import type { OutgoingMail } from './mailer.ts'
import type { Sender } from './sender.ts'

/** The Message-ID of a mail: the same at every attempt, so that a mail which arrives twice is seen to be one. */
export function messageId(id: string, sender: Sender): string {
  return `${id}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}`
}

/** Headers beside those that every mail has. */
export function ownHeaders({ locale, unsubscribeLink }: OutgoingMail): Record<string, string> {
  return {
    'Content-Language': locale,
    // Keeps holiday notices from answering (RFC 3834).
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeLink
      ? { 'List-Unsubscribe': `<${unsubscribeLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  }
}

/** Who the mail is from: the address of the installation, under the name of the series where it is about one. */
export function shownSender({ senderName }: OutgoingMail, sender: Sender): Sender {
  return { name: senderName ?? sender.name, address: sender.address }
}

/** The mail as bytes for the wire: text and HTML, nothing attached, nothing fetched from anywhere. */
export function composeMessage(mail: OutgoingMail, sender: Sender): Promise<Buffer> {
  const { name, address } = shownSender(mail, sender)
  return new MailComposer({
    messageId: `<${messageId(mail.id, sender)}>`,
    from: { name: name ?? '', address },
    to: [{ name: mail.to.name ?? '', address: mail.to.address }],
    ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    headers: ownHeaders(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
