-- Which KPIs are there, and for which sets of dimensions and windows do they have series by now?
with series as (
    select s.kpi, s.kpi_version, s.time_window,
           (select coalesce(array_agg(name order by name), '{}') from jsonb_object_keys(s.dimensions) name) as names
    from kpi_series s
    join kpi_active a using (kpi, kpi_version)
),
dimension_set as (
    select kpi, kpi_version, names, count(*) as series, array_agg(distinct time_window order by time_window) as windows
    from series
    group by kpi, kpi_version, names
)
select d.kpi, d.kpi_version, d.title, d.unit, d.formula, d.component_names,
       coalesce(
           (select jsonb_agg(
                       jsonb_build_object('names', e.names, 'windows', e.windows, 'series', e.series)
                       order by cardinality(e.names), e.names)
            from dimension_set e
            where e.kpi = d.kpi and e.kpi_version = d.kpi_version),
           '[]') as dimension_sets
from kpi_definition d
join kpi_active a using (kpi, kpi_version)
order by d.kpi
limit 500
