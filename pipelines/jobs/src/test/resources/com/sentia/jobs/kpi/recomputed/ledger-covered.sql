-- Of each row the entries that cover its end, and whether all of them begin there.
create or replace table covered as
select actual.kpi, actual.series, actual.time_window, actual.e, actual.value, actual.revision, count(entry.kpi) as entries,
       count(*) filter (entry.first_end = actual.e or entry.last_end = actual.e) as sure_entries,
       coalesce(bool_and(entry.first_end = actual.e), false) as begin_here,
       sum(entry.first_delta::hugeint) as delta, count(entry.kpi) - count(entry.first_delta) as unknown,
       list(distinct entry.cause_kind) as kinds
from actual
left join actual_ledger as entry
    on entry.kpi = actual.kpi and entry.series = actual.series and entry.time_window = actual.time_window
    and actual.e between entry.first_end and entry.last_end
group by all;
create or replace table told_whole as
select covered.*, at_finality.value as final_value
from covered
join at_finality using (kpi, series, time_window, e)
where begin_here and unknown = 0 and covered.value is not null and at_finality.value is not null;
create or replace table restating_rate as
select entry.*, is_deleted, is_first
from actual_ledger as entry
join (
    select 'rate/' || currency || '/' || (date '1970-01-01' + day::integer) as cause_key,
           updated || '.' || rank || '.' || fetched as cause_version, nanos = 0 as is_deleted,
           updated = min(updated) over (partition by currency, day) as is_first
    from rate_arrival
) as version using (cause_key, cause_version);
