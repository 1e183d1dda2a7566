-- Exchange rates: what is known of them, what was known when, and which of them stand behind a value.

create table fx_rate (
    currency    text        not null,
    day         date        not null,
    quote       text        not null,
    rate        numeric(38, 9),
    unit        text        not null,
    updated_at  timestamptz not null,
    feed_rank   integer     not null,
    fetched_at  timestamptz not null,
    known_since timestamptz not null default now(),
    primary key (currency, day)
);
comment on table fx_rate is 'One row per currency and business day: units of quote, the business currency, for one unit of the currency, as the highest version (updated_at, feed_rank, fetched_at, then unit, which is who says so) has it; rate is null where that version took it away. known_since is since when, by the clock on the wall, the row has said so.';

create table fx_rate_history (
    currency   text        not null,
    day        date        not null,
    quote      text        not null,
    rate       numeric(38, 9),
    unit       text        not null,
    updated_at timestamptz not null,
    feed_rank  integer     not null,
    fetched_at timestamptz not null,
    valid_from timestamptz not null,
    valid_to   timestamptz not null,
    primary key (currency, day, updated_at, feed_rank, fetched_at, unit)
);
comment on table fx_rate_history is 'One row per superseded rate: what fx_rate said, last by this version, from valid_from until valid_to. A higher version that says the same supersedes nothing.';

comment on table fact is 'One row per current fact: those of each entity''s highest version. place is its place among them. attributes are texts, unknown ones left out; rate_day is there where an amount is in another currency than the business currency: the business day by whose rate it is converted from the currency. figures are exact numbers: amounts in units of their currency, times in seconds.';
-- Facts in other currencies are found without reading the others.
create index fact_foreign on fact (event_time) where attributes ? 'rate_day';

create function fx_rates_as_of(known_at timestamptz)
returns table (
    currency    text,
    day         date,
    quote       text,
    rate        numeric,
    unit        text,
    known_since timestamptz
)
language sql stable
as $$
    select r.currency, r.day, r.quote, r.rate, r.unit, r.known_since
    from fx_rate r
    where r.known_since <= $1 and r.rate is not null
    union all
    select h.currency, h.day, h.quote, h.rate, h.unit, h.valid_from
    from fx_rate_history h
    where h.valid_from <= $1 and $1 < h.valid_to and h.rate is not null
$$;
comment on function fx_rates_as_of(timestamptz) is
'The rates as they were known at known_at, by the clock on the wall; days whose rate was taken away are left out.';

-- Without "set search_path", as those below, so that they become part of the statement they stand in.
create function fx_rate_applied(currency text, day date)
returns table (
    quote       text,
    rate        numeric,
    rate_day    date,
    unit        text,
    known_since timestamptz
)
language sql stable
as $$
    select r.quote, r.rate, r.day, r.unit, r.known_since
    from fx_rate r
    where r.currency = $1
      and r.day = coalesce(
          (select max(before.day) from fx_rate before where before.currency = $1 and before.day <= $2 and before.rate is not null),
          (select min(later.day) from fx_rate later where later.currency = $1 and later.day > $2 and later.rate is not null))
$$;
comment on function fx_rate_applied(text, date) is
'The rate that amounts of a currency and business day are converted by: that day''s, else the last known before it, else the earliest later one; no row where none is known, and the amounts count nothing.';

create function kpi_selection(kpi text, dimensions jsonb)
returns table (
    measure      bigint,
    component    text,
    sign         numeric,
    fact         text,
    of           text,
    is_figure    boolean,
    has_members  boolean,
    wanted       jsonb,
    wanted_any   text[],
    unnamed      text[]
)
language sql stable
as $$
    with wanted as (
        -- What a series calls "none" are facts that don't say which member they are of.
        select coalesce(jsonb_object_agg(d.key, d.value) filter (where d.value <> '"none"'), '{}') as named,
               coalesce(array_agg(d.key) filter (where d.value = '"none"'), '{}') as unnamed,
               coalesce(array_agg(d.key), '{}') as names
        from jsonb_each($2) d
    )
    select m.place, m.entry ->> 'component', (m.entry ->> 'sign')::numeric,
           m.entry ->> 'fact', m.entry ->> 'of', m.entry ->> 'aggregate' not in ('count', 'distinct', 'repeated'),
           m.entry ->> 'aggregate' in ('distinct', 'repeated'),
           w.named || (select coalesce(jsonb_object_agg(c.key, c.value) filter (where c.value <> '"*"'), '{}')
                       from jsonb_each(m.entry -> 'where') c),
           (select coalesce(array_agg(c.key) filter (where c.value = '"*"'), '{}')
            from jsonb_each(m.entry -> 'where') c)
               || case when m.entry ->> 'aggregate' in ('distinct', 'repeated') then array[m.entry ->> 'of'] else '{}' end,
           w.unnamed
    from wanted w
    cross join kpi_definition d
    join kpi_active a using (kpi, kpi_version)
    cross join lateral jsonb_array_elements(d.measures) with ordinality as m (entry, place)
    where d.kpi = $1 and m.entry -> 'attributes' ?& w.names
