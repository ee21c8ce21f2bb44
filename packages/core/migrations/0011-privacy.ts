import { type Kysely, sql } from 'kysely'

const kinds = sql.raw("('photo', 'recording', 'slides', 'directory', 'name-at-questions')")

async function addConsents(db: Kysely<unknown>): Promise<void> {
  // Only ever added to: what somebody agreed to, and when they changed their mind, has to be shown later (Art. 7 (1) GDPR).
  await sql`create table person_consents (
    id text primary key,
    number bigint generated always as identity,
    person_id text not null references persons (id) on delete cascade,
    edition_id text not null references editions (id) on delete cascade,
    kind text not null check (kind in ${kinds}),
    state text not null check (state in ('given', 'refused', 'revoked')),
    wording text not null,
    given_via text not null check (given_via in ('person', 'organiser')),
    reason text,
    account_id text references accounts (id) on delete set null,
    decided_at timestamptz not null,
    check (given_via = 'person' or reason is not null)
  )`.execute(db)
  await sql`create index person_consents_person on person_consents (person_id, edition_id, kind, number)`.execute(db)
  await sql`create index person_consents_edition on person_consents (edition_id)`.execute(db)
  await sql`create view current_consents as
    select distinct on (person_id, edition_id, kind) person_id, edition_id, kind, state, wording, given_via, reason, decided_at
    from person_consents order by person_id, edition_id, kind, number desc`.execute(db)
  // Whom a material concerns: slides those who presented, a recording or a photo everybody who stood there.
  await sql`create view material_consents as
    select materials.id as material_id,
      coalesce(bool_or(consent.state in ('refused', 'revoked')), false) as is_refused,
      count(held.person_id) > 0 and coalesce(bool_and(consent.state = 'given'), false)
        and count(consent.state) = count(held.person_id) as is_given
    from materials
    left join appearances held on held.session_id = materials.session_id and held.state = 'planned'
      and held.person_id is not null and (held.role in ('speaker', 'panelist') or materials.kind in ('recording', 'photo'))
    left join current_consents consent on consent.person_id = held.person_id
      and consent.edition_id = materials.edition_id
      and consent.kind = case when materials.kind in ('slides', 'handout') then 'slides' else materials.kind end
    group by materials.id`.execute(db)
}

async function addErasures(db: Kysely<unknown>): Promise<void> {
  // Of whom nothing is kept: only what recognises them when a backup or a file brings them back. The key is made once for
  // this installation, so that its hashes say nothing anywhere else.
  await sql`create table erasure_keys (
    id boolean primary key default true check (id),
    key text not null default encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex')
  )`.execute(db)
  await sql`insert into erasure_keys default values`.execute(db)
  await sql`create table erasures (
    hash text primary key,
    erased_at timestamptz not null
  )`.execute(db)
  await sql`create table erasure_requests (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    token_hash text not null unique,
    requested_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db)
  // Texts by others that name somebody who was erased: somebody has to decide about each. The name itself is not kept.
  await sql`create table erasure_mentions (
    id text primary key,
    table_name text not null,
    row_id text not null,
    found_at timestamptz not null default now(),
    settled_at timestamptz
  )`.execute(db)
}

async function addRetention(db: Kysely<unknown>): Promise<void> {
  await sql`create table retention_periods (
    kind text primary key,
    days integer not null check (days >= 0),
    changed_at timestamptz not null
  )`.execute(db)
  await sql`create table retention_notices (
    kind text not null,
    row_id text not null,
    due_on date not null,
    announced_at timestamptz not null,
    primary key (kind, row_id)
  )`.execute(db)
}

/** Sign-ins are deleted when they are over; which day somebody was last here stays, and nothing more exact. */
async function rememberLastVisits(db: Kysely<unknown>): Promise<void> {
  await sql`create table account_visits (
    account_id text primary key references accounts (id) on delete cascade,
    last_seen_on date not null
  )`.execute(db)
  await sql`create function note_visit() returns trigger language plpgsql as $$
    begin
      insert into account_visits values (new.account_id, new.last_seen_at::date)
        on conflict (account_id) do update set last_seen_on = excluded.last_seen_on
        where account_visits.last_seen_on < excluded.last_seen_on;
      return null;
    end $$`.execute(db)
  await sql`create trigger visit after insert or update of last_seen_at on sign_ins
    for each row execute function note_visit()`.execute(db)
}

async function letErasureIntoReleases(db: Kysely<unknown>): Promise<void> {
  // What was published, when and under which number stays for ever; who asked to be forgotten may leave its texts.
  await sql`create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      if current_setting('fachtag.erasing', true) = 'yes' and
        (new.id, new.edition_id, new.number, new.published_at) = (old.id, old.edition_id, old.number, old.published_at)
      then return new;
      end if;
      raise exception 'a release is immutable' using errcode = 'restrict_violation';
    end $$`.execute(db)
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addConsents(db)
  await addErasures(db)
  await addRetention(db)
  await rememberLastVisits(db)
  await letErasureIntoReleases(db)
}
