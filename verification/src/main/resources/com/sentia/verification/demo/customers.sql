-- How many different customers had an order in each window, and how many of them two or more, at every end where that may
-- have changed?
-- A customer has an order in the windows from the step end after it on, one window length long; two orders from the step
-- end after the second until the first of them falls out. Such times that touch run into one stretch. Counting the
-- stretches that begin and end gives the number of customers.
-- Grain: one row per window, member and end at which a customer or an order comes in or falls out.
create table customers_counted as
with customer_order as (
    select dimension_set, time_window, size, member_of(grain, region, sku) as member, customer,
           first_end(moment, step, time_window.time_window) as slice_end
    from fact
    cross join time_window
    join dimension_set using (dimension_set)
    where grain <> 'sku' and kind = 'order' and customer is not null
), held as (
    select dimension_set, time_window, member, customer, 1 as orders, slice_end as begins, slice_end + size as ends
    from customer_order
    where size is not null
    union all
    select dimension_set, time_window, member, customer, 2, slice_end,
           lag(slice_end) over (partition by dimension_set, time_window, member, customer order by slice_end) + size
    from customer_order
    where size is not null
), stretch as (
    select *,
           coalesce(begins > lag(ends) over same, true) as is_begin,
           coalesce(lead(begins) over same > ends, true) as is_end
    from held
    where ends > begins
    window same as (partition by dimension_set, time_window, member, customer, orders order by begins, ends)
), change as (
    select dimension_set, time_window, member, begins as window_end,
           (is_begin and orders = 1)::bigint as customers, (is_begin and orders = 2)::bigint as repeat_customers,
           (orders = 1)::bigint as customer_orders
    from stretch
    union all
    select dimension_set, time_window, member, ends,
           -(is_end and orders = 1)::bigint, -(is_end and orders = 2)::bigint, -(orders = 1)::bigint
    from stretch
), step_change as (
    select dimension_set, time_window, member, window_end, sum(customers)::bigint as customers,
           sum(repeat_customers)::bigint as repeat_customers, sum(customer_orders)::bigint as customer_orders
    from change
    group by all
), of_calendar as (
    select dimension_set, time_window, member, customer, slice_end, count(*) as customer_orders
    from customer_order
    where size is null
    group by all
)
select dimension_set, time_window, member, window_end,
       sum(customers) over history as customers,
       sum(repeat_customers) over history as repeat_customers,
       sum(customer_orders) over history as customer_orders,
       customers <> 0 as customers_moved,
       repeat_customers <> 0 as repeat_customers_moved,
       customer_orders <> 0 as customer_orders_moved
from step_change
window history as (partition by dimension_set, time_window, member order by window_end)
union all
select dimension_set, time_window, member, slice_end,
       count(*), count(*) filter (customer_orders >= 2), sum(customer_orders), true, true, true
from of_calendar
group by dimension_set, time_window, member, slice_end;
