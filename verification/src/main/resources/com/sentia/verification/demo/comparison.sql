-- Where do the pipeline's values differ from those recomputed from the file?
-- Grain of `difference`: one row per change point that is wrong, missing or extra.
create table expected_final as
select series, window_end, value, component_1, component_2, component_3, component_4, len(component_names) as component_count, fact_count
from expected
join series using (kpi, dimensions, time_window)
join kpi_components using (kpi)
where window_end <= getvariable('final_to');

create table difference as
select series, window_end,
       case
           when actual.series is null then 'missing'
           when expected_final.series is null then 'extra'
           else 'wrong'
       end as kind,
       expected_final.value as expected_value, actual.value as actual_value,
       [expected_final.component_1, expected_final.component_2, expected_final.component_3, expected_final.component_4] as expected_components,
       [actual.component_1, actual.component_2, actual.component_3, actual.component_4] as actual_components,
       expected_final.fact_count as expected_count, actual.fact_count as actual_count
from expected_final
full outer join (from actual where occurrence = 1) actual using (series, window_end)
where actual.series is null
   or expected_final.series is null
   or expected_final.value is distinct from actual.value
   or expected_final.component_1 is distinct from actual.component_1
   or expected_final.component_2 is distinct from actual.component_2
   or expected_final.component_3 is distinct from actual.component_3
   or expected_final.component_4 is distinct from actual.component_4
   or expected_final.component_count is distinct from actual.component_count
   or expected_final.fact_count is distinct from actual.fact_count
union all
select series, window_end, 'extra', null, value, null, [component_1, component_2, component_3, component_4], null, fact_count
from actual
where occurrence > 1;
