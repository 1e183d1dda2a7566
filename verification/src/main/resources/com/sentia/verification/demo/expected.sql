-- Which change points must every KPI have?
-- Values and components in millionths of their unit; component names in `kpi_components`.
-- Grain: one row per KPI, member of a dimension set, window and change point.
create table kpi_components as
select kpi, component_names
from (values
    ('gross_sales', []), ('discounts', []), ('returns', []), ('net_sales', ['gross_sales', 'discounts', 'returns']),
    ('orders', []), ('units', []), ('aov', ['net_sales', 'orders']), ('refund_rate', ['returns', 'gross_sales']),
    ('customers', [])
) as listed (kpi, component_names);

-- A quotient in millionths, half-even, from whole numbers alone; null without a denominator.
create macro half_even_millionths(part, whole) as (
    select case
               when divisor = 0 then null
               when 2 * remainder > divisor or (2 * remainder = divisor and quotient % 2 = 1) then sign * (quotient + 1)
               else sign * quotient
           end
    from (
        select case when (part < 0) <> (whole < 0) then -1 else 1 end as sign,
               abs(whole::hugeint) as divisor,
               abs(part::hugeint) * 1000000 // nullif(abs(whole::hugeint), 0) as quotient,
               abs(part::hugeint) * 1000000 % nullif(abs(whole::hugeint), 0) as remainder
    )
);

create table expected as
with total_and_region as (
    select * from counted where dimension_set <> 'sku'
), change_point as (
    select 'gross_sales' as kpi, dimension_set, time_window, member, window_end, gross_sales as value,
           null::hugeint as component_1, null::hugeint as component_2, null::hugeint as component_3, goods_lines as fact_count
    from total_and_region
    where gross_sales_moved
    union all
    select 'discounts', dimension_set, time_window, member, window_end, discounts, null, null, null, discount_lines
    from total_and_region
    where discounts_moved
    union all
    select 'returns', dimension_set, time_window, member, window_end, returns, null, null, null, parts
    from total_and_region
    where returns_moved
    union all
    select 'net_sales', dimension_set, time_window, member, window_end, gross_sales - discounts - returns,
           gross_sales, discounts, returns, goods_lines + discount_lines + parts
    from counted
    where gross_sales_moved or discounts_moved or returns_moved
    union all
    select 'orders', dimension_set, time_window, member, window_end, orders * 1000000, null, null, null, orders
    from total_and_region
    where orders_moved
    union all
    select 'units', dimension_set, time_window, member, window_end, units * 1000000, null, null, null, goods_lines
    from counted
    where units_moved
    union all
    select 'aov', dimension_set, time_window, member, window_end,
           half_even_millionths(gross_sales - discounts - returns, orders * 1000000),
           gross_sales - discounts - returns, orders * 1000000, null, goods_lines + discount_lines + parts
    from total_and_region
    where net_sales_moved or orders_moved
    union all
    select 'refund_rate', dimension_set, time_window, member, window_end,
           half_even_millionths(returns, gross_sales), returns, gross_sales, null, goods_lines + parts
    from total_and_region
    where returns_moved or gross_sales_moved
    union all
    select 'customers', dimension_set, time_window, member, window_end, customers * 1000000, null, null, null, orders
    from customers_counted
    where customers_moved
)
select kpi,
       case dimension_set
           when 'total' then '{}'
           when 'region' then cast(to_json(struct_pack(region := member, source := 'shopify')) as varchar)
           else cast(to_json(struct_pack(sku := member)) as varchar)
       end as dimensions,
       time_window,
       window_end,
       value::bigint as value,
       component_1::bigint as component_1, component_2::bigint as component_2, component_3::bigint as component_3,
       fact_count::bigint as fact_count
from change_point;
