-- Grain and guard of each table stand in its comment. kpi_value and kpi_value_history are turned into hypertables where
-- the extension is present (ground/hypertables.sql); names, keys and columns are the same without it.

create table kpi_definition (
    kpi             text    not null,
    kpi_version     integer not null,
    title           text    not null,
    unit            text    not null,
    formula         text    not null,
    component_names text[]  not null,
    primary key (kpi, kpi_version)
);
comment on table kpi_definition is 'One row per version of a KPI. component_names gives the order of kpi_value.components.';

create table kpi_active (
    kpi         text        primary key,
    kpi_version integer     not null,
    activated_at timestamptz not null default now(),
    foreign key (kpi, kpi_version) references kpi_definition
);
comment on table kpi_active is 'One row per KPI: the version that views show. Changing it is one transaction.';

create table kpi_series (
    series_id   integer generated always as identity primary key,
    kpi         text    not null,
    kpi_version integer not null,
    dimensions  jsonb   not null,
    time_window text    not null,
    unique (kpi, kpi_version, time_window, dimensions)
);
comment on table kpi_series is 'One row per (kpi, version, window, dimensions). dimensions is {} for the total, else {"region": "UK", "source": "shopify"}; time_window is size/step (24h/5m) or a calendar unit (day).';

create table kpi_value (
    series_id  integer     not null,
    window_end timestamptz not null,
    value      numeric(38, 6),
    components numeric(38, 6)[],
    fact_count bigint      not null,
    revision   integer     not null,
    flags      text[]      not null default '{}',
    updated_at timestamptz not null,
    generation bigint      not null,
    sequence   bigint      not null,
    primary key (series_id, window_end)
);
-- Finds the rows of a span of time over all series (the sweep of leftovers); a tenth of what a b-tree costs each insert.
create index kpi_value_window_end on kpi_value using brin (window_end);
comment on table kpi_value is 'One row per change point: the value of the window that ends (exclusive) at window_end; it holds on until the next row. Written under the guard (generation, sequence).';

create table kpi_value_history (
    series_id     integer     not null,
    window_end    timestamptz not null,
    value         numeric(38, 6),
    components    numeric(38, 6)[],
    fact_count    bigint      not null,
    revision      integer     not null,
    flags         text[]      not null,
    valid_from    timestamptz not null,
    valid_to      timestamptz not null,
    primary key (series_id, window_end, revision)
);
comment on table kpi_value_history is 'One row per superseded change point of a window that was FINAL: what it said from valid_from until valid_to.';

create table kpi_restatement (
    series_id     integer     not null,
    cause_key     text        not null,
    cause_version text        not null,
    cause_kind    text        not null,
    first_end     timestamptz not null,
    last_end      timestamptz not null,
    first_delta   numeric(38, 6),
    restated_at   timestamptz not null,
    primary key (series_id, cause_key, cause_version)
);
comment on table kpi_restatement is 'Restatement ledger: one row per series and cause (entity version) that changed FINAL windows: the first and last window end touched and the value''s change at the first. cause_kind: LATE (first version of its entity), EDIT, CANCEL.';

create table kpi_writer (
    job          text        not null,
    subtask      integer     not null,
    parallelism  integer     not null,
    generation   bigint      not null,
    restored_to  timestamptz,
    lost_to      timestamptz,
    final_to     timestamptz,
    counters     jsonb       not null default '{}',
    updated_at   timestamptz not null default now(),
    primary key (job, subtask)
);
comment on table kpi_writer is 'One row per parallel writer of a KPI job: its generation (an older one is fenced off), up to when everything it writes is final, and its exactly-once counters. restored_to is final_to in the state it started from (null: from nothing); lost_to the last window end in kpi_value at its start: in between, what no current writer wrote again is a leftover of a lost run. final_to goes back when a job is restored.';

create view kpi_final as
select job, case when count(*) = max(parallelism) and bool_and(final_to is not null) then min(final_to) end as final_to
from kpi_writer
group by job;
comment on view kpi_final is 'One row per job: windows ending at or before final_to are final; null while not every writer has spoken.';

create sequence kpi_generation;
comment on sequence kpi_generation is 'Taken by each writer at each start or restore; only grows.';

create table kpi_start (
    generation bigint      primary key,
    job        text        not null,
    subtask    integer     not null,
    taken_at   timestamptz not null default now()
);
comment on table kpi_start is 'One row per start or restore of a writer: whose each generation is.';

create table source_progress (
    vendor      text        not null,
    unit        text        not null,
    entity      text        not null,
    complete_to timestamptz not null,
    at          timestamptz not null,
    primary key (vendor, unit, entity)
);
comment on table source_progress is 'One row per feed: every change in the source before complete_to has been counted.';

create table dead_letter (
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    stage       text        not null,
    reason      text        not null,
    detail      text        not null,
    source_topic     text   not null,
    source_partition integer not null,
    source_offset    bigint  not null,
    key         bytea,
    value       bytea,
    rejected_at timestamptz not null,
    redriven_at timestamptz,
    primary key (topic, partition, "offset")
);
comment on table dead_letter is 'One row per record of a .rejected topic: topic, partition and offset are its place there, source_* where it came from, key and value its original bytes.';

create view kpi_progress as
select d.kpi, d.kpi_version, s.time_window, 'shopify'::text as source,
       case s.time_window
           when 'day' then date_trunc('day', w.final_to, coalesce(current_setting('sentia.business_zone', true), 'Europe/London'))
           else date_bin(split_part(s.time_window, '/', 2)::interval, w.final_to, timestamptz 'epoch')
       end as final_to,
       p.complete_to
from kpi_definition d
join (select distinct kpi, kpi_version, time_window from kpi_series) s using (kpi, kpi_version)
left join kpi_final w on w.job = 'kpi'
cross join (select min(complete_to) as complete_to from source_progress) p;
comment on view kpi_progress is 'One row per (kpi, version, window, source): windows ending at or before final_to are final; the source is complete to complete_to.';

create view kpi_change_point as
select s.kpi, s.kpi_version, s.dimensions, s.time_window, v.window_end, v.value, d.component_names, v.components,
       v.fact_count, v.revision, v.flags, v.updated_at,
       case
           when w.final_to is null or v.window_end > w.final_to then 'OPEN'
           when v.revision > 0 then 'RESTATED'
           else 'FINAL'
       end as state
from kpi_value v
join kpi_series s using (series_id)
join kpi_definition d using (kpi, kpi_version)
join kpi_active a using (kpi, kpi_version)
left join kpi_final w on w.job = 'kpi';
comment on view kpi_change_point is 'The change points of each KPI''s active version, with their state: OPEN, FINAL or RESTATED.';
