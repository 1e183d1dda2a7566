-- Dead is the stock of an article from 90 days after its last sale, or after it was first stocked, until the next sale.
insert into unvalued_fact by name
with moved as (
    select * replace (sum(on_hand) over (partition by sku, warehouse, category, native order by t) as on_hand)
    from (
        select sku, warehouse, category, native, t, sum(amount) as amount, sum(on_hand) as on_hand
        from unvalued_fact
        where fact = 'stock' and sku is not null
        group by all
    )
), stocked as (
    select sku, min(t) as since from moved where on_hand > 0 group by sku
), active as (
    select sku, since as t from stocked
    union
    select sku, t
    from unvalued_fact
    join stocked using (sku)
    where fact = 'goods' and units > 0 and t > since
), idle as (
    select *
    from (
        select sku, t + 90 * 86400000000 as after, lead(t) over (partition by sku order by t) as until
        from active
    )
    where until is null or until > after
), dead as (
    select sku, warehouse, category, native, after as t, amount from idle join moved using (sku) where moved.t <= after
    union all
    select sku, warehouse, category, native, moved.t, amount
    from idle
    join moved using (sku)
    where moved.t > after and (until is null or moved.t < until)
    union all
    select sku, warehouse, category, native, until, -amount from idle join moved using (sku) where moved.t < until
)
select 1 as sign, 0 as seq, 'dead_stock' as fact, t, native, warehouse, category, sum(amount)::bigint as amount
from dead
group by sku, warehouse, category, native, t
having sum(amount) <> 0;
