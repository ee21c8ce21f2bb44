import type { PersonalData } from '../../../platform/personal-data/types.ts'

const remove = { kind: 'delete' } as const
const byCommand = { kind: 'by-command' } as const

/** Where mails, reports and the log of changes hold personal data. */
export const messagesData: readonly PersonalData[] = [
  {
    table: 'barrier_reports',
    title: { de: 'Gemeldete Barrieren', en: 'Reported barriers' },
    owner: { reply_to: 'address' },
    erasure: remove,
    data: 'page description',
    scrubbed: 'description',
    plain: 'id',
  },
  { table: 'mail_templates', plain: 'id series_id template', mentions: 'subject body' },
  {
    table: 'letters',
    author: 'created_by',
    scrubbed: 'subject body audience',
    plain: 'id series_id edition_id',
  },
  {
    table: 'mails',
    title: { de: 'Erhaltene Mails', en: 'Mails received' },
    owner: { person_id: 'person', address: 'address' },
    erasure: remove,
    data: 'name subject body links reply_to problem reply',
    scrubbed: 'name subject body links reply_to problem reply',
    secret: 'unsubscribe_link',
    author: 'created_by released_by',
    plain: 'id key template series_id edition_id letter_id locale state',
  },
  {
    table: 'mail_subscribers',
    title: { de: 'Bezogene und abbestellte Rundmails', en: 'Letters to groups, received or left' },
    owner: { address_hash: 'address-hash' },
    erasure: {
      kind: 'keep',
      reason: {
        de: 'Wer Rundmails abbestellt hat, bekommt auch künftig keine: Dafür bleibt ein Prüfwert der Adresse, nicht die Adresse (Art. 21 Abs. 3 DSGVO).',
        en: 'Whoever has left such letters gets none in future either: a hash of the address is kept for that, not the address (Art. 21 (3) GDPR).',
      },
    },
    secret: 'token',
    plain: 'series_id',
  },
  {
    table: 'bounced_addresses',
    title: { de: 'Unzustellbare Adressen', en: 'Addresses that could not be reached' },
    owner: { address_hash: 'address-hash' },
    erasure: remove,
    data: 'reply',
  },
  {
    table: 'mailbox_messages',
    title: { de: 'Postfach der Vorführung', en: 'Mailbox of the demonstration' },
    owner: { recipient: 'address' },
    erasure: remove,
    data: 'sender subject headers text html',
    scrubbed: 'sender subject headers text html',
    plain: 'id',
  },
  { table: 'changes', plain: 'id actor undoes_id hash' },
  {
    table: 'change_rows',
    erasure: byCommand,
    data: 'key before after',
    plain: 'change_id table_name operation object_table object_id edition_id series_id salt digest erased_by',
  },
]
