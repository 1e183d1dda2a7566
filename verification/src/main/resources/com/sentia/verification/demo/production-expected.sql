-- Which change points must every KPI of production and quality have?
-- Components are sums of figures; a plain sum is its own only component, and shows none.
create table production_kpi as
select kpi, form, component_names, parts, dimension_sets
from (values
    ('availability', 'ratio', ['run_time', 'planned_time'], [['run_time'], ['planned_time']], ['production', 'line']),
    ('performance', 'ratio', ['ideal_time', 'run_time'], [['ideal_time'], ['run_time']], ['production', 'line']),
    ('quality', 'ratio', ['first_pass_units', 'produced_units'], [['first_pass_units'], ['produced_units']], ['production', 'line']),
    ('first_pass_yield', 'ratio', ['first_pass_units', 'produced_units'], [['first_pass_units'], ['produced_units']], ['production', 'line']),
    ('scrap_rate', 'ratio', ['scrapped_units', 'produced_units'], [['scrapped_units'], ['produced_units']], ['production', 'line']),
    ('rework_rate', 'ratio', ['reworked_units', 'produced_units'], [['reworked_units'], ['produced_units']], ['production', 'line']),
    ('capacity_use', 'ratio', ['ideal_time', 'available_time'], [['ideal_time'], ['available_time']], ['production', 'line']),
    ('schedule_attainment', 'ratio', ['scheduled_units_made', 'planned_units'], [['scheduled_units_made'], ['planned_units']], ['production', 'line']),
    ('defect_rate', 'ratio', ['defects', 'inspected_units'], [['defects'], ['inspected_units']], ['production', 'line']),
    ('incoming_defect_rate', 'ratio', ['incoming_defects', 'incoming_inspected'], [['incoming_defects'], ['incoming_inspected']], ['supply', 'supplier']),
    ('cost_per_unit', 'ratio', ['production_cost', 'finished_units'],
        [['material_cost', 'labour_cost', 'overhead_cost'], ['finished_first_pass', 'finished_reworked']], ['production', 'line']),
    ('takt', 'ratio', ['available_time_last', 'units'], [['available for a sale'], ['units sold']], ['takt']),
    ('mtbf', 'ratio of hours', ['machine_run_time', 'failures'], [['machine_run_time'], ['failures']], ['production', 'line']),
    ('mttr', 'ratio of hours', ['machine_down_time', 'failures'], [['machine_down_time'], ['failures']], ['production', 'line']),
    ('throughput', 'per hour', ['machine_units'], [['machine_units']], ['production', 'line']),
    ('oee', 'product of ratios', ['ideal_time', 'planned_time', 'first_pass_units', 'produced_units'],
        [['ideal_time'], ['planned_time'], ['first_pass_units'], ['produced_units']], ['production', 'line']),
    ('finished_units', 'sum', ['finished_first_pass', 'finished_reworked'], [['finished_first_pass'], ['finished_reworked']], ['production', 'line']),
    ('production_cost', 'sum', ['material_cost', 'labour_cost', 'overhead_cost'],
        [['material_cost'], ['labour_cost'], ['overhead_cost']], ['production', 'line']),
    ('wip_value', 'sum', [], [['wip_value']], ['work-in-progress', 'work-in-progress-line']),
    ('defects', 'sum', [], [['defects']], ['production', 'line', 'line-defect']),
    ('incoming_inspected', 'sum', [], [['incoming_inspected']], ['supply', 'supplier']),
    ('incoming_defects', 'sum', [], [['incoming_defects']], ['supply', 'supplier'])
) as listed (kpi, form, component_names, parts, dimension_sets)
union all
select figure, 'sum', [], [[figure]], ['production', 'line']
from (select unnest(['produced_units', 'first_pass_units', 'reworked_units', 'scrapped_units', 'finished_first_pass', 'finished_reworked',
                     'run_time', 'planned_time', 'available_time', 'available_time_last', 'ideal_time', 'planned_units',
                     'scheduled_units_made', 'material_cost', 'labour_cost', 'overhead_cost', 'material_variance', 'machine_run_time',
                     'machine_down_time', 'machine_units', 'failures', 'inspected_units']) as figure);

