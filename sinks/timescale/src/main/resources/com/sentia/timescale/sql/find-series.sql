select wanted.position, series.series_id
from unnest(?::text[], ?::integer[], ?::text[], ?::text[]) with ordinality
    as wanted (kpi, kpi_version, dimensions, time_window, position)
join kpi_series series
  on series.kpi = wanted.kpi and series.kpi_version = wanted.kpi_version
 and series.time_window = wanted.time_window and series.dimensions = wanted.dimensions::jsonb
