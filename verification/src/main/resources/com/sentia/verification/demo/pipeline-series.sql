-- Runs on the pipeline's database: which series of the KPIs' active versions are there?
select s.series_id, s.kpi, cast(s.dimensions as text) as dimensions, s.time_window, to_json(d.component_names) as component_names
from kpi_series s
join kpi_active using (kpi, kpi_version)
join kpi_definition d using (kpi, kpi_version)
