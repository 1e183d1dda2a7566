-- What counts in a KPI, at which instant, where? Amounts in millionths of a pound.
-- Grain: one row per order placed, order cancelled, order that stands, goods line, discount line, refund with lines and
-- refunded part (once at the refund, once at its order); but for the first two, no cancelled order's. One more for each
-- customer's first order; of those at one instant the one whose region comes first in the alphabet.
create table standing as
select *
from invoice
where not is_cancellation and invoice not in (select invoice from cancelled_order);

create table standing_part as
select part.*, cancellation.moment, coalesce(placed.region, cancellation.region) as region,
       placed.moment as placed_at
from part
join invoice cancellation on cancellation.invoice = part.invoice
left join invoice placed on placed.invoice = part.order_invoice
where coalesce(part.order_invoice, '') not in (select invoice from cancelled_order);

create table fact as
select 'placement' as kind, moment, region, null as sku, null as customer, 0::bigint as amount, 0::bigint as units
from invoice
where not is_cancellation
union all
select 'cancellation', moment, region, null, null, 0, 0
from invoice
join cancelled_order using (invoice)
union all
select 'order', moment, region, null, customer, 0, 0
from standing
union all
select 'new_customer', moment, region, null, null, 0, 0
from standing
where customer is not null
qualify row_number() over (partition by customer order by moment, region) = 1
union all
select 'goods', standing.moment, standing.region, code, null, amount, accepted.quantity
from accepted
join standing using (invoice)
where kind = 'goods'
union all
select 'discount', invoice.moment, coalesce(placed.region, invoice.region), null, null, amount, 0
from accepted
join invoice using (invoice)
left join cancellation_order using (invoice)
left join invoice placed on placed.invoice = cancellation_order.order_invoice
where kind = 'discount'
  and coalesce(cancellation_order.order_invoice, accepted.invoice) not in (select invoice from cancelled_order)
union all
select distinct on (invoice, order_invoice) 'refund', moment, region, null, null, 0, 0
from standing_part
union all
select 'return', moment, region, code, null, amount, 0
from standing_part
union all
select 'cohort_return', placed_at, region, null, null, amount, 0
from standing_part
where placed_at is not null;
