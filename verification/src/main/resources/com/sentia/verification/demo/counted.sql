-- What stands in each window, at every end where that may have changed?
-- A slice comes into a rolling window at its own end and falls out one window length later, so the running sum of both
-- is the window's content. X_moved: X differs from one step earlier, or of a calendar unit: the window holds a fact of X.
-- Grain: one row per window, member and end at which a slice comes in or falls out.
create table counted as
with change as (
    select dimension_set, time_window, member, slice_end as window_end,
           gross_sales, discounts, returns, units, orders, goods_lines, discount_lines, parts
    from slice
    join time_window using (dimension_set, time_window)
    where step is not null
    union all
    select dimension_set, time_window, member, slice_end + size,
           -gross_sales, -discounts, -returns, -units, -orders, -goods_lines, -discount_lines, -parts
    from slice
    join time_window using (dimension_set, time_window)
    where step is not null
), step_change as (
    select dimension_set, time_window, member, window_end,
           sum(gross_sales)::bigint as gross_sales, sum(discounts)::bigint as discounts, sum(returns)::bigint as returns,
           sum(units)::bigint as units, sum(orders)::bigint as orders,
           sum(goods_lines)::bigint as goods_lines, sum(discount_lines)::bigint as discount_lines, sum(parts)::bigint as parts
    from change
    group by dimension_set, time_window, member, window_end
)
select dimension_set, time_window, member, window_end,
       sum(gross_sales) over history as gross_sales,
       sum(discounts) over history as discounts,
       sum(returns) over history as returns,
       sum(units) over history as units,
       sum(orders) over history as orders,
       sum(goods_lines) over history as goods_lines,
       sum(discount_lines) over history as discount_lines,
       sum(parts) over history as parts,
       gross_sales <> 0 as gross_sales_moved,
       discounts <> 0 as discounts_moved,
       returns <> 0 as returns_moved,
       gross_sales - discounts - returns <> 0 as net_sales_moved,
       units <> 0 as units_moved,
       orders <> 0 as orders_moved
from step_change
window history as (partition by dimension_set, time_window, member order by window_end)
union all
select dimension_set, time_window, member, slice_end,
       gross_sales, discounts, returns, units, orders, goods_lines, discount_lines, parts,
       goods_lines > 0, discount_lines > 0, parts > 0, goods_lines + discount_lines + parts > 0, goods_lines > 0, orders > 0
from slice
join time_window using (dimension_set, time_window)
where step is null;
