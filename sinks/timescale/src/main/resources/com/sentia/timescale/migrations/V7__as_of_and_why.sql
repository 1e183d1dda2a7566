-- What was known when, and why a value is what it is.

alter table kpi_definition add column measures jsonb not null default '[]';
comment on column kpi_definition.measures is 'The measures that the version rests on: a list of {component, sign, fact, where, aggregate, of, attributes}. component is that of component_names the measure is added to (sign 1) or taken off from (-1), the KPI''s own name where it has none. It takes facts of one kind that have the attributes in where (* for any value), and makes the aggregate count, distinct or repeated (of an attribute), or of a figure sum, level, average, min, max or a percentile such as p95. attributes are those that facts of the kind have: a kind without one of a series'' dimensions is not in it.';

alter table kpi_value add column made_by_restatement boolean not null default false;
alter table kpi_value_history add column made_by_restatement boolean not null default false;
comment on column kpi_value.made_by_restatement is 'Whether a restatement made this change point: there was none when the window became final.';
comment on column kpi_value_history.made_by_restatement is 'As in kpi_value.';

-- Without "set search_path", so that it becomes part of the statement it stands in and reads no more than that wants.
create function kpi_points_as_of(series integer, from_time timestamptz, to_time timestamptz, known_at timestamptz)
returns table (
    window_end timestamptz,
    value      numeric,
    components numeric[],
    fact_count bigint,
    revision   integer,
    flags      text[],
    updated_at timestamptz,
    is_known   boolean
)
language sql stable
as $$
    select v.window_end, v.value, v.components, v.fact_count, v.revision, v.flags, v.updated_at, v.updated_at <= $4
    from kpi_value v
    where v.series_id = $1 and v.window_end >= $2 and v.window_end <= $3
      and (v.updated_at <= $4 or v.revision = 0 and not v.made_by_restatement)
    union all
    select h.window_end, h.value, h.components, h.fact_count, h.revision, h.flags, h.valid_from, h.valid_from <= $4
    from kpi_value_history h
    where h.series_id = $1 and h.window_end >= $2 and h.window_end <= $3
      and ($4 < h.valid_to and h.valid_from <= $4 or h.valid_from > $4 and h.revision = 0 and not h.made_by_restatement)
$$;
comment on function kpi_points_as_of(integer, timestamptz, timestamptz, timestamptz) is
'The change points of a series, from from_time to to_time, as they stood at known_at. is_known is false at ends that the series reached only later (its other columns are then no answer); a change point that a later restatement made is left out, one that it took away is there.';

create function kpi_version_at(kpi text, known_at timestamptz)
returns integer
language plpgsql stable
set search_path from current
as $$
declare
    active kpi_active;
begin
    select a.* into active from kpi_active a where a.kpi = $1;
    if active.kpi is null then
        raise exception using errcode = 'invalid_parameter_value',
            message = format('there is no KPI %L', $1),
            hint = 'select kpi from kpi_active lists those there are';
    end if;
    if known_at < active.activated_at then
        raise exception using errcode = 'invalid_parameter_value',
            message = format('version %s of %s is shown since %s: at %s it was another definition, or none',
                             active.kpi_version, $1, active.activated_at, known_at),
            hint = format('ask for what was known at %s or later', active.activated_at);
    end if;
    return active.kpi_version;
end
$$;
comment on function kpi_version_at(text, timestamptz) is
'The version of a KPI that is shown now and was at known_at; raises an error when that is before its activation.';

create function kpi_value_as_of(
    kpi text, dimensions jsonb, time_window text, at_end timestamptz, known_at timestamptz)
returns table (
    kpi_version integer,
    window_end  timestamptz,
    value       numeric,
    components  numeric[],
    fact_count  bigint,
    revision    integer,
    flags       text[],
    updated_at  timestamptz
)
language sql stable
set search_path from current
as $$
    select s.kpi_version, p.window_end, p.value, p.components, p.fact_count, p.revision, p.flags, p.updated_at
    from (select kpi_version_at($1, $5) as kpi_version) shown
    join kpi_series s on s.kpi = $1 and s.kpi_version = shown.kpi_version and s.dimensions = $2 and s.time_window = $3
    cross join lateral (
        select *
        from kpi_points_as_of(s.series_id, case when $3 like '%/%' then '-infinity' else $4 end, $4, $5) known
        order by known.window_end desc
        limit 1
    ) p
    where p.is_known
