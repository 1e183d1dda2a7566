-- Runs on the pipeline's database: which change points of active versions are there?
-- Amounts as they stand, instants as UTC without a zone, components in the order of the KPI's definition.
select v.series_id, v.window_end at time zone 'UTC' as window_end, v.value,
       v.components[1] as component_1, v.components[2] as component_2, v.components[3] as component_3,
       v.components[4] as component_4,
       coalesce(cardinality(v.components), 0) as component_count, v.fact_count
from kpi_value v
join kpi_series using (series_id)
join kpi_active using (kpi, kpi_version)
