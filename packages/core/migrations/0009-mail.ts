import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Private addresses, for mail. What the public may see of a contact person is in the table contacts.
  await sql`create table person_contacts (
    person_id text primary key references persons (id) on delete cascade,
    email text,
    phone text,
    note text not null default '',
    revision integer not null default 1,
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index person_contacts_email on person_contacts (lower(email))`.execute(db)

  // What organisers of a series write instead of the built-in text.
  await sql`create table mail_templates (
    id text primary key,
    series_id text not null references series (id) on delete cascade,
    template text not null,
    subject jsonb not null,
    body jsonb not null,
    revision integer not null default 1,
    updated_at timestamptz not null default now(),
    unique (series_id, template)
  )`.execute(db)

  // One letter to a group of people.
  await sql`create table letters (
    id text primary key,
    series_id text not null references series (id) on delete cascade,
    edition_id text references editions (id) on delete cascade,
    subject jsonb not null,
    body jsonb not null,
    audience jsonb not null,
    created_by text references accounts (id) on delete set null,
    created_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index letters_series on letters (series_id, created_at)`.execute(db)

  // The outbox. The text of a secret mail is emptied when it has been delivered or given up.
  await sql`create table mails (
    id text primary key,
    key text not null unique,
    template text not null,
    series_id text references series (id) on delete cascade,
    edition_id text references editions (id) on delete cascade,
    person_id text references persons (id) on delete set null,
    letter_id text references letters (id) on delete cascade,
    address text not null,
    name text,
    reply_to text,
    locale text not null check (locale in ('de', 'en')),
    subject text not null,
    body text not null,
    links jsonb not null default '[]',
    unsubscribe_link text,
    is_secret boolean not null default false,
    is_urgent boolean not null default false,
    state text not null check (state in
      ('review', 'held', 'queued', 'sending', 'sent', 'failed', 'bounced', 'unknown')),
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    sending_since timestamptz,
    send_before timestamptz,
    problem text,
    reply text,
    created_at timestamptz not null default now(),
    created_by text references accounts (id) on delete set null,
    released_at timestamptz,
    released_by text references accounts (id) on delete set null,
    sent_at timestamptz,
    revision integer not null default 1
  )`.execute(db)
  await sql`create index mails_due on mails (is_urgent desc, next_attempt_at) where state = 'queued'`.execute(db)
  await sql`create index mails_sending on mails (sending_since) where state = 'sending'`.execute(db)
  await sql`create index mails_series on mails (series_id, created_at desc, id)`.execute(db)
  await sql`create index mails_edition on mails (edition_id, created_at desc, id)`.execute(db)
  await sql`create index mails_address on mails (lower(address))`.execute(db)
  await sql`create index mails_person on mails (person_id)`.execute(db)
  await sql`create index mails_letter on mails (letter_id)`.execute(db)

  // Whoever got a letter to a group can leave such letters, with a link that only this address was sent. The address itself
  // is not kept: its hash still says "no more" when the person is erased.
  await sql`create table mail_subscribers (
    token text primary key,
    series_id text not null references series (id) on delete cascade,
    address_hash text not null,
    left_at timestamptz,
    unique (series_id, address_hash)
  )`.execute(db)
  await sql`create table bounced_addresses (
    address_hash text primary key,
    bounced_at timestamptz not null,
    reply text
  )`.execute(db)

  // What would have been sent, where mail is not sent but shown.
  await sql`create table mailbox_messages (
    id text primary key,
    recipient text not null,
    sender text not null,
    subject text not null,
    headers jsonb not null,
    text text not null,
    html text not null,
    sent_at timestamptz not null
  )`.execute(db)
  await sql`create index mailbox_messages_sent on mailbox_messages (sent_at desc, id)`.execute(db)
}
