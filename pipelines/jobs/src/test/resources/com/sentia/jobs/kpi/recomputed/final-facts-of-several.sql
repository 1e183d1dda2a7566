-- Each customer's first order is a fact more.
insert into unvalued_fact by name
select 1 as sign, seq, 'new_customer' as fact, t, source, region, channel, segment
from unvalued_fact
where fact = 'order' and customer is not null
qualify row_number() over (
    partition by customer
    order by t, source nulls first, region nulls first, channel nulls first, segment nulls first
) = 1;
-- What was sold of an article on a business day is a fact at that day's end.
insert into unvalued_fact by name
select 1 as sign, min(seq) as seq, 'demand' as fact, calendar_end(t, 'day') - 1 as t, sku,
       sum(units)::bigint as units, (sum(units) * sum(units))::bigint as units_squared
from unvalued_fact
where fact = 'goods' and sku is not null
group by sku, calendar_end(t, 'day');
