-- Why is the value of a KPI what it is, in one window, for these members?
-- $1 KPI, $2 members, $3 window, $4 its end (null: the newest), $5 how many facts. What is JSON goes out as it is.
select kpi_version, title, unit, formula, window_start, window_end, value, components::text as components, fact_count, revision,
       flags, updated_at, state, measures::text as measures, sources::text as sources, facts::text as facts, rates::text as rates
from kpi_explain($1, $2::jsonb, $3, $4::timestamptz, $5)