$$;
comment on function kpi_value_as_of(text, jsonb, text, timestamptz, timestamptz) is
'What was known at known_at (by the clock on the wall) of the window that ends at at_end: of a rolling window the change point that held there, of a calendar window its own. updated_at is since when it said so. No row: nothing was known of that end yet, or the window holds nothing. An error before the definition''s activation. While a window is open only its last value is kept.';

create function kpi_series_as_of(
    kpi text, dimensions jsonb, time_window text, from_time timestamptz, to_time timestamptz, known_at timestamptz)
returns table (
    kpi_version integer,
    window_end  timestamptz,
    value       numeric,
    components  numeric[],
    fact_count  bigint,
    revision    integer,
    flags       text[],
    updated_at  timestamptz
)
language sql stable
set search_path from current
as $$
    with point as (
        select s.kpi_version, p.*
        from (select kpi_version_at($1, $6) as kpi_version) shown
        join kpi_series s on s.kpi = $1 and s.kpi_version = shown.kpi_version and s.dimensions = $2 and s.time_window = $3
        cross join lateral kpi_points_as_of(s.series_id, $4, $5, $6) p
    )
    select c.kpi_version, $4, c.value, c.components, c.fact_count, c.revision, c.flags, c.updated_at
    from kpi_value_as_of($1, $2, $3, $4, $6) c
    where c.window_end < $4
    union all
    select p.kpi_version, p.window_end, p.value, p.components, p.fact_count, p.revision, p.flags, p.updated_at
    from point p
    where p.is_known
      and p.window_end < coalesce((select min(later.window_end) from point later where not later.is_known), 'infinity')
    order by 2
$$;
comment on function kpi_series_as_of(text, jsonb, text, timestamptz, timestamptz, timestamptz) is
'A KPI''s series from from_time to to_time, both inclusive, as it was known at known_at: as kpi_series, up to where it had come by then.';

create function kpi_restatements(kpi text, dimensions jsonb, time_window text, at_end timestamptz)
returns table (
    kpi_version   integer,
    restated_at   timestamptz,
    cause_kind    text,
    cause_key     text,
    cause_version text,
    first_end     timestamptz,
    last_end      timestamptz,
    first_delta   numeric
)
language sql stable
set search_path from current
as $$
    select s.kpi_version, r.restated_at, r.cause_kind, r.cause_key, r.cause_version, r.first_end, r.last_end, r.first_delta
    from kpi_series s
    join kpi_active a using (kpi, kpi_version)
    join kpi_restatement r using (series_id)
    where s.kpi = $1 and s.dimensions = $2 and s.time_window = $3
      and case when $3 like '%/%' then date_bin(split_part($3, '/', 2)::interval, $4, timestamptz 'epoch') else $4 end
          between r.first_end and r.last_end
    order by r.restated_at, r.cause_key, r.cause_version
$$;
comment on function kpi_restatements(text, jsonb, text, timestamptz) is
'The entries of the restatement ledger of the active version whose span of window ends holds at_end: what changed the window after it was final, when, and the value''s change at the first of those ends.';

create function kpi_window_start(time_window text, at_end timestamptz)
returns timestamptz
language sql stable
as $$
    select case
        when $1 like 'instant/%' then $2 - split_part($1, '/', 2)::interval
        when $1 like '%/%' then $2 - make_interval(secs => extract(epoch from split_part($1, '/', 1)::interval)::float8)
        when $1 = 'hour' then $2 - interval '1 hour'
        else date_trunc($1, $2 - interval '1 microsecond', coalesce(current_setting('sentia.business_zone', true), 'Europe/London'))
    end
$$;
comment on function kpi_window_start(text, timestamptz) is
'Where the window begins that ends at at_end: a day is as long as it is in the business time zone.';

