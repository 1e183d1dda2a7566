-- Ledger rows that are missing, one too many, twice there or say something else.
select case when found.kpi is null then 'missing' when expected.kpi is null then 'extra' else 'wrong' end as problem,
       kpi, '{' || series || '}' as series, time_window, cause_key, cause_version,
       'expected', expected.cause_kind, make_timestamptz(expected.first_end), make_timestamptz(expected.last_end), expected.first_delta,
       'found', found.cause_kind, make_timestamptz(found.first_end), make_timestamptz(found.last_end), found.first_delta, found.times
from expected_ledger as expected
full join (select *, count(*) over (partition by kpi, series, time_window, cause_key, cause_version) as times from actual_ledger) as found
    using (kpi, series, time_window, cause_key, cause_version)
where found.kpi is null or expected.kpi is null or times > 1
   or expected.cause_kind is distinct from found.cause_kind
   or expected.first_end is distinct from found.first_end
   or expected.last_end is distinct from found.last_end
   or expected.first_delta is distinct from found.first_delta
limit 30;
-- Rows whose revision is not the number of late versions that changed value, components or flags at their end.
select 'revision', actual.kpi, '{' || actual.series || '}' as series, actual.time_window, make_timestamptz(actual.e) as window_end,
       'expected', count(changed.seq), 'found', actual.revision
from actual
left join changed
    on changed.kpi = actual.kpi and changed.series = actual.series and changed.time_window = actual.time_window
    and actual.e between changed.from_end and changed.until
group by actual.kpi, actual.series, actual.time_window, actual.e, actual.revision
having count(changed.seq) <> actual.revision
limit 30;
