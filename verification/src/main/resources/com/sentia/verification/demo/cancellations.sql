-- Which units, of which order lines, does each cancellation line take back?
-- Per customer and SKU the units sold and not yet refunded are a stack: an order pushes its lines (its first line on
-- top), a cancellation takes from the top. `top` is the height of the stack after each event; an order line fills the
-- levels between the height before and after it, a cancellation line empties levels from the height before it down.
create table stack_event as
with event as (
    select accepted.line, accepted.invoice, is_cancellation, invoice.customer, code, quantity,
           case when is_cancellation then -quantity else quantity end as change,
           row_number() over (
               partition by invoice.customer, code
               -- At the same instant a cancellation comes first: it reaches orders placed strictly before it only.
               order by invoice.moment, not is_cancellation, number, case when is_cancellation then accepted.line else -accepted.line end
           ) as place
    from accepted
    join invoice using (invoice)
    where kind = 'goods' and invoice.customer is not null
), total as (
    select *, sum(change) over history as sum_to_here
    from event
    window history as (partition by customer, code order by place)
), height as (
    -- The stack can't sink below its floor: what would is left over, and lifts all that follows.
    select *, sum_to_here - least(0, min(sum_to_here) over (partition by customer, code order by place)) as top
    from total
)
select *, coalesce(lag(top) over (partition by customer, code order by place), 0) as bottom
from height;

-- Grain: one row per cancellation line and order line that it takes units of, the top of the stack first.
create table placed_part as
with pair as (
    select taking.line, taking.invoice, taking.top as emptied_to, taking.bottom as emptied_from,
           pushed.line as order_line, pushed.invoice as order_invoice, not pushed.is_cancellation as is_push,
           pushed.bottom as filled_from,
           -- What still stands of a push is cut at the lowest the stack has been since.
           min(pushed.top) over (partition by taking.line order by pushed.place desc) as filled_to
    from stack_event taking
    join stack_event pushed
      on pushed.customer = taking.customer and pushed.code = taking.code and pushed.place < taking.place
    where taking.is_cancellation and taking.bottom > 0
)
select line, invoice, order_line, order_invoice,
       least(filled_to, emptied_from) as top_level,
       least(filled_to, emptied_from) - greatest(filled_from, emptied_to) as quantity
from pair
where is_push and least(filled_to, emptied_from) > greatest(filled_from, emptied_to);

-- Grain: one row per part of a cancellation's goods lines; without order where none was found.
create table part as
select accepted.line, accepted.invoice, placed_part.order_invoice, placed_part.top_level,
       accepted.code, cast(placed_part.quantity as bigint) as quantity,
       cast(placed_part.quantity * accepted.price_micros as bigint) as amount
from placed_part
join accepted using (line)
union all
select accepted.line, accepted.invoice, null, null, accepted.code,
       cast(accepted.quantity - coalesce(found.quantity, 0) as bigint),
       cast((accepted.quantity - coalesce(found.quantity, 0)) * accepted.price_micros as bigint)
from accepted
left join (select line, sum(quantity) as quantity from placed_part group by line) found using (line)
where kind = 'goods' and starts_with(accepted.invoice, 'C') and accepted.quantity > coalesce(found.quantity, 0);

-- Which order do a cancellation's shipping and discount lines go to? That of the first part that found one.
create table cancellation_order as
select invoice, arg_min(order_invoice, struct_pack(line := line, depth := -top_level)) as order_invoice
from part
where order_invoice is not null
group by invoice;

-- Which orders were cancelled: all units of their goods taken back within 24 hours?
create table cancelled_order as
with sold as (
    select invoice, sum(quantity) as quantity
    from accepted
    where kind = 'goods' and not starts_with(invoice, 'C')
    group by invoice
), taken_back as (
    select part.order_invoice as invoice, sum(part.quantity) as quantity
    from part
    join invoice cancellation on cancellation.invoice = part.invoice
    join invoice placed on placed.invoice = part.order_invoice
    where cancellation.moment <= placed.moment + 24 * 3600000000
    group by part.order_invoice
)
select invoice
from sold
join taken_back using (invoice)
where sold.quantity = taken_back.quantity;
