create function kpi_series(kpi text, dimensions jsonb, time_window text, from_time timestamptz, to_time timestamptz)
returns table (
    window_end timestamptz,
    value      numeric,
    components numeric[],
    fact_count bigint,
    revision   integer,
    flags      text[],
    state      text
)
language sql stable
set search_path from current
as $$
    with point as not materialized (
        select p.*
        from kpi_change_point p
        where p.kpi = $1 and p.dimensions = $2 and p.time_window = $3
    ),
    carried_in as (
        select p.*
        from point p
        where $3 like '%/%' and p.window_end < $4
        order by p.window_end desc
        limit 1
    )
    select $4, c.value, c.components, c.fact_count, c.revision, c.flags, c.state
    from carried_in c
    where not exists (select from point p where p.window_end = $4)
    union all
    select p.window_end, p.value, p.components, p.fact_count, p.revision, p.flags, p.state
    from point p
    where p.window_end between $4 and $5
    order by 1
$$;
comment on function kpi_series(text, jsonb, text, timestamptz, timestamptz) is
'The active version''s series of a KPI from from_time to to_time, both inclusive: its change points, and for a rolling window the value that holds at from_time. Between rows the last value holds. A calendar window carries nothing.';
