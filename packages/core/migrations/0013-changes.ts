import { type Kysely, sql } from 'kysely'

type Logged = {
  /** The object on whose page a row of the table is told, and the column that names it. Default: the row itself, by its id. */
  readonly of?: readonly [owner: string, column: string]
  /** Columns of which only the SHA-256 is kept: too large, or nobody's business. */
  readonly digested?: readonly string[]
}

const logged: Readonly<Record<string, Logged>> = {
  series: {},
  venues: {},
  sources: { of: ['series', 'series_id'] },
  editions: {},
  edition_organisers: { of: ['editions', 'edition_id'] },
  edition_lands: { of: ['editions', 'edition_id'] },
  announcements: { of: ['editions', 'edition_id'] },
  attendance_figures: { of: ['editions', 'edition_id'] },
  contacts: {},
  news_categories: { of: ['series', 'series_id'] },
  news: {},
  pages: {},
  tracks: {},
  rooms: {},
  topics: {},
  topic_synonyms: { of: ['topics', 'topic_id'] },
  topic_slugs: { of: ['topics', 'topic_id'] },
  organisations: {},
  organisation_names: { of: ['organisations', 'organisation_id'] },
  organisation_slugs: { of: ['organisations', 'organisation_id'] },
  persons: {},
  person_names: { of: ['persons', 'person_id'] },
  person_references: { of: ['persons', 'person_id'] },
  person_slugs: { of: ['persons', 'person_id'] },
  person_contacts: { of: ['persons', 'person_id'] },
  person_consents: { of: ['persons', 'person_id'] },
  sessions: {},
  session_topics: { of: ['sessions', 'session_id'] },
  appearances: { of: ['sessions', 'session_id'] },
  releases: { digested: ['snapshot', 'changes', 'report'] },
  materials: {},
  recaps: {},
  mail_templates: {},
  letters: {},
  images: {},
  barrier_reports: {},
  accounts: {},
  account_addresses: { of: ['accounts', 'account_id'] },
  account_identities: { of: ['accounts', 'account_id'] },
  passkeys: { of: ['accounts', 'account_id'], digested: ['credential_id', 'public_key'] },
  role_grants: { of: ['accounts', 'account_id'] },
  invitations: { digested: ['token_hash'] },
  retention_periods: { of: ['retention_periods', 'kind'] },
}

async function addTables(db: Kysely<unknown>): Promise<void> {
  // One row per transaction that changed something, numbered and chained when it commits.
  await sql`create table changes (
    id text primary key,
    number bigint unique,
    at timestamptz not null,
    actor text not null,
    undoes_id text references changes (id),
    hash bytea
  )`.execute(db)
  await sql`create index changes_actor on changes (actor, id)`.execute(db)
  await sql`create index changes_undoes on changes (undoes_id) where undoes_id is not null`.execute(db)
  // One row per row that was changed: all of it when it came or went, else the columns that differ. What was erased keeps its digest.
  await sql`create table change_rows (
    id bigint generated always as identity primary key,
    change_id text not null,
    table_name text not null,
    operation text not null check (operation in ('insert', 'update', 'delete', 'erase')),
    object_table text not null,
    object_id text not null,
    edition_id text,
    series_id text,
    key jsonb,
    before jsonb,
    after jsonb,
    salt bytea,
    digest bytea not null,
    erased_by text references changes (id),
    check ((erased_by is null) = (key is not null and salt is not null)),
    check (erased_by is null or (before is null and after is null))
  )`.execute(db)
  await sql`create index change_rows_change on change_rows (change_id, id)`.execute(db)
  await sql`create index change_rows_object on change_rows (object_table, object_id, change_id)`.execute(db)
  await sql`create index change_rows_edition on change_rows (edition_id, change_id) where edition_id is not null`.execute(
    db,
  )
  await sql`create index change_rows_series on change_rows (series_id, change_id) where series_id is not null`.execute(
    db,
  )
  await sql`create index change_rows_erased on change_rows (erased_by, id) where erased_by is not null`.execute(db)
}

