-- Deletions are remembered, so that a snapshot taken after a lost slot tells them; truncation could not be, and is refused.
create table operations.simulated_clock (
    only_row boolean primary key default true check (only_row),
    shows    timestamptz not null
);
comment on table operations.simulated_clock is
    'At most one row: the time of a simulated company, UTC. Whoever simulates moves it in the transaction that writes what happened up to it, and is the only writer.';

create function operations.source_clock() returns timestamptz
    language sql volatile
as $$
    select coalesce((select shows from operations.simulated_clock), clock_timestamp())
$$;
comment on function operations.source_clock is
    'The clock of this source: what a simulation shows, else the server''s. Every updated_at is read from it.';

create function operations.key_text(held jsonb, columns text[]) returns text
    language sql immutable
as $$
    select string_agg(held ->> name, '/' order by place) from unnest(columns) with ordinality as key(name, place)
$$;
comment on function operations.key_text is 'A row''s key as change capture writes it: its columns, in order, joined by slashes.';

create function operations.remember_end() returns trigger
    language plpgsql
as $$
declare
    ended text;
    begun text;
begin
    if tg_op <> 'INSERT' then
        ended := operations.key_text(to_jsonb(old), tg_argv);
    end if;
    if tg_op <> 'DELETE' then
        begun := operations.key_text(to_jsonb(new), tg_argv);
    end if;
    if begun is distinct from ended then
        insert into operations.deletion (entity, id, deleted_at)
        select tg_table_name, ended, operations.source_clock() where ended is not null
        on conflict (entity, id) do update set deleted_at = excluded.deleted_at;
        delete from operations.deletion where entity = tg_table_name and id = begun;
    end if;
    return null;
end
$$;
comment on function operations.remember_end is 'Keeps operations.deletion right; its arguments are the columns of the table''s key.';

create function operations.refuse_truncate() returns trigger
    language plpgsql
as $$
begin
    raise exception 'operations.% is captured: a truncate would end rows without telling which', tg_table_name
        using hint = 'Delete the rows instead.';
end
$$;
comment on function operations.refuse_truncate is 'Stops a truncate of a captured table.';

create trigger remember_end after insert or delete or update of run_id on operations.production_run
    for each row execute function operations.remember_end('run_id');
create trigger remember_end after insert or delete or update of reading_id on operations.machine_reading
    for each row execute function operations.remember_end('reading_id');
create trigger remember_end after insert or delete or update of inspection_id on operations.quality_inspection
    for each row execute function operations.remember_end('inspection_id');
create trigger remember_end after insert or delete or update of kpi, scope, starts_on on operations.target
    for each row execute function operations.remember_end('kpi', 'scope', 'starts_on');
create trigger remember_end after insert or delete or update of base_currency, quote_currency, day on operations.fx_rate
    for each row execute function operations.remember_end('base_currency', 'quote_currency', 'day');

create trigger refuse_truncate before truncate on operations.production_run
    for each statement execute function operations.refuse_truncate();
create trigger refuse_truncate before truncate on operations.machine_reading
    for each statement execute function operations.refuse_truncate();
create trigger refuse_truncate before truncate on operations.quality_inspection
    for each statement execute function operations.refuse_truncate();
create trigger refuse_truncate before truncate on operations.target
    for each statement execute function operations.refuse_truncate();
create trigger refuse_truncate before truncate on operations.fx_rate
    for each statement execute function operations.refuse_truncate();
