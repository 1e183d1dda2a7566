-- Which values differ first? Amounts in units again.
select kind, kpi, dimensions, time_window, strftime(make_timestamp(window_end), '%Y-%m-%dT%H:%M:%SZ') as window_end,
       coalesce(case when expected_count is not null then concat_ws(' ', coalesce(cast(cast(expected_value as decimal(38, 0)) * 0.000001 as varchar), 'null'),
           cast([cast(component as decimal(38, 0)) * 0.000001 for component in expected_components if component is not null] as varchar),
           'of ' || expected_count) end, 'no row') as expected,
       coalesce(case when actual_count is not null then concat_ws(' ', coalesce(cast(cast(actual_value as decimal(38, 0)) * 0.000001 as varchar), 'null'),
           cast([cast(component as decimal(38, 0)) * 0.000001 for component in actual_components if component is not null] as varchar),
           'of ' || actual_count) end, 'no row') as actual
from difference
join series using (series)
order by difference.window_end, kpi, dimensions, time_window
limit 20