/** Only added to; a change gets its number and hash once, a row loses its content once. */
async function refuseTampering(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_change() returns trigger language plpgsql as $$
    begin
      if TG_OP = 'UPDATE' and TG_TABLE_NAME = 'changes' and old.number is null and old.hash is null
        and to_jsonb(new) - array['number', 'hash'] = to_jsonb(old) - array['number', 'hash'] then
        return new;
      end if;
      raise exception 'the log of changes is only added to' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`create function keep_change_row() returns trigger language plpgsql as $$
    declare content constant text[] := array['key', 'before', 'after', 'salt', 'erased_by'];
    begin
      if TG_OP = 'UPDATE' and old.erased_by is null and new.erased_by is not null
        and to_jsonb(new) - content = to_jsonb(old) - content then
        return new;
      end if;
      raise exception 'the log of changes is only added to' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`create trigger keep before update or delete on changes for each row execute function keep_change()`.execute(
    db,
  )
  await sql`create trigger keep before update or delete on change_rows for each row execute function keep_change_row()`.execute(
    db,
  )
  await sql`create trigger keep_all before truncate on changes for each statement execute function keep_change()`.execute(
    db,
  )
  await sql`create trigger keep_all before truncate on change_rows for each statement execute function keep_change_row()`.execute(
    db,
  )
}

/** The change that the running transaction belongs to. Its id is made as the product makes ids, from the time the transaction began. */
async function openChanges(db: Kysely<unknown>): Promise<void> {
  await sql`create function new_change_id() returns text language sql volatile as $$
    with parts as materialized (
      select (extract(epoch from now()) * 1000)::bigint as ms, uuid_send(gen_random_uuid()) as chance,
        '0123456789abcdefghjkmnpqrstvwxyz' as letters
    )
    select 'chg_'
      || (select string_agg(substr(letters, ((ms >> (45 - 5 * i)) & 31)::integer + 1, 1), '' order by i)
        from parts, generate_series(0, 9) as i)
      || (select string_agg(substr(letters, (get_byte(chance, i) & 31) + 1, 1), '' order by i)
        from parts, generate_series(0, 15) as i)
    $$`.execute(db)
  await sql`create function current_change() returns text language plpgsql as $$
    declare change text := nullif(current_setting('fachtag.change', true), '');
    begin
      if change is null then
        insert into changes (id, at, actor, undoes_id) values (new_change_id(), now(),
          coalesce(nullif(current_setting('fachtag.actor', true), ''), 'database'),
          nullif(current_setting('fachtag.undoes', true), ''))
          returning id into change;
        perform set_config('fachtag.change', change, true);
      end if;
      return change;
    end $$`.execute(db)
}

/** When a transaction commits, its change gets the next number and a hash over itself, its rows and the hash before. */
async function chainChanges(db: Kysely<unknown>): Promise<void> {
  await sql`create function chain_change() returns trigger language plpgsql as $$
    declare
      last record;
      next bigint;
    begin
      perform pg_advisory_xact_lock(hashtextextended('fachtag.changes', 0));
      select number, hash into last from changes where number is not null order by number desc limit 1;
      next := coalesce(last.number, 0) + 1;
      update changes set number = next, hash = sha256(convert_to(concat_ws(E'\n',
        coalesce(encode(last.hash, 'hex'), ''),
        jsonb_build_array(next, id, (extract(epoch from at) * 1000000)::bigint, actor, undoes_id),
        (select string_agg(jsonb_build_array(r.id, r.table_name, r.operation, r.object_table, r.object_id, r.edition_id,
          r.series_id, encode(r.digest, 'hex'))::text, E'\n' order by r.id) from change_rows r where r.change_id = new.id)
      ), 'UTF8')) where id = new.id;
      perform set_config('fachtag.change', '', true);
      return null;
    end $$`.execute(db)
  await sql`create constraint trigger chain after insert on changes deferrable initially deferred
    for each row execute function chain_change()`.execute(db)
}

/** The rows of a statement as JSON; those of tables with columns that are only digested come ready made. */
const imagesOf = (rows: string) => `select to_jsonb(one) as image from ${rows} as one where digested = '{}'
        union all select image from unnest(ready_${rows}) as image`

const rowsOf = {
  insert: `select null::jsonb as before, image as after from (${imagesOf('new_rows')}) as n`,
  delete: `select image as before, null::jsonb as after from (${imagesOf('old_rows')}) as o`,
  update: `select o.image as before, n.image as after from (${imagesOf('old_rows')}) as o full join (${imagesOf('new_rows')}) as n
        on coalesce(o.image ->> only_key, change_key(o.image, keys)::text) = coalesce(n.image ->> only_key, change_key(n.image, keys)::text)
      where o.image - bookkeeping is distinct from n.image - bookkeeping`,
} as const

const rowsGiven = { insert: ['new_rows'], delete: ['old_rows'], update: ['old_rows', 'new_rows'] } as const

/** Where a row belongs. When its owner has gone before it is told by what was logged of the owner. */
const placed = `select before, after, image, owner_id, coalesce(
        case when owner = 'editions' then owner_id else image ->> 'edition_id' end,
        case when owner = 'sessions' then coalesce(
          (select sessions.edition_id from sessions where sessions.id = owner_id),
          (select past.edition_id from change_rows past
            where past.object_table = 'sessions' and past.object_id = owner_id limit 1)) end) as place
      from (select *, coalesce(after, before) as image, coalesce(after, before) ->> TG_ARGV[2] as owner_id from changed) as owned`

/** What is kept of a row. The salt keeps who knows the digest from guessing what was erased. */
const told = `select owner_id, place, uuid_send(gen_random_uuid()) as salt,
        case when before is null then 'insert' when after is null then 'delete' else 'update' end as operation,
        case when only_key is null then change_key(image, keys) else jsonb_build_object(only_key, image -> only_key) end as key,
        case when after is null or before is null then before else change_difference(before, after, bookkeeping) end as before,
        case when after is null or before is null then after else change_difference(after, before, bookkeeping) end as after,
        coalesce(case when owner = 'series' then owner_id else image ->> 'series_id' end,
          (select editions.series_id from editions where editions.id = place),
          (select past.series_id from change_rows past where past.edition_id = place and past.series_id is not null limit 1)
        ) as series_id
      from placed`

async function addImageFunctions(db: Kysely<unknown>): Promise<void> {
  await sql`create function change_key(image jsonb, columns text[]) returns jsonb language sql immutable as $$
    select jsonb_object_agg(name, image -> name) from unnest(columns) as name $$`.execute(db)
  await sql`create function change_columns(logged regclass, digested text[]) returns text language sql stable as $$
    select string_agg(case when attname = any(digested)
      then format('''sha256:'' || encode(sha256(convert_to(%1$I::text, ''UTF8'')), ''hex'') as %1$I', attname)
      else quote_ident(attname) end, ', ' order by attnum)
    from pg_attribute where attrelid = logged and attnum > 0 and not attisdropped $$`.execute(db)
  await sql`create function change_difference(image jsonb, other jsonb, bookkeeping text[]) returns jsonb
    language sql immutable as $$
    select coalesce(jsonb_object_agg(name, value), '{}') from jsonb_each(image - bookkeeping) as column_of(name, value)
      where other -> name is distinct from value $$`.execute(db)
}

async function logRows(db: Kysely<unknown>, operation: keyof typeof rowsOf): Promise<void> {
  const prepared = rowsGiven[operation].map(
    (rows) => `execute format('select array_agg(to_jsonb(one)) from (select %s from ${rows}) as one',
          change_columns(TG_RELID, digested)) into ready_${rows};`,
  )
  // Compiling the statement to machine code would take longer than running it. Every look-up is by a key; a plan that was
  // made while a table was small must not read all of it for each of a thousand rows later.
  await sql`create function ${sql.ref(`log_${operation}`)}() returns trigger language plpgsql
    set jit = off set enable_seqscan = off as $$
    declare
      keys constant text[] := TG_ARGV[0];
      digested constant text[] := TG_ARGV[3];
      only_key constant text := case when cardinality(keys) = 1 then keys[1] end;
      owner constant text := TG_ARGV[1];
      bookkeeping constant text[] := array['updated_at', 'revision', 'last_used_at', 'counter'];
      ready_new_rows jsonb[];
      ready_old_rows jsonb[];
    begin
      if current_setting('fachtag.counting', true) = 'yes' then return null; end if;
      if digested <> '{}' then
        ${sql.raw(prepared.join('\n'))}
      end if;
      with changed as materialized (${sql.raw(rowsOf[operation])}),
      head as materialized (select current_change() as change_id where exists (select from changed)),
      placed as (${sql.raw(placed)}),
      told as (${sql.raw(told)})
      insert into change_rows
        (change_id, table_name, operation, object_table, object_id, edition_id, series_id, key, before, after, salt, digest)
      select change_id, TG_TABLE_NAME, operation, owner, owner_id, place, series_id, key, before, after, salt,
        sha256(salt || convert_to(key::text || E'\n' || coalesce(before::text, '') || E'\n' || coalesce(after::text, ''), 'UTF8'))
      from told, head;
      return null;
    end $$`.execute(db)
}

/** `log_changes_of` makes a table a logged one; later migrations call it for the tables they add. */
async function attach(db: Kysely<unknown>): Promise<void> {
  await sql`create function log_changes_of(logged text, owner text, owner_column text, digested text[]) returns void
    language plpgsql as $$
    declare keys text[] := (select array_agg(attname order by array_position(indkey::int2[], attnum))
      from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
      where indrelid = logged::regclass and indisprimary);
    begin
      execute format('create trigger log_insert after insert on %I referencing new table as new_rows
        for each statement execute function log_insert(%L, %L, %L, %L)', logged, keys, owner, owner_column, digested);
      execute format('create trigger log_delete after delete on %I referencing old table as old_rows
        for each statement execute function log_delete(%L, %L, %L, %L)', logged, keys, owner, owner_column, digested);
      execute format('create trigger log_update after update on %I referencing old table as old_rows new table as new_rows
        for each statement execute function log_update(%L, %L, %L, %L)', logged, keys, owner, owner_column, digested);
      execute format('create trigger log_truncate before truncate on %I
        for each statement execute function refuse_truncation()', logged);
    end $$`.execute(db)
  await sql`create function refuse_truncation() returns trigger language plpgsql as $$
    begin raise exception '% is logged: delete its rows', TG_TABLE_NAME using errcode = 'restrict_violation'; end $$`.execute(
    db,
  )
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`.execute(db)
  for (const { name } of rows) {
    const { of = [name, 'id'], digested = [] } = logged[name] ?? {}
    if (logged[name]) await sql`select log_changes_of(${name}, ${of[0]}, ${of[1]}, ${digested}::text[])`.execute(db)
  }
}

async function addUndoOfRow(db: Kysely<unknown>): Promise<void> {
  await sql`create function undo_row(r change_rows) returns void language plpgsql as $$
    declare
      key_columns text := (select string_agg(quote_ident(name), ', ') from jsonb_object_keys(r.key) as name);
      columns text := (select string_agg(quote_ident(name), ', ') from jsonb_object_keys(r.before) as name);
      this_row text := format('(%s) = (select %s from jsonb_populate_record(null::%I, $1))', key_columns, key_columns, r.table_name);
    begin
      if r.operation = 'insert' then
        execute format('delete from %I where %s', r.table_name, this_row) using r.key;
      elsif r.operation = 'delete' then
        execute format('insert into %I (%s) overriding system value select %s from jsonb_populate_record(null::%I, $1)',
          r.table_name, columns, columns, r.table_name) using r.before;
      else
        execute format('update %I set (%s) = (select %s from jsonb_populate_record(null::%I, $2)) where %s',
          r.table_name, columns, columns, r.table_name, this_row) using r.key, r.before;
      end if;
    end $$`.execute(db)
}

/**
 * `undo_change` takes back what a change did to the rows it touched, last to first. What a constraint forbids waits for the
 * others (a row whose owner comes later), with all that was done to the same row before; when nothing is left that can be
 * taken back, the constraint speaks.
 */
async function addUndo(db: Kysely<unknown>): Promise<void> {
  await sql`create function undo_change(undone text) returns void language plpgsql as $$
    declare
      pending bigint[] := array(select id from change_rows where change_id = undone order by id desc);
      postponed bigint[];
      waiting text[];
      problem text;
      row_id bigint;
      r change_rows;
    begin
      perform set_config('fachtag.undoes', undone, true);
      while cardinality(pending) > 0 loop
        postponed := '{}';
        waiting := '{}';
        foreach row_id in array pending loop
          select * into r from change_rows where id = row_id;
          begin
            if r.table_name || r.key::text = any(waiting) then raise integrity_constraint_violation; end if;
            perform undo_row(r);
          exception when integrity_constraint_violation then
            get stacked diagnostics problem = message_text;
            postponed := postponed || row_id;
            waiting := waiting || (r.table_name || r.key::text);
          end;
        end loop;
        if cardinality(postponed) = cardinality(pending) then
          raise integrity_constraint_violation using message = problem;
        end if;
        pending := postponed;
      end loop;
      perform set_config('fachtag.undoes', '', true);
    end $$`.execute(db)
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addTables(db)
  await refuseTampering(db)
  await openChanges(db)
  await chainChanges(db)
  await addImageFunctions(db)
  for (const operation of ['insert', 'update', 'delete'] as const) await logRows(db, operation)
  await attach(db)
  await addUndoOfRow(db)
  await addUndo(db)
}
