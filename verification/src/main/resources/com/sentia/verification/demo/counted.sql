-- What stands in each window, at every end where that may have changed?
-- A slice comes into a rolling window at its own end and falls out one window length later, so the running sum of both
-- is the window's content. X_moved: X differs from one step earlier, or of a calendar unit: the window holds a fact of X.
-- Grain: one row per window, member and end at which a slice comes in or falls out.
create table counted as
with change as (
    select dimension_set, time_window, member, slice_end as window_end,
           gross_sales, discounts, returns, cohort_returns, units, goods_lines, discount_lines, parts, cohort_parts,
           orders, new_customers, refunds, placed_orders, cancelled_orders
    from slice
    join time_window using (dimension_set, time_window)
    where step is not null
    union all
    select dimension_set, time_window, member, slice_end + size,
           -gross_sales, -discounts, -returns, -cohort_returns, -units, -goods_lines, -discount_lines, -parts,
           -cohort_parts, -orders, -new_customers, -refunds, -placed_orders, -cancelled_orders
    from slice
    join time_window using (dimension_set, time_window)
    where step is not null
), step_change as (
    select dimension_set, time_window, member, window_end,
           sum(columns(* exclude (dimension_set, time_window, member, window_end)))::bigint
    from change
    group by dimension_set, time_window, member, window_end
)
select dimension_set, time_window, member, window_end,
       sum(gross_sales) over history as gross_sales,
       sum(discounts) over history as discounts,
       sum(returns) over history as returns,
       sum(cohort_returns) over history as cohort_returns,
       sum(units) over history as units,
       sum(goods_lines) over history as goods_lines,
       sum(discount_lines) over history as discount_lines,
       sum(parts) over history as parts,
       sum(cohort_parts) over history as cohort_parts,
       sum(orders) over history as orders,
       sum(new_customers) over history as new_customers,
       sum(refunds) over history as refunds,
       sum(placed_orders) over history as placed_orders,
       sum(cancelled_orders) over history as cancelled_orders,
       gross_sales <> 0 as gross_sales_moved,
       discounts <> 0 as discounts_moved,
       returns <> 0 as returns_moved,
       cohort_returns <> 0 as cohort_returns_moved,
       gross_sales - discounts - returns <> 0 as net_sales_moved,
       units <> 0 as units_moved,
       orders <> 0 as orders_moved,
       new_customers <> 0 as new_customers_moved,
       refunds <> 0 as refunds_moved,
       placed_orders <> 0 as placed_orders_moved,
       cancelled_orders <> 0 as cancelled_orders_moved
from step_change
window history as (partition by dimension_set, time_window, member order by window_end)
union all
select dimension_set, time_window, member, slice_end,
       gross_sales, discounts, returns, cohort_returns, units, goods_lines, discount_lines, parts, cohort_parts,
       orders, new_customers, refunds, placed_orders, cancelled_orders,
       goods_lines > 0, discount_lines > 0, parts > 0, cohort_parts > 0, goods_lines + discount_lines + parts > 0,
       goods_lines > 0, orders > 0, new_customers > 0, refunds > 0, placed_orders > 0, cancelled_orders > 0
from slice
join time_window using (dimension_set, time_window)
where step is null;
