import { type Kysely, sql } from 'kysely'

/** Who somebody is, and since when. */
async function addAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`create table accounts (
    id text primary key,
    revision integer not null default 1,
    person_id text unique references persons (id) on delete set null,
    name text,
    created_at timestamptz not null default now(),
    disabled_at timestamptz,
    factors_reset_at timestamptz
  )`.execute(db)
  // Apart from the account, so that an account can lose its address and what it did keeps its author.
  await sql`create table account_addresses (
    account_id text primary key references accounts (id) on delete cascade,
    address text not null,
    folded text not null unique,
    verified_at timestamptz not null
  )`.execute(db)
  await sql`create table account_identities (
    issuer text not null,
    subject text not null,
    account_id text not null references accounts (id) on delete cascade,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    primary key (issuer, subject)
  )`.execute(db)
  await sql`create index account_identities_account on account_identities (account_id)`.execute(db)
}

/** What signs somebody in, once, and what keeps them signed in. Of every token only the hash is here. */
async function addSignIns(db: Kysely<unknown>): Promise<void> {
  await sql`create table setup_links (
    id text primary key,
    token_hash text not null unique,
    account_id text references accounts (id) on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db)
  await sql`create table sign_ins (
    id text primary key,
    token_hash text not null unique,
    account_id text not null references accounts (id) on delete cascade,
    method text not null check (method in ('setup', 'link', 'code', 'passkey', 'provider', 'invitation')),
    browser text not null,
    system text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    strong_until timestamptz,
    expires_at timestamptz not null
  )`.execute(db)
  await sql`create index sign_ins_account on sign_ins (account_id)`.execute(db)
  // Somebody has typed an address. The account is found, and the link made, by the job that writes the mail.
  await sql`create table sign_in_requests (
    id text primary key,
    browser_hash text not null,
    folded text not null,
    account_id text references accounts (id) on delete cascade,
    token_hash text unique,
    code_hash text,
    tries integer not null default 0,
    next text not null,
    locale text not null check (locale in ('de', 'en')),
    browser text not null,
    system text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db)
  await sql`create index sign_in_requests_browser on sign_in_requests (browser_hash)`.execute(db)
  await sql`create index sign_in_requests_account on sign_in_requests (account_id)`.execute(db)
  await sql`create table address_changes (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    address text not null,
    folded text not null,
    token_hash text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db)
  await sql`create index address_changes_account on address_changes (account_id)`.execute(db)
  await sql`create table try_counts (
    key text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    count integer not null,
    primary key (key, starts_at)
  )`.execute(db)
  await sql`create index try_counts_end on try_counts (ends_at)`.execute(db)
}

/** What proves that it is the same person again. */
async function addFactors(db: Kysely<unknown>): Promise<void> {
  await sql`create table passkeys (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    credential_id text not null unique,
    public_key bytea not null,
    counter bigint not null,
    transports jsonb not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz
  )`.execute(db)
  await sql`create index passkeys_account on passkeys (account_id)`.execute(db)
  await sql`create table passkey_challenges (
    challenge text primary key,
    browser_hash text not null,
    account_id text references accounts (id) on delete cascade,
    expires_at timestamptz not null
  )`.execute(db)
  // The secret itself: the server has to compute the same codes as the app.
  await sql`create table totp_secrets (
    account_id text primary key references accounts (id) on delete cascade,
    secret bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
  )`.execute(db)
  await sql`create table recovery_codes (
    account_id text not null references accounts (id) on delete cascade,
    code_hash text not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
  )`.execute(db)
  await sql`create table oidc_attempts (
    state_hash text primary key,
    browser_hash text not null,
    nonce text not null,
    verifier text not null,
    next text not null,
    sign_in_id text references sign_ins (id) on delete cascade,
    expires_at timestamptz not null
  )`.execute(db)
}

async function addInvitations(db: Kysely<unknown>): Promise<void> {
  await sql`create table invitations (
    id text primary key,
    address text not null,
    folded text not null,
    name text,
    role text not null,
    series_id text references series (id) on delete cascade,
    edition_id text references editions (id) on delete cascade,
    track_id text references tracks (id) on delete cascade,
    token_hash text not null unique,
    locale text not null check (locale in ('de', 'en')),
    sendings integer not null default 1,
    invited_by text references accounts (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    withdrawn_at timestamptz
  )`.execute(db)
  await sql`create index invitations_place on invitations (series_id, edition_id)`.execute(db)
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addAccounts(db)
  await addSignIns(db)
  await addFactors(db)
  await addInvitations(db)
}
