-- What is the newest value of a KPI, for every member of the dimensions asked for?
-- $1 KPI, $2 window, $3 dimension names (null: any), $4 members each series must have, $5 and $6 bounds of the window
-- end (exclusive, inclusive), $7 order, $8 how many.
select s.dimensions, v.window_end, v.value, d.component_names, v.components, v.fact_count, v.revision, v.flags,
       v.updated_at,
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
    from kpi_value newest
    where newest.series_id = s.series_id and newest.window_end > $5 and newest.window_end <= $6
    order by newest.window_end desc
    limit 1
) v
left join kpi_final w on w.job = d.job
where s.kpi = $1
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
