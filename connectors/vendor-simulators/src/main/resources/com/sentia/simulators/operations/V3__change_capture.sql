-- What change capture needs: how far the log is complete, and which tables it carries.
create table operations.capture_progress (
    topic_entity text not null,
    partition    integer not null check (partition >= 0),
    complete_to  timestamptz not null,
    marked_at    timestamptz not null,
    primary key (topic_entity, partition)
) with (fillfactor = 50);
comment on table operations.capture_progress is
    'One row per captured table and partition of its raw topic. complete_to: every change with an earlier updated_at stands before this row''s in the log (the source''s clock, UTC). marked_at: when that was found (the server''s clock, UTC).';

-- As many partitions as the catalogue of topics gives the raw topics.
insert into operations.capture_progress (topic_entity, partition, complete_to, marked_at)
select entity, partition, 'epoch', 'epoch'
from unnest(array['production_run', 'machine_reading', 'quality_inspection', 'target', 'fx_rate']) as entity,
     generate_series(0, 3) as partition;

-- Runs as the owner, who may see other sessions' transactions (pg_read_all_stats); who captures may only call it.
create function operations.mark_progress() returns void
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    reached timestamptz;
    oldest  timestamptz;
begin
    if not pg_has_role(current_user, 'pg_read_all_stats', 'usage') then
        raise exception 'operations.mark_progress can''t see other transactions'
            using hint = format('grant pg_read_all_stats to %I', current_user);
    end if;
    select shows into reached from operations.simulated_clock;
    if reached is null then
        -- The clock first: whoever begins after it was read takes later times. A transaction is listed some moments after
        -- its clock was taken; a second is far more than these.
        reached := clock_timestamp() - interval '1 second';
        perform pg_stat_clear_snapshot();
        select min(session.xact_start) into oldest
        from pg_stat_activity session
        where session.datname = current_database()
          and session.pid <> pg_backend_pid()
          and session.xact_start is not null
          and exists (
              select from (select distinct topic_entity from operations.capture_progress) captured
              where has_table_privilege(
                  session.usesysid, 'operations.' || captured.topic_entity, 'insert, update, delete'));
        reached := least(reached, oldest);
        -- After the sessions: a transaction leaves them when it is prepared, and nobody tells when it began.
        if exists (select from pg_prepared_xacts where database = current_database()) then
            reached := null;
        end if;
    end if;
    -- greatest() takes no notice of a null.
    update operations.capture_progress
    set complete_to = greatest(complete_to, reached), marked_at = clock_timestamp();
end
$$;
comment on function operations.mark_progress is
    'Moves capture_progress on to the time before which no change can still come: the clock, less what transactions that are open may still write.';

create function operations.committed_at(changed_by xid) returns timestamptz
    language sql stable
as $$
    -- Of the oldest rows the server has forgotten it. Any time before this snapshot and behind what it has forgotten will do.
    select coalesce(pg_xact_commit_timestamp(changed_by), transaction_timestamp() - interval '1 minute')
$$;
comment on function operations.committed_at is
    'When a row''s last change was committed, as the log says it, from the row''s xmin. Needs track_commit_timestamp.';

create publication sentia_capture for table
    operations.production_run,
    operations.machine_reading,
    operations.quality_inspection,
    operations.target,
    operations.fx_rate,
    operations.capture_progress;
comment on publication sentia_capture is 'The tables of change capture. operations.deletion is read by snapshots only.';
