-- What are the values of each set told apart by?
create table dimension_set as
select dimension_set, grain
from (values
    ('total', 'total'), ('region', 'region'), ('sku', 'sku'), ('commerce', 'total'), ('commerce-region', 'region')
) as listed (dimension_set, grain);

-- Over which windows is every set of dimensions counted? Lengths in microseconds; a calendar unit has none.
create table time_window as
select dimension_set, time_window, size_hours * 3600000000::bigint as size, step_minutes * 60000000::bigint as step
from (values
    ('total', '1h/1m', 1, 1), ('total', '24h/5m', 24, 5), ('total', '7d/1h', 168, 60),
    ('total', 'hour', null, null), ('total', 'day', null, null), ('total', 'week', null, null),
    ('total', 'month', null, null), ('total', 'quarter', null, null),
    ('region', '1h/1m', 1, 1), ('region', '24h/5m', 24, 5), ('region', '7d/1h', 168, 60), ('region', 'day', null, null),
    ('sku', '24h/1h', 24, 60), ('sku', '7d/1h', 168, 60), ('sku', 'day', null, null),
    ('commerce', '24h/5m', 24, 5), ('commerce', '7d/1h', 168, 60), ('commerce', '30d/1h', 720, 60),
    ('commerce', '90d/1d', 2160, 1440), ('commerce', 'day', null, null), ('commerce', 'week', null, null),
    ('commerce', 'month', null, null), ('commerce', 'quarter', null, null),
    ('commerce-region', '24h/5m', 24, 5), ('commerce-region', '7d/1h', 168, 60), ('commerce-region', '30d/1h', 720, 60),
    ('commerce-region', '90d/1d', 2160, 1440), ('commerce-region', 'day', null, null),
    ('commerce-region', 'month', null, null), ('commerce-region', 'quarter', null, null)
) as listed (dimension_set, time_window, size_hours, step_minutes);

-- In which window of each kind does a fact stand first (leaves_at: and from which end on no more)?
-- A fact stands in one window of a calendar unit. An hour is a whole one of UTC, as London's clocks only ever differ from UTC
-- by whole hours; the others end at a midnight in London.
create macro london_time(moment) as timezone('Europe/London', make_timestamptz(moment));
create macro london_midnight(local_time) as epoch_us(timezone('Europe/London', local_time));
create macro calendar_end(moment, unit) as
    case unit
        when 'hour' then (moment // 3600000000 + 1) * 3600000000
        when 'day' then london_midnight(date_trunc('day', london_time(moment)) + interval 1 day)
        when 'week' then london_midnight(date_trunc('week', london_time(moment)) + interval 7 day)
        when 'month' then london_midnight(date_trunc('month', london_time(moment)) + interval 1 month)
        when 'quarter' then london_midnight(date_trunc('quarter', london_time(moment)) + interval 3 month)
    end;
create macro first_end(moment, step, time_window) as
    case when step is null then calendar_end(moment, time_window) else (moment // step + 1) * step end;

-- Which member of a set is a fact of?
create macro member_of(grain, region, sku) as case grain when 'total' then '' when 'region' then region else sku end;

-- What happened in each step of each window, in total, by region and by SKU?
-- Grain: one row per window, member and end of a step that holds a fact.
create table slice as
select time_window.dimension_set, time_window.time_window,
       member_of(grain, region, sku) as member,
       first_end(moment, step, time_window.time_window) as slice_end,
       coalesce(sum(amount) filter (kind = 'goods'), 0)::bigint as gross_sales,
       coalesce(sum(amount) filter (kind = 'discount'), 0)::bigint as discounts,
       coalesce(sum(amount) filter (kind = 'return'), 0)::bigint as returns,
       coalesce(sum(amount) filter (kind = 'cohort_return'), 0)::bigint as cohort_returns,
       sum(units)::bigint as units,
       count(*) filter (kind = 'goods') as goods_lines,
       count(*) filter (kind = 'discount') as discount_lines,
       count(*) filter (kind = 'return') as parts,
       count(*) filter (kind = 'cohort_return') as cohort_parts,
       count(*) filter (kind = 'order') as orders,
       count(*) filter (kind = 'new_customer') as new_customers,
       count(*) filter (kind = 'refund') as refunds,
       count(*) filter (kind = 'placement') as placed_orders,
       count(*) filter (kind = 'cancellation') as cancelled_orders
from fact
cross join time_window
join dimension_set using (dimension_set)
where grain <> 'sku' or sku is not null
group by all;
