-- Which change points must every KPI have?
-- Values and components in millionths of their unit; component names and sets in `kpi_components`.
-- Grain: one row per KPI, member of a dimension set, window and change point.
create table kpi_components as
select kpi, component_names, dimension_sets
from (values
    ('gross_sales', [], ['total', 'region']), ('discounts', [], ['total', 'region']), ('returns', [], ['total', 'region']),
    ('net_sales', ['gross_sales', 'discounts', 'returns'], ['total', 'region', 'sku']),
    ('orders', [], ['total', 'region']), ('units', [], ['total', 'region', 'sku']),
    ('aov', ['net_sales', 'orders'], ['total', 'region']), ('refund_rate', ['returns', 'gross_sales'], ['total', 'region']),
    ('customers', [], ['total', 'region']),
    ('new_customers', [], ['commerce', 'commerce-region']),
    ('units_per_order', ['units', 'orders'], ['commerce', 'commerce-region']),
    ('discount_rate', ['discounts', 'gross_sales'], ['commerce', 'commerce-region']),
    ('refunds', [], ['commerce', 'commerce-region']),
    ('refund_count_rate', ['refunds', 'orders'], ['commerce', 'commerce-region']),
    ('returns_by_order_date', [], ['commerce', 'commerce-region']),
    ('refund_rate_by_order_date', ['returns_by_order_date', 'gross_sales'], ['commerce', 'commerce-region']),
    ('placed_orders', [], ['commerce', 'commerce-region']), ('cancelled_orders', [], ['commerce', 'commerce-region']),
    ('cancel_rate', ['cancelled_orders', 'placed_orders'], ['commerce', 'commerce-region']),
    ('customer_orders', [], ['commerce', 'commerce-region']), ('repeat_customers', [], ['commerce', 'commerce-region']),
    ('repeat_rate', ['repeat_customers', 'customers'], ['commerce', 'commerce-region']),
    ('purchase_frequency', ['customer_orders', 'customers'], ['commerce', 'commerce-region'])
) as listed (kpi, component_names, dimension_sets);

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

create macro millionths(decimal_text) as cast(cast(decimal_text as decimal(24, 6)) * 1000000 as hugeint);

create table expected as
with total_and_region as (
    select * from counted where dimension_set in ('total', 'region')
), commerce as (
    select * from counted where dimension_set in ('commerce', 'commerce-region')
), commerce_customers as (
    select * from customers_counted where dimension_set in ('commerce', 'commerce-region')
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
    where dimension_set in ('total', 'region', 'sku') and (gross_sales_moved or discounts_moved or returns_moved)
    union all
    select 'orders', dimension_set, time_window, member, window_end, orders * 1000000, null, null, null, orders
    from total_and_region
    where orders_moved
    union all
    select 'units', dimension_set, time_window, member, window_end, units * 1000000, null, null, null, goods_lines
    from counted
    where dimension_set in ('total', 'region', 'sku') and units_moved
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
    select 'customers', dimension_set, time_window, member, window_end, customers * 1000000, null, null, null, customer_orders
    from customers_counted
    where dimension_set in ('total', 'region') and customers_moved
    union all
    select 'new_customers', dimension_set, time_window, member, window_end,
           new_customers * 1000000, null, null, null, new_customers
    from commerce
    where new_customers_moved
    union all
    select 'units_per_order', dimension_set, time_window, member, window_end,
           half_even_millionths(units, orders), units * 1000000, orders * 1000000, null, goods_lines
    from commerce
    where units_moved or orders_moved
    union all
    select 'discount_rate', dimension_set, time_window, member, window_end,
           half_even_millionths(discounts, gross_sales), discounts, gross_sales, null, discount_lines + goods_lines
    from commerce
    where discounts_moved or gross_sales_moved
    union all
    select 'refunds', dimension_set, time_window, member, window_end, refunds * 1000000, null, null, null, refunds
    from commerce
    where refunds_moved
    union all
    select 'refund_count_rate', dimension_set, time_window, member, window_end,
           half_even_millionths(refunds, orders), refunds * 1000000, orders * 1000000, null, refunds + orders
    from commerce
    where refunds_moved or orders_moved
    union all
    select 'returns_by_order_date', dimension_set, time_window, member, window_end,
           cohort_returns, null, null, null, cohort_parts
    from commerce
    where cohort_returns_moved
    union all
    select 'refund_rate_by_order_date', dimension_set, time_window, member, window_end,
           half_even_millionths(cohort_returns, gross_sales), cohort_returns, gross_sales, null, cohort_parts + goods_lines
    from commerce
    where cohort_returns_moved or gross_sales_moved
    union all
    select 'placed_orders', dimension_set, time_window, member, window_end,
           placed_orders * 1000000, null, null, null, placed_orders
    from commerce
    where placed_orders_moved
    union all
    select 'cancelled_orders', dimension_set, time_window, member, window_end,
           cancelled_orders * 1000000, null, null, null, cancelled_orders
    from commerce
    where cancelled_orders_moved
    union all
    select 'cancel_rate', dimension_set, time_window, member, window_end,
           half_even_millionths(cancelled_orders, placed_orders),
           cancelled_orders * 1000000, placed_orders * 1000000, null, placed_orders
    from commerce
    where cancelled_orders_moved or placed_orders_moved
    union all
    select 'customer_orders', dimension_set, time_window, member, window_end,
           customer_orders * 1000000, null, null, null, customer_orders
    from commerce_customers
    where customer_orders_moved
    union all
    select 'repeat_customers', dimension_set, time_window, member, window_end,
           repeat_customers * 1000000, null, null, null, customer_orders
    from commerce_customers
    where repeat_customers_moved
    union all
    select 'repeat_rate', dimension_set, time_window, member, window_end,
           half_even_millionths(repeat_customers, customers),
           repeat_customers * 1000000, customers * 1000000, null, customer_orders
    from commerce_customers
    where repeat_customers_moved or customers_moved
    union all
    select 'purchase_frequency', dimension_set, time_window, member, window_end,
           half_even_millionths(customer_orders, customers),
           customer_orders * 1000000, customers * 1000000, null, customer_orders
    from commerce_customers
    where customer_orders_moved or customers_moved
)
select kpi,
       case grain
           when 'total' then '{}'
           when 'region' then cast(to_json(struct_pack(region := member, source := 'shopify')) as varchar)
           else cast(to_json(struct_pack(sku := member)) as varchar)
       end as dimensions,
       time_window,
       window_end,
       value::bigint as value,
       component_1::bigint as component_1, component_2::bigint as component_2, component_3::bigint as component_3,
       null::bigint as component_4, fact_count::bigint as fact_count
from change_point
join dimension_set using (dimension_set);