insert into kpi_components
select kpi, component_names, dimension_sets from production_kpi
union all
values ('cycle_time_p50', [], ['production', 'line']), ('rolled_yield', [], ['yield-line', 'yield-category']);
insert into dimension_set select dimension_set, grain from production_set where dimension_set not in (select dimension_set from dimension_set);
insert into time_window select dimension_set, time_window, size, step from production_window;

-- How long is a calendar window that ends there?
create macro window_hours(time_window, window_end, size) as coalesce(size,
    window_end - london_midnight(date_trunc(time_window, london_time(window_end - 1)))) / 3600000000;

insert into expected
with part as (
    select kpi, form, component_names, dimension_set, unnest(parts) as figures, generate_subscripts(parts, 1) as place
    from (select * exclude (dimension_sets), unnest(dimension_sets) as dimension_set from production_kpi)
), component as (
    select kpi, form, component_names, dimension_set, time_window, member, window_end, is_rolling, place,
           sum(amount)::hugeint as amount, sum(moved)::hugeint as moved, sum(facts)::bigint as facts
    from (select * exclude (figures), unnest(figures) as figure from part)
    join production_counted using (dimension_set, figure)
    group by all
), wide as (
    select kpi, form, component_names, dimension_set, time_window, member, window_end, is_rolling,
           coalesce(max(amount) filter (place = 1), 0) as a, coalesce(max(amount) filter (place = 2), 0) as b,
           coalesce(max(amount) filter (place = 3), 0) as c, coalesce(max(amount) filter (place = 4), 0) as d,
           bool_or(moved <> 0) as has_moved, sum(facts)::bigint as fact_count
    from component
    group by all
)
select kpi, member, time_window, window_end,
       case form
           when 'sum' then a + b + c + d
           when 'ratio' then half_even_millionths(a, case when kpi <> 'takt' or b > 0 then b else 0 end)
           when 'ratio of hours' then half_even_millionths(a, b * 3600)
           when 'per hour' then half_even_millionths(a, window_hours(time_window, window_end, size)::bigint * 1000000)
           when 'product of ratios' then half_even_millionths(a * c, b * d)
       end::bigint,
       case when len(component_names) >= 1 then a end::bigint, case when len(component_names) >= 2 then b end::bigint,
       case when len(component_names) >= 3 then c end::bigint, case when len(component_names) >= 4 then d end::bigint,
       fact_count
from wide
join production_window using (dimension_set, time_window)
where case when is_rolling then has_moved else fact_count > 0 end;

insert into expected
with told as (
    select *, middle * 1000 as value, lag(middle) over (partition by dimension_set, time_window, member order by window_end) as earlier
    from cycles_counted
)
select 'cycle_time_p50', member, time_window, window_end, value, null, null, null, null, facts
from told
where step is null or middle is distinct from earlier;

-- Yields of the operations, multiplied: exact, rounded once.
insert into expected
with yielded as (
    select dimension_set, time_window, member, window_end, is_rolling, split_part(figure, ' of ', 2) as operation,
           max(amount) filter (figure like 'part of %') as part, max(amount) filter (figure like 'whole of %') as whole,
           max(facts) filter (figure like 'whole of %') as facts
    from production_counted
    where dimension_set in ('yield-line', 'yield-category')
    group by all
), multiplied as (
    select dimension_set, time_window, member, window_end, is_rolling, sum(facts)::bigint as fact_count,
           list(part::hugeint) filter (whole > 0) as parts, list(whole::hugeint) filter (whole > 0) as wholes
    from yielded
    group by all
), reduced as (
    select * exclude (parts, wholes), list_reduce(parts, lambda x, y: x * y) as part, list_reduce(wholes, lambda x, y: x * y) as whole
    from multiplied
), told as (
    select *, half_even_millionths(part, coalesce(whole, 0)) as value
    from reduced
), changed as (
    select *, lag(value) over (partition by dimension_set, time_window, member order by window_end) as earlier
    from told
)
select 'rolled_yield', member, time_window, window_end, value::bigint, null, null, null, null, fact_count
from changed
where case when is_rolling then value is distinct from earlier else fact_count > 0 end;
