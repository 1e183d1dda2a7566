-- What must the topics tell of what the shops hold, and what do they tell?
-- A customer has another id with us, so that customers are told apart by when they last changed, and counted.
-- Grain: one row per kind, shop and id.
create table held as
from read_csv(getvariable('held_file'), auto_detect = false, header = true, quote = '"', escape = '"',
              columns = {kind: 'VARCHAR', shop: 'VARCHAR', id: 'VARCHAR', sku: 'VARCHAR', updated_at: 'BIGINT', figures: 'VARCHAR'});

create table must_be as
with customer as (
    select shop, updated_at, row_number() over (partition by shop, updated_at) as number
    from held
    where kind = 'customer'
)
select 'raw ' || kind as kind, shop, id, updated_at * 1000000 as updated_at, null as figures
from held
where kind in ('order', 'product')
union all
-- Levels of places that are closed are read too; they come to nothing. What a location's last change was, we don't rest on.
select 'raw ' || kind, shop, id, null, null
from held
where kind in ('location', 'inventory-level')
union all
select 'raw customer', shop, updated_at || '#' || number, null, null
from customer
union all
-- A version that says nothing new of an order or product is not handed on, so that the last one is told by what it says.
select 'sales order', shop, id, null, upper(figures)
from held
where kind = 'order' and figures <> 'nothing sold'
union all
select 'sales refund', shop, id, updated_at * 1000000, null
from held
where kind = 'refund'
union all
select 'catalog product', shop, sku, null, figures
from held
where kind = 'product'
union all
select 'stock', shop, string_split(id, '-')[2] || '/' || sku, null, figures
from held
where kind = 'inventory-level' and figures <> 'closed';

create table is_told as
with customer as (
    select shop, updated_at // 1000000 as second, row_number() over (partition by shop, updated_at // 1000000) as number
    from told
    where kind = 'raw customer'
), newest as (
    -- Earlier levels stay under keys of their own.
    from told
    where kind = 'stock'
    qualify row_number() over (partition by shop, id order by updated_at desc) = 1
)
select kind, shop, id, updated_at, figures
from told
where kind not in ('raw customer', 'stock')
union all
select 'raw customer', shop, second || '#' || number, null, null
from customer
union all
select kind, shop, id, updated_at, figures
from newest
where figures <> 'not kept';
