-- The current facts behind the KPIs. fact is turned into a hypertable where the extension is present (ground/hypertables.sql).

create table fact_entity (
    entity_id  bigint generated always as identity primary key,
    entity     text        not null unique,
    updated_at timestamptz not null,
    feed_rank  integer     not null,
    fetched_at timestamptz not null,
    cause_kind text        not null,
    written_at timestamptz not null default now()
);
comment on table fact_entity is 'One row per entity (kind/unit/id): its highest version, in three parts that are compared in this order, and what that version was to the job that wrote it first: LATE (the first it saw), EDIT, CANCEL. An entity that stands for no facts any more has its row all the same: it is the guard that no older version writes its facts again.';

create table fact (
    entity_id  bigint      not null,
    event_time timestamptz not null,
    place      integer     not null,
    kind       text        not null,
    attributes jsonb       not null,
    figures    jsonb       not null,
    primary key (entity_id, event_time, place)
);
create index fact_event_time on fact (event_time);
comment on table fact is 'One row per current fact: those of each entity''s highest version. place is its place among them. attributes are texts, unknown ones left out; figures are exact numbers: amounts in units of the business currency, times in seconds.';

create view current_fact as
select e.entity, f.kind, f.event_time, f.attributes, f.figures, e.updated_at, e.feed_rank, e.fetched_at, e.cause_kind,
       e.written_at
from fact f
join fact_entity e using (entity_id);
comment on view current_fact is 'The current facts with the version of the entity that they are of.';
