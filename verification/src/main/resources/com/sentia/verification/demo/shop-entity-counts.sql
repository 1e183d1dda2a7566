-- How many entities of each kind do the shops hold, and how many of them do the topics not tell of as they stand?
with compared as (
    select coalesce(must_be.kind, is_told.kind) as kind, coalesce(must_be.shop, is_told.shop) as shop, coalesce(must_be.id, is_told.id) as id,
           must_be.id is not null as is_held,
           case
               when is_told.id is null then 'missing'
               when must_be.id is null then 'extra'
               when must_be.updated_at is not null and must_be.updated_at <> is_told.updated_at then 'otherwise'
               when must_be.figures is not null and must_be.figures <> is_told.figures then 'otherwise'
           end as difference,
           must_be.figures || ' is ' || is_told.figures as what
    from must_be
    full outer join is_told using (kind, shop, id)
)
select kind, count(*) filter (is_held) as held,
       count(*) filter (difference = 'missing') as missing,
       count(*) filter (difference = 'extra') as extra,
       count(*) filter (difference = 'otherwise') as otherwise,
       coalesce(min(concat_ws(' ', difference, shop, id, what)) filter (difference is not null), 'none') as first
from compared
group by kind
order by kind
