-- Rows that are missing, one too many, or say something else.
select case when actual.kpi is null then 'missing' when expected.kpi is null then 'extra' else 'wrong' end as problem,
       kpi, '{' || series || '}' as series, time_window, make_timestamptz(e) as window_end,
       'expected', expected.value, '[' || expected.components || ']', expected.facts, expected.flags,
       'found', actual.value, '[' || actual.components || ']', actual.facts, actual.flags, 'revision', actual.revision
from expected
full join actual using (kpi, series, time_window, e)
where actual.kpi is null or expected.kpi is null
   or expected.value is distinct from actual.value
   or expected.components is distinct from actual.components
   or expected.facts is distinct from actual.facts
   or expected.flags is distinct from actual.flags
order by e, kpi, series, time_window
limit 30;
