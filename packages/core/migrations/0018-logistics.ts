import { type Kysely, sql } from 'kysely'

/** What people who appear say about coming and what they need, and how the call of those who take part by video is prepared. */
async function addLogistics(db: Kysely<unknown>): Promise<void> {
  // arrives_on, arrives_at, check_on, check_at: in wall time of the edition.
  await sql`create table speaker_logistics (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    person_id text not null references persons (id) on delete cascade,
    is_always_there boolean not null default false,
    arrives_on date,
    arrives_at time(0),
    travel text check (travel in ('local', 'train', 'car', 'plane', 'other')),
    pick_up text,
    stay text,
    needs jsonb not null default '[]',
    needs_note text,
    check_wish text,
    check_on date,
    check_at time(0),
    check_by text,
    call_link text,
    check_result text not null default 'open' check (check_result in ('open', 'good', 'problems')),
    check_note text,
    fallback text check (fallback in ('phone', 'recording', 'stand-in')),
    fallback_phone text,
    stand_in_id text references reserves (id) on delete set null,
    answered_at timestamptz,
    unique (edition_id, person_id)
  )`.execute(db)
  await sql`create index speaker_logistics_person on speaker_logistics (person_id)`.execute(db)
  await sql`create index speaker_logistics_stand_in on speaker_logistics (stand_in_id)`.execute(db)
  await sql`create trigger revision before update on speaker_logistics for each row
    when (old.* is distinct from new.*) execute function raise_revision()`.execute(db)
  await sql`select log_changes_of('speaker_logistics', 'persons', 'person_id', '{}'::text[])`.execute(db)
}

/**
 * Who has the logistics of somebody before them has the times before them at which they can be there, and who has a room before
 * them has its equipment: a change of the one makes the other another version.
 */
async function countChangesOfParts(db: Kysely<unknown>): Promise<void> {
  const parts = [
    ['availabilities', 'speaker_logistics', sql`edition_id = touched.edition_id and person_id = touched.person_id`],
    ['room_equipment', 'rooms', sql`id = touched.room_id`],
  ] as const
  for (const [part, whole, belongs] of parts) {
    const name = sql.ref(`raise_revision_by_${part}`)
    await sql`create function ${name}() returns trigger language plpgsql as $$
      declare touched ${sql.table(part)} := coalesce(new, old);
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - 'revision' = to_jsonb(old) - 'revision' then return null; end if;
        perform set_config('fachtag.counting', 'yes', true);
        update ${sql.table(whole)} set revision = revision + 1 where ${belongs};
        perform set_config('fachtag.counting', '', true);
        return null;
      end $$`.execute(db)
    await sql`create trigger ${sql.ref(`revision_of_${whole}`)} after insert or update or delete on ${sql.table(part)}
      for each row execute function ${name}()`.execute(db)
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addLogistics(db)
  await countChangesOfParts(db)
}
