-- Sentia's own production, as its people and machines write it down. Written by the owner, read by change capture.
create schema operations;

create table operations.production_run (
    run_id              text primary key,
    lot_id              text not null,
    operation           text not null,
    is_last_operation   boolean not null default true,
    status              text not null check (status in ('PLANNED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
    line                text not null,
    warehouse           text not null,
    sku                 text not null,
    planned_start_at    timestamptz not null,
    planned_end_at      timestamptz not null,
    started_at          timestamptz,
    ended_at            timestamptz,
    cancelled_at        timestamptz,
    planned_quantity    bigint not null check (planned_quantity >= 0),
    produced_quantity   bigint not null default 0 check (produced_quantity >= 0),
    first_pass_quantity bigint not null default 0 check (first_pass_quantity >= 0),
    reworked_quantity   bigint not null default 0 check (reworked_quantity >= 0),
    scrapped_quantity   bigint not null default 0 check (scrapped_quantity >= 0),
    available_millis    bigint not null default 0 check (available_millis >= 0),
    planned_millis      bigint not null default 0 check (planned_millis >= 0),
    run_millis          bigint not null default 0 check (run_millis >= 0),
    ideal_cycle_millis  bigint not null check (ideal_cycle_millis >= 0),
    currency            text not null check (currency ~ '^[A-Z]{3}$'),
    labour_cost         numeric(18, 6) not null default 0 check (labour_cost >= 0),
    overhead_cost       numeric(18, 6) not null default 0 check (overhead_cost >= 0),
    materials           jsonb not null default '[]' check (jsonb_typeof(materials) = 'array'),
    operator_name       text,
    operator_badge      text,
    notes               text,
    updated_at          timestamptz not null,
    committed_at        timestamptz check (committed_at is null)
);
comment on table operations.production_run is
    'One row per operation of one lot on one production line, from the day it is planned. Times UTC; quantities in units; *_millis in milliseconds; *_cost in units of currency. materials: [{sku, standard_quantity, actual_quantity, standard_price}], decimals as text.';

create table operations.machine_reading (
    reading_id     text primary key,
    machine        text not null,
    line           text not null,
    run_id         text,
    read_at        timestamptz not null,
    covered_millis bigint not null check (covered_millis >= 0),
    state          text not null check (state in ('RUNNING', 'IDLE', 'DOWN', 'PLANNED_STOP', 'OFF')),
    failure_id     text,
    units          bigint not null default 0 check (units >= 0),
    cycle_millis   bigint check (cycle_millis >= 0),
    measurements   jsonb not null default '[]' check (jsonb_typeof(measurements) = 'array'),
    operator_badge text,
    notes          text,
    updated_at     timestamptz not null,
    committed_at   timestamptz check (committed_at is null)
);
comment on table operations.machine_reading is
    'One row per machine and time of reading: what it did since the reading before (covered_millis, milliseconds). Times UTC. measurements: [{name, value}], the unit in the name (bearing-celsius), decimals as text.';

create table operations.quality_inspection (
    inspection_id      text primary key,
    run_id             text,
    purchase_order_id  text,
    line               text,
    operation          text,
    supplier           text,
    sku                text not null,
    inspected_at       timestamptz not null,
    inspected_quantity bigint not null check (inspected_quantity >= 0),
    passed_quantity    bigint not null check (passed_quantity >= 0),
    defects            jsonb not null default '[]' check (jsonb_typeof(defects) = 'array'),
    operator_name      text,
    operator_badge     text,
    notes              text,
    updated_at         timestamptz not null,
    committed_at       timestamptz check (committed_at is null)
);
comment on table operations.quality_inspection is
    'One row per inspection of a run''s output or of goods received. Times UTC; quantities in units. defects: [{defect, quantity, disposition}], disposition one of REWORK, SCRAP, RETURN_TO_SUPPLIER, CONCESSION.';

create table operations.target (
    kpi            text not null check (kpi <> ''),
    scope          text not null check (scope <> ''),
    starts_on      date not null,
    target_value   numeric(18, 6) not null,
    operator_name  text,
    notes          text,
    updated_at     timestamptz not null,
    committed_at   timestamptz check (committed_at is null),
    primary key (kpi, scope, starts_on)
);
comment on table operations.target is
    'One row per KPI, scope (company, or a dimension and its value) and first business day: the value wanted from that day on, in the KPI''s unit.';

create table operations.fx_rate (
    base_currency  text not null check (base_currency ~ '^[A-Z]{3}$'),
    quote_currency text not null check (quote_currency ~ '^[A-Z]{3}$'),
    day            date not null,
    rate           numeric(18, 9) not null check (rate > 0),
    published_at   timestamptz not null,
    operator_name  text,
    notes          text,
    updated_at     timestamptz not null,
    committed_at   timestamptz check (committed_at is null),
    primary key (base_currency, quote_currency, day)
);
comment on table operations.fx_rate is
    'One row per pair of currencies and business day: units of quote for one unit of base. Times UTC.';

-- A row's unchanged big values are in the log only with its whole former self.
alter table operations.production_run replica identity full;
alter table operations.machine_reading replica identity full;
alter table operations.quality_inspection replica identity full;

create table operations.deletion (
    entity       text not null,
    id           text not null,
    deleted_at   timestamptz not null,
    committed_at timestamptz check (committed_at is null),
    primary key (entity, id)
);
comment on table operations.deletion is
    'One row per key that ended and has not come back, written by triggers: the deletions a new snapshot could not see. id: the key''s columns, joined by slashes. deleted_at: the source''s clock, UTC.';

do $$
declare
    captured text;
begin
    foreach captured in array array['production_run', 'machine_reading', 'quality_inspection', 'target', 'fx_rate', 'deletion']
    loop
        execute format(
            'comment on column operations.%I.committed_at is %L', captured,
            'Never stored: a snapshot of change capture fills in when the row''s last change was committed (UTC).');
    end loop;
    foreach captured in array array['production_run', 'machine_reading', 'quality_inspection', 'target', 'fx_rate']
    loop
        execute format(
            'comment on column operations.%I.updated_at is %L', captured,
            'When the row was last changed: operations.source_clock(), read within the transaction that changes it.');
    end loop;
end
$$;
