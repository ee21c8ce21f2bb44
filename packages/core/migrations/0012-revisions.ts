import { type Kysely, sql } from 'kysely'

/** What is saved together with a row of another table: [part, its column that names the whole, whole]. */
const parts = [
  ['appearances', 'session_id', 'sessions'],
  ['session_topics', 'session_id', 'sessions'],
  ['person_names', 'person_id', 'persons'],
  ['organisation_names', 'organisation_id', 'organisations'],
  ['topic_synonyms', 'topic_id', 'topics'],
  ['edition_organisers', 'edition_id', 'editions'],
  ['edition_lands', 'edition_id', 'editions'],
  ['attendance_figures', 'edition_id', 'editions'],
  ['announcements', 'edition_id', 'editions'],
  ['contacts', 'series_id', 'series'],
  ['news_categories', 'series_id', 'series'],
] as const

const events = [
  ['insert', 'referencing new table as new_rows', 'select * from new_rows'],
  ['delete', 'referencing old table as old_rows', 'select * from old_rows'],
  [
    'update',
    'referencing old table as old_rows new table as new_rows',
    '(table new_rows except table old_rows) union all (table old_rows except table new_rows)',
  ],
] as const

/** Every row with a revision counts how often something in it has changed; saving what is there already counts nothing. */
async function countOwnChanges(db: Kysely<unknown>): Promise<void> {
  await sql`create function raise_revision() returns trigger language plpgsql as $$
    begin
      if current_setting('fachtag.counting', true) = 'yes' then return new; end if;
      new.revision := old.revision
        + case when to_jsonb(new) - 'updated_at' = to_jsonb(old) - 'updated_at' then 0 else 1 end;
      return new;
    end $$`.execute(db)
  await sql`do $$
    declare editable text;
    begin
      for editable in select table_name from information_schema.columns
        where table_schema = current_schema() and column_name = 'revision'
      loop
        execute format('create trigger revision before update on %I for each row
          when (old.* is distinct from new.*) execute function raise_revision()', editable);
      end loop;
    end $$`.execute(db)
}

/**
 * Who has a whole before them has its parts before them: a change of a part makes the whole another one, unless the log of
 * changes (made by the next migration) says that it is only being added: nobody has it before them yet. While
 * `fachtag.counting` is set, nothing but the revision changes, and nobody needs to look for more.
 */
async function countChangesOfParts(db: Kysely<unknown>): Promise<void> {
  for (const [part, column, whole] of parts)
    for (const [event, referencing, changed] of events) {
      const name = sql.ref(`raise_revision_by_${event}_of_${part}`)
      await sql`create function ${name}() returns trigger language plpgsql set jit = off set enable_seqscan = off as $$
        begin
          perform set_config('fachtag.counting', 'yes', true);
          update ${sql.table(whole)} as whole set revision = revision + 1
            where id in (select ${sql.ref(column)} from (${sql.raw(changed)}) as changed)
              and not exists (select from change_rows
                where change_id = nullif(current_setting('fachtag.change', true), '') and operation = 'insert'
                  and table_name = ${sql.lit(whole)} and object_table = ${sql.lit(whole)} and object_id = whole.id);
          perform set_config('fachtag.counting', '', true);
          return null;
        end $$`.execute(db)
      await sql`create trigger ${sql.ref(`revision_of_${whole}_by_${event}`)} after ${sql.raw(event)} on ${sql.table(part)}
        ${sql.raw(referencing)} for each statement execute function ${name}()`.execute(db)
    }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await countOwnChanges(db)
  await countChangesOfParts(db)
}