-- Without "set search_path", so that it becomes part of the statement it stands in.
create function kpi_contributions(kpi text, dimensions jsonb, time_window text, at_end timestamptz)
returns table (
    measure      bigint,
    component    text,
    contribution numeric,
    member       text,
    entity_id    bigint,
    event_time   timestamptz,
    place        integer
)
language sql stable
as $$
    with wanted as (
        -- What a series calls "none" are facts that don't say which member they are of.
        select coalesce(jsonb_object_agg(d.key, d.value) filter (where d.value <> '"none"'), '{}') as named,
               coalesce(array_agg(d.key) filter (where d.value = '"none"'), '{}') as unnamed,
               coalesce(array_agg(d.key), '{}') as names
        from jsonb_each($2) d
    ),
    measure as (
        select m.place as measure, m.entry ->> 'component' as component, (m.entry ->> 'sign')::numeric as sign,
               m.entry ->> 'fact' as fact, m.entry ->> 'of' as of, m.entry ->> 'aggregate' not in ('count', 'distinct', 'repeated') as is_figure,
               m.entry ->> 'aggregate' in ('distinct', 'repeated') as has_members,
               w.named || (select coalesce(jsonb_object_agg(c.key, c.value) filter (where c.value <> '"*"'), '{}')
                           from jsonb_each(m.entry -> 'where') c) as wanted,
               (select coalesce(array_agg(c.key) filter (where c.value = '"*"'), '{}')
                from jsonb_each(m.entry -> 'where') c)
                   || case when m.entry ->> 'aggregate' in ('distinct', 'repeated') then array[m.entry ->> 'of'] else '{}' end
                   as wanted_any,
               w.unnamed
        from wanted w
        cross join kpi_definition d
        join kpi_active a using (kpi, kpi_version)
        cross join lateral jsonb_array_elements(d.measures) with ordinality as m (entry, place)
        where d.kpi = $1 and m.entry -> 'attributes' ?& w.names
    ),
    bound as materialized (
        select m.*, m.wanted = '{}' as takes_all, m.wanted_any = '{}' as takes_any, m.unnamed = '{}' as is_named
        from measure m
    )
    select m.measure, m.component,
           m.sign * case when m.is_figure then (f.figures -> m.of)::numeric else 1 end,
           case when m.has_members then f.attributes ->> m.of end,
           f.entity_id, f.event_time, f.place
    from bound m
    join fact f on f.kind = m.fact
    where f.event_time >= (select kpi_window_start($3, $4))
      and f.event_time < $4
      and (m.takes_all or f.attributes @> m.wanted)
      and (m.takes_any or f.attributes ?& m.wanted_any)
      and (m.is_named or not exists (select from unnest(m.unnamed) name where f.attributes ->> name <> 'none'))
$$;
comment on function kpi_contributions(text, jsonb, text, timestamptz) is
'What each current fact of a window that ends at at_end adds to each of the measures behind a KPI''s active version; a fact can add to several.';

create function kpi_facts(
    kpi text, dimensions jsonb, time_window text, at_end timestamptz, most integer default 10)
returns table (
    component    text,
    contribution numeric,
    kind         text,
    event_time   timestamptz,
    attributes   jsonb,
    figures      jsonb,
    entity       text,
    version      text,
    cause_kind   text
)
language sql stable
set search_path from current
as $$
    with top as (
        select c.*
        from kpi_contributions($1, $2, $3, $4) c
        order by abs(c.contribution) desc, c.event_time desc, c.entity_id, c.place, c.measure
        limit $5
    )
    select top.component, top.contribution, f.kind, f.event_time, f.attributes, f.figures, e.entity,
           (extract(epoch from e.updated_at) * 1000000)::bigint || '.' || e.feed_rank || '.'
               || (extract(epoch from e.fetched_at) * 1000000)::bigint,
           e.cause_kind
    from top
    join fact f using (entity_id, event_time, place)
    join fact_entity e using (entity_id)
    order by abs(top.contribution) desc, top.event_time desc, top.entity_id, top.place, top.measure
$$;
comment on function kpi_facts(text, jsonb, text, timestamptz, integer) is
'The current facts that add most, by absolute amount, to the measures of a KPI''s active version in the window that ends at at_end. version is written as the ledger writes a cause''s.';

create function kpi_explain(
    kpi text, dimensions jsonb, time_window text, at_end timestamptz default null, most_facts integer default 10)
