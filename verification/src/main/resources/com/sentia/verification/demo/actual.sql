-- What did the pipeline write, in the form of `expected`?
-- Components are brought into the expected order by their names.
-- Grain: one row per change point of an active KPI version that is final.
create table actual_series as
select series_id, kpi, cast(json(dimensions) as varchar) as dimensions, time_window,
       cast(cast(component_names as json) as varchar[]) as component_names
from read_csv(getvariable('actual_series_file'), auto_detect = false, header = true, quote = '"', escape = '"',
              columns = {series_id: 'BIGINT', kpi: 'VARCHAR', dimensions: 'VARCHAR', time_window: 'VARCHAR', component_names: 'VARCHAR'});

create table series as
select row_number() over () as series, *
from (
    select distinct kpi, dimensions, time_window from expected
    union
    select distinct kpi, dimensions, time_window from actual_series
);

create table actual as
with place as (
    select series_id, series, len(actual_series.component_names) as component_count,
           list_position(actual_series.component_names, kpi_components.component_names[1]) as place_1,
           list_position(actual_series.component_names, kpi_components.component_names[2]) as place_2,
           list_position(actual_series.component_names, kpi_components.component_names[3]) as place_3,
           list_position(actual_series.component_names, kpi_components.component_names[4]) as place_4
    from actual_series
    join series using (kpi, dimensions, time_window)
    left join kpi_components using (kpi)
), written as (
    select *
    from read_csv(getvariable('actual_values_file'), auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                  columns = {series_id: 'BIGINT', window_end: 'TIMESTAMP', value: 'DECIMAL(38, 6)',
                             component_1: 'DECIMAL(38, 6)', component_2: 'DECIMAL(38, 6)', component_3: 'DECIMAL(38, 6)',
                             component_4: 'DECIMAL(38, 6)', component_count: 'BIGINT', fact_count: 'BIGINT'})
    where epoch_us(window_end) <= getvariable('final_to')
)
select series,
       epoch_us(window_end) as window_end,
       cast(value * 1000000 as hugeint) as value,
       cast(case place_1 when 1 then written.component_1 when 2 then written.component_2 when 3 then written.component_3 when 4 then written.component_4 end * 1000000 as hugeint) as component_1,
       cast(case place_2 when 1 then written.component_1 when 2 then written.component_2 when 3 then written.component_3 when 4 then written.component_4 end * 1000000 as hugeint) as component_2,
       cast(case place_3 when 1 then written.component_1 when 2 then written.component_2 when 3 then written.component_3 when 4 then written.component_4 end * 1000000 as hugeint) as component_3,
       cast(case place_4 when 1 then written.component_1 when 2 then written.component_2 when 3 then written.component_3 when 4 then written.component_4 end * 1000000 as hugeint) as component_4,
       written.component_count,
       fact_count,
       -- A change point written twice is one too many.
       row_number() over (partition by series, window_end order by series_id) as occurrence
from written
join place using (series_id);
