-- How did one KPI or several move between two instants, as it was known at $9?
-- $1 to $8 as in series.sql. A series ends where it had not come by then.
select s.kpi, s.kpi_version, d.unit, d.component_names, v.part, v.window_end, v.value, v.components, v.fact_count, v.revision,
       v.flags, v.updated_at,
       case
           when v.revision > 0 then 'RESTATED'
           when w.final_to is null or v.window_end > w.final_to then 'OPEN'
           else 'FINAL'
       end as state
from kpi_series s
join kpi_active a using (kpi, kpi_version)
join kpi_definition d using (kpi, kpi_version)
cross join lateral (
    (select 'CARRIED' as part, carried.*
     from kpi_points_as_of(s.series_id, '-infinity', $4, $9) carried
     where $7
     order by carried.window_end desc
     limit 1)
    union all
    (select 'POINT' as part, last_of_cell.window_end, last_of_cell.value, last_of_cell.components, last_of_cell.fact_count,
            last_of_cell.revision, last_of_cell.flags, last_of_cell.updated_at, last_of_cell.is_known
     from (
         select distinct on (cell) date_bin(
                    make_interval(secs => $6),
                    point.window_end - interval '1 microsecond',
                    timestamptz 'epoch') as cell,
                point.*
         from kpi_points_as_of(s.series_id, $4, $5, $9) point
         where point.is_known
           and point.window_end > $4
           and point.window_end < coalesce(
               (select min(later.window_end) from kpi_points_as_of(s.series_id, $4, $5, $9) later where not later.is_known),
               'infinity')
         order by cell, point.window_end desc
     ) last_of_cell
     limit $8)
) v
left join kpi_final w on w.job = d.job
where v.is_known
  and ($1::text[] is null or s.kpi = any ($1))
  and s.time_window = $2
  and s.dimensions = $3::jsonb
order by s.kpi, v.window_end