returns table (
    kpi_version  integer,
    title        text,
    unit         text,
    formula      text,
    window_start timestamptz,
    window_end   timestamptz,
    value        numeric,
    components   jsonb,
    fact_count   bigint,
    revision     integer,
    flags        text[],
    updated_at   timestamptz,
    state        text,
    measures     jsonb,
    sources      jsonb,
    facts        jsonb
)
language sql stable
set search_path from current
as $$
    with point as (
        select d.kpi_version, d.title, d.unit, d.formula, d.component_names, d.measures,
               case when $3 like '%/%' and $4 is not null
                    then date_bin(split_part($3, '/', 2)::interval, $4, timestamptz 'epoch')
                    else v.window_end
               end as window_end,
               v.value, v.components, v.fact_count, v.revision, v.flags, v.updated_at,
               case
                   when w.final_to is null or v.window_end > w.final_to then 'OPEN'
                   when v.revision > 0 then 'RESTATED'
                   else 'FINAL'
               end as state
        from kpi_series s
        join kpi_active a using (kpi, kpi_version)
        join kpi_definition d using (kpi, kpi_version)
        cross join lateral (
            select *
            from kpi_value held
            where held.series_id = s.series_id
              and held.window_end <= coalesce($4, 'infinity')
              and ($4 is null or $3 like '%/%' or held.window_end = $4)
            order by held.window_end desc
            limit 1
        ) v
        left join kpi_final w on w.job = d.job
        where s.kpi = $1 and s.dimensions = $2 and s.time_window = $3
    )
    select p.kpi_version, p.title, p.unit, p.formula, kpi_window_start($3, p.window_end), p.window_end, p.value,
           (select coalesce(jsonb_object_agg(c.name, trim_scale(c.value)), '{}')
            from unnest(p.component_names, p.components) c (name, value)
            where c.name is not null and c.value is not null),
           p.fact_count, p.revision, p.flags, p.updated_at, p.state,
           (select coalesce(jsonb_agg(
                       jsonb_build_object(
                           'component', m.entry ->> 'component', 'sign', (m.entry ->> 'sign')::integer,
                           'fact', m.entry ->> 'fact', 'where', m.entry -> 'where',
                           'aggregate', m.entry ->> 'aggregate', 'of', m.entry ->> 'of', 'facts', coalesce(found.facts, 0),
                           'total', case m.entry ->> 'aggregate'
                               when 'distinct' then coalesce(found.members, 0)
                               when 'repeated' then coalesce(found.members_again, 0)
                               when 'sum' then coalesce(trim_scale(found.total), 0)
                               when 'count' then coalesce(trim_scale(found.total), 0)
                           end)
                       order by m.place), '[]')
            from jsonb_array_elements(p.measures) with ordinality as m (entry, place)
            left join (
                select measure, sum(facts) as facts, sum(contribution) as total, count(member) as members,
                       count(member) filter (where facts > 1) as members_again
                from (
                    select measure, member, count(*) as facts, sum(contribution) as contribution
                    from kpi_contributions($1, $2, $3, p.window_end)
                    group by measure, member
                ) of_member
                group by measure
            ) found on found.measure = m.place),
           (select coalesce(jsonb_agg(
                       jsonb_build_object(
                           'source', vendor, 'unit', unit, 'entity', entity, 'completeTo', complete_to,
                           'isComplete', complete_to >= p.window_end)
                       order by vendor, unit, entity), '[]')
            from source_progress
            where isfinite(complete_to)),
           (select coalesce(jsonb_agg(
                       jsonb_build_object(
                           'component', f.component, 'contribution', trim_scale(f.contribution), 'kind', f.kind,
                           'time', f.event_time, 'attributes', f.attributes, 'figures', f.figures, 'entity', f.entity,
                           'version', f.version, 'cause', f.cause_kind)), '[]')
            from kpi_facts($1, $2, $3, p.window_end, $5) f)
    from point p
$$;
comment on function kpi_explain(text, jsonb, text, timestamptz, integer) is
'Why a value is what it is: one row for the window of the active version that ends at at_end (the newest when null; of a rolling window the step end at or before it). components by name; measures with how many current facts they take in that window and what these come to; how far each source is complete; the facts that add most. No row: there is no such series, or nothing was ever in the window.';
