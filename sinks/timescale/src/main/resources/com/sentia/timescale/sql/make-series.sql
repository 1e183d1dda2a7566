insert into kpi_series (kpi, kpi_version, dimensions, time_window)
select kpi, kpi_version, dimensions::jsonb, time_window
from unnest(?::text[], ?::integer[], ?::text[], ?::text[]) as wanted (kpi, kpi_version, dimensions, time_window)
order by 1, 2, 4, 3
on conflict do nothing
