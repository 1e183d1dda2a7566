-- Which KPI has no value at all for one of its dimension sets and windows?
with wanted as (
    select kpi, grain, time_window
    from (select kpi, unnest(dimension_sets) as dimension_set from kpi_components) kept
    join dimension_set using (dimension_set)
    join time_window using (dimension_set)
), found as (
    select distinct kpi, time_window,
           case
               when dimensions = '{}' then 'total'
               when json_exists(dimensions, '$.sku') then 'sku'
               when json_exists(dimensions, '$.defect') then 'line-defect'
               when json_exists(dimensions, '$.line') then 'line'
               when json_exists(dimensions, '$.supplier') then 'supplier'
               when json_exists(dimensions, '$.category') then 'category'
               else 'region'
           end as grain
    from actual
    join series using (series)
)
select kpi || ' by ' || grain || ' over ' || time_window as uncovered
from wanted
anti join found using (kpi, grain, time_window)
order by all
