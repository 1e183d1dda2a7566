-- What was known at $9 of a KPI's value, for every member of the dimensions asked for?
-- $1 to $8 as in values.sql; $10 whether the newest window that was known counts, rather than the newest within bounds.
select s.dimensions, v.window_end, v.value, d.component_names, v.components, v.fact_count, v.revision, v.flags,
       v.updated_at,
       case
           when v.revision > 0 then 'RESTATED'
           when w.final_to is null or v.window_end > w.final_to then 'OPEN'
           else 'FINAL'
       end as state
from kpi_series s
join kpi_active a using (kpi, kpi_version)
join kpi_definition d using (kpi, kpi_version)
cross join lateral (
    select *
    from kpi_points_as_of(s.series_id, $5, $6, $9) newest
    where newest.window_end > $5 and (newest.is_known or not $10)
    order by newest.window_end desc
    limit 1
) v
left join kpi_final w on w.job = d.job
where v.is_known
  and s.kpi = $1
  and s.time_window = $2
  and ($3::text[] is null
       or $3 = (select coalesce(array_agg(name order by name), '{}') from jsonb_object_keys(s.dimensions) name))
  and s.dimensions @> $4::jsonb
order by
    case when $7::text = '-value' then v.value end desc nulls last,
    case when $7::text = 'value' then v.value end nulls last,
    (select count(*) from jsonb_object_keys(s.dimensions)),
    s.dimensions
limit $8
