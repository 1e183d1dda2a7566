-- What counts in a KPI, at which instant, where? Amounts in millionths of a pound.
-- Grain: one row per order, goods line, discount line and refunded part that stands, no cancelled order's.
create table fact as
select invoice.moment, invoice.region, null as sku, invoice.customer,
       0::bigint as gross_sales, 0::bigint as discounts, 0::bigint as returns, 0::bigint as units,
       1 as orders, 0 as goods_lines, 0 as discount_lines, 0 as parts
from invoice
where not is_cancellation and invoice not in (select invoice from cancelled_order)
union all
select invoice.moment, invoice.region, code, null, amount, 0, 0, accepted.quantity, 0, 1, 0, 0
from accepted
join invoice using (invoice)
where kind = 'goods' and not is_cancellation and invoice not in (select invoice from cancelled_order)
union all
select invoice.moment, coalesce(placed.region, invoice.region), null, null, 0, amount, 0, 0, 0, 0, 1, 0
from accepted
join invoice using (invoice)
left join cancellation_order using (invoice)
left join invoice placed on placed.invoice = cancellation_order.order_invoice
where kind = 'discount'
  and coalesce(cancellation_order.order_invoice, accepted.invoice) not in (select invoice from cancelled_order)
union all
select cancellation.moment, coalesce(placed.region, cancellation.region), part.code, null, 0, 0, part.amount, 0, 0, 0, 0, 1
from part
join invoice cancellation on cancellation.invoice = part.invoice
left join invoice placed on placed.invoice = part.order_invoice
where coalesce(part.order_invoice, '') not in (select invoice from cancelled_order);