$$;
comment on function kpi_selection(text, jsonb) is
'Which facts each measure behind a KPI''s active version takes for a series: those of its kind whose attributes are those in wanted, that have those in wanted_any, and do not say which member of those in unnamed they are of.';

drop function kpi_contributions(text, jsonb, text, timestamptz);
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
    with bound as materialized (
        select m.*, m.of = 'amount' and m.is_figure as is_money, m.wanted = '{}' as takes_all, m.wanted_any = '{}' as takes_any,
               m.unnamed = '{}' as is_named
        from kpi_selection($1, $2) m
    ),
    -- Looked up once for each currency and day, and not at all where no fact asks.
    applied as (
        select jsonb_object_agg(needed.currency || '/' || needed.day, r.rate) as rates
        from (
            select distinct f.attributes ->> 'currency' as currency, f.attributes ->> 'rate_day' as day
            from fact f
            where f.attributes ? 'rate_day'
              and f.event_time >= (select kpi_window_start($3, $4))
              and f.event_time < $4
        ) needed
        cross join lateral fx_rate_applied(needed.currency, needed.day::date) r
    )
    select m.measure, m.component,
           m.sign * case when m.is_figure then (f.figures -> m.of)::numeric else 1 end
               * case
                     when m.is_money and f.attributes ? 'rate_day' then coalesce(
                         ((select rates from applied) -> ((f.attributes ->> 'currency') || '/' || (f.attributes ->> 'rate_day')))::numeric, 0)
                     else 1
                 end,
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
'What each current fact of a window that ends at at_end adds to each of the measures behind a KPI''s active version; a fact can add to several. Amounts in another currency are converted by the rate that fx_rate_applied gives, unrounded.';

create function kpi_rates(kpi text, dimensions jsonb, time_window text, at_end timestamptz)
returns table (
    currency     text,
    day          date,
    facts        bigint,
    amount       numeric,
    quote        text,
    rate         numeric,
    rate_day     date,
    is_estimated boolean,
    unit         text,
    known_since  timestamptz
)
language sql stable
as $$
    with converted as (
        select f.attributes ->> 'currency' as currency, (f.attributes ->> 'rate_day')::date as day,
               count(*) as facts, sum((f.figures -> 'amount')::numeric) as amount
        from fact f
        where f.attributes ? 'rate_day'
          and f.event_time >= (select kpi_window_start($3, $4))
          and f.event_time < $4
          and exists (
              select from kpi_selection($1, $2) m
              where m.of = 'amount' and m.is_figure and m.fact = f.kind
                and f.attributes @> m.wanted
                and f.attributes ?& m.wanted_any
                and not exists (select from unnest(m.unnamed) name where f.attributes ->> name <> 'none'))
        group by 1, 2
    )
    select c.currency, c.day, c.facts, c.amount, r.quote, r.rate, r.rate_day, coalesce(r.rate_day <> c.day, false), r.unit,
           r.known_since
    from converted c
    left join lateral fx_rate_applied(c.currency, c.day) r on true
$$;
comment on function kpi_rates(text, jsonb, text, timestamptz) is
'The rates behind a KPI''s active version in the window that ends at at_end: a row for each currency and business day of current facts in other currencies whose amounts it takes, with how many facts these are (each once) and their amounts summed as they stand in the facts, in that currency; the rate they are converted by, its own day, and is_estimated where that is another. rate is null where none is known: then the amounts count nothing.';

drop function kpi_explain(text, jsonb, text, timestamptz, integer);
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
    facts        jsonb,
    rates        jsonb
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
            from kpi_facts($1, $2, $3, p.window_end, $5) f),
           (select coalesce(jsonb_agg(
                       jsonb_build_object(
                           'currency', r.currency, 'day', r.day, 'facts', r.facts, 'amount', trim_scale(r.amount),
                           'quote', r.quote, 'rate', trim_scale(r.rate), 'rateDay', r.rate_day,
                           'isEstimated', r.is_estimated, 'unit', r.unit, 'knownSince', r.known_since)
                       order by r.currency, r.day), '[]')
            from kpi_rates($1, $2, $3, p.window_end) r)
    from point p
$$;
comment on function kpi_explain(text, jsonb, text, timestamptz, integer) is
'Why a value is what it is: one row for the window of the active version that ends at at_end (the newest when null; of a rolling window the step end at or before it). components by name; measures with how many current facts they take in that window and what these come to; how far each source is complete; the facts that add most; the exchange rates that facts in other currencies are converted by. No row: there is no such series, or nothing was ever in the window.';
