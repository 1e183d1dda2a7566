-- Which KPI has no value at all for one of its dimension sets and windows?
with wanted as (
    select kpi, dimension_set, time_window
    from kpi_components
    cross join time_window
    where dimension_set <> 'sku' or kpi in ('units', 'net_sales')
), found as (
    select distinct kpi, time_window,
           case when dimensions = '{}' then 'total' when json_exists(dimensions, '$.sku') then 'sku' else 'region' end as dimension_set
    from actual
    join series using (series)
)
select kpi || ' by ' || dimension_set || ' over ' || time_window as uncovered
from wanted
anti join found using (kpi, dimension_set, time_window)
order by all
