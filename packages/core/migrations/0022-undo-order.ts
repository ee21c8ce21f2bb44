import { type Kysely, sql } from 'kysely'

/**
 * What a foreign key does (sets null, deletes along) stands in the log after the row that caused it. Taken back from the
 * last to the first it has to wait for that row, and no longer: an older change may take away again what it needs. So after
 * each step the last row that can be taken back is looked for anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function undo_change(undone text) returns void language plpgsql as $$
    declare
      pending bigint[] := array(select id from change_rows where change_id = undone order by id desc);
      waiting text[];
      problem text;
      row_id bigint;
      done bigint;
      r change_rows;
    begin
      perform set_config('fachtag.undoes', undone, true);
      while cardinality(pending) > 0 loop
        waiting := '{}';
        done := null;
        foreach row_id in array pending loop
          select * into r from change_rows where id = row_id;
          begin
            if r.table_name || r.key::text = any(waiting) then raise integrity_constraint_violation; end if;
            perform undo_row(r);
            done := row_id;
          exception when integrity_constraint_violation then
            get stacked diagnostics problem = message_text;
            waiting := waiting || (r.table_name || r.key::text);
          end;
          exit when done is not null;
        end loop;
        if done is null then raise integrity_constraint_violation using message = problem; end if;
        pending := array_remove(pending, done);
      end loop;
      perform set_config('fachtag.undoes', '', true);
    end $$`.execute(db)
}
