-- Which figures are kept for which sets, and over which windows?
create table production_set as
select dimension_set, grain, windows
from (values
    ('production', 'total', ['1h/1m', '24h/5m', '7d/1h', '30d/1h', 'day', 'week', 'month', 'quarter']),
    ('takt', 'total', ['1h/1m', '24h/5m', '7d/1h', '30d/1h', 'day', 'week', 'month', 'quarter']),
    ('line', 'line', ['1h/1m', '24h/5m', '7d/1h', '30d/1h', 'day', 'week', 'month']),
    ('line-defect', 'line-defect', ['24h/1h', '7d/1h', 'day', 'month']),
    ('yield-line', 'line', ['30d/1h', '90d/1d', 'day', 'week', 'month', 'quarter']),
    ('yield-category', 'category', ['30d/1h', '90d/1d', 'day', 'week', 'month', 'quarter']),
    ('work-in-progress', 'total', ['instant/1h']), ('work-in-progress-line', 'line', ['instant/1h']),
    ('supply', 'total', ['30d/1h', '90d/1d', 'day', 'week', 'month', 'quarter']),
    ('supplier', 'supplier', ['30d/1h', '90d/1d', 'day', 'month', 'quarter'])
) as listed (dimension_set, grain, windows);

create table production_window as
select dimension_set, grain, time_window, size_hours * 3600000000::bigint as size, step_minutes * 60000000::bigint as step
from (select dimension_set, grain, unnest(windows) as time_window from production_set)
join (values
    ('1h/1m', 1, 1), ('24h/5m', 24, 5), ('24h/1h', 24, 60), ('7d/1h', 168, 60), ('30d/1h', 720, 60), ('90d/1d', 2160, 1440),
    -- A level has held since ever.
    ('instant/1h', 10000000, 60),
    ('day', null, null), ('week', null, null), ('month', null, null), ('quarter', null, null)
) as listed (time_window, size_hours, step_minutes) using (time_window);

-- Keys in the order in which the database shows them: shorter ones first.
create macro production_member(grain, line, defect, supplier) as
    case grain
        when 'total' then '{}'
        when 'line' then cast(to_json(struct_pack(line := line)) as varchar)
        when 'line-defect' then cast(to_json(struct_pack(line := line, defect := defect)) as varchar)
        when 'supplier' then cast(to_json(struct_pack(supplier := supplier)) as varchar)
        when 'category' then '{"category":"none"}'
    end;

create macro is_kept(figure, dimension_set) as
    case dimension_set
        when 'takt' then figure in ('units sold', 'available for a sale')
        when 'line-defect' then figure = 'defects'
        when 'yield-line' then figure like '% of %'
        when 'yield-category' then figure like '% of %'
        when 'work-in-progress' then figure = 'wip_value'
        when 'work-in-progress-line' then figure = 'wip_value'
        when 'supply' then figure like 'incoming_%'
        when 'supplier' then figure like 'incoming_%'
        else figure not like '% of %' and figure not like 'incoming_%'
             and figure not in ('units sold', 'available for a sale', 'wip_value')
    end;
