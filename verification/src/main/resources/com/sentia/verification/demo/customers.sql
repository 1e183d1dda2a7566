-- How many different customers had an order in each window, at every end where that may have changed?
-- A customer stands in the windows from the step end after an order on, one window length long; orders closer than that
-- run into one stretch. Counting the stretches that begin and end gives the number of customers.
-- Grain: one row per window, member and end at which a customer or an order comes in or falls out.
create table customers_counted as
with customer_slice as (
    select dimension_set, time_window, size,
           case dimension_set when 'total' then '' else region end as member,
           customer, first_end(moment, step, time_window.time_window) as slice_end, count(*) as orders
    from fact
    cross join time_window
    where dimension_set <> 'sku' and orders = 1 and customer is not null
    group by all
), stretch as (
    select *,
           coalesce(slice_end - lag(slice_end) over line_of_orders >= size, true) as is_begin,
           coalesce(lead(slice_end) over line_of_orders - slice_end >= size, true) as is_end
    from customer_slice
    where size is not null
    window line_of_orders as (partition by dimension_set, time_window, member, customer order by slice_end)
), change as (
    select dimension_set, time_window, member, slice_end as window_end, is_begin::bigint as customers, orders
    from stretch
    union all
    select dimension_set, time_window, member, slice_end + size, -is_end::bigint, -orders
    from stretch
), step_change as (
    select dimension_set, time_window, member, window_end, sum(customers)::bigint as customers, sum(orders)::bigint as orders
    from change
    group by all
)
select dimension_set, time_window, member, window_end,
       sum(customers) over history as customers, sum(orders) over history as orders, customers <> 0 as customers_moved
from step_change
window history as (partition by dimension_set, time_window, member order by window_end)
union all
select dimension_set, time_window, member, slice_end, count(*), sum(orders), true
from customer_slice
where size is null
group by dimension_set, time_window, member, slice_end;
