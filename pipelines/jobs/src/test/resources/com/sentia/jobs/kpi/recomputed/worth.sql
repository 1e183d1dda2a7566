-- Of each currency and day the rate that counts, unless it was taken away.
create or replace table rate as
select currency, day, nanos
from (
    select *
    from rate_arrival
    qualify row_number() over (partition by currency, day order by updated desc, rank desc, fetched desc, unit desc) = 1
)
where nanos <> 0;
-- What each day is converted by: its own rate, else the last before it, else the first after it.
create or replace table applied as
select wanted.native, wanted.day, coalesce(latest.nanos, earliest.nanos) as nanos, latest.day is distinct from wanted.day as is_estimated
from (select distinct native, business_day(t) as day from arrival_fact where native is not null) as wanted
asof left join rate as latest on wanted.native = latest.currency and wanted.day >= latest.day
join (select currency, min_by(nanos, day) as nanos from rate group by currency) as earliest on wanted.native = earliest.currency;
-- Facts with the worth of their amount, exactly; nothing where their currency has no rate at all.
create or replace table valued_fact as
select arrival_fact.*,
       amount::hugeint * case when arrival_fact.native is null then 1000000000 else coalesce(nanos, 0) end as worth,
       case when is_estimated then 1 else 0 end as estimated,
       case when arrival_fact.native is not null and nanos is null then 1 else 0 end as missing
from arrival_fact
left join applied on applied.native = arrival_fact.native and applied.day = business_day(t);
