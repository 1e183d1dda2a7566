-- How did one KPI or several move between two instants, in one window and for the same members?
-- $1 KPIs (null: all), $2 window, $3 members, $4 and $5 bounds of the window end (exclusive, inclusive), $6 cell width in seconds,
-- $7 whether the value before carries on (not so in calendar windows), $8 how many points a KPI.
-- Of each cell the last change point is given, so every point is one that stands in the database. The value carried
-- in is the last change point at or before $4.
select s.kpi, s.kpi_version, d.unit, d.component_names, v.part, v.window_end, v.value, v.components, v.fact_count, v.revision,
       v.flags, v.updated_at,
       case
           when w.final_to is null or v.window_end > w.final_to then 'OPEN'
           when v.revision > 0 then 'RESTATED'
           else 'FINAL'
       end as state
from kpi_series s
join kpi_active a using (kpi, kpi_version)
join kpi_definition d using (kpi, kpi_version)
cross join lateral (
    (select 'CARRIED' as part, carried.*
     from kpi_value carried
     where $7 and carried.series_id = s.series_id and carried.window_end <= $4
     order by carried.window_end desc
     limit 1)
    union all
    (select 'POINT' as part, (last_of_cell.point).*
     from (
         select distinct on (cell) date_bin(
                    make_interval(secs => $6),
                    point.window_end - interval '1 microsecond',
                    timestamptz 'epoch') as cell,
                point
         from kpi_value point
         where point.series_id = s.series_id and point.window_end > $4 and point.window_end <= $5
         order by cell, point.window_end desc
     ) last_of_cell
     limit $8)
) v
left join kpi_final w on w.job = d.job
where ($1::text[] is null or s.kpi = any ($1))
  and s.time_window = $2
  and s.dimensions = $3::jsonb
order by s.kpi, v.window_end
