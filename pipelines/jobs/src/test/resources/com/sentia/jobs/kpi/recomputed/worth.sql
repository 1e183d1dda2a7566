-- Of each currency and day the rate that counts, unless it was taken away.
create or replace table rate as
select currency, day, nanos
from (
    select *
    from rate_arrival
    qualify row_number() over (partition by currency, day order by updated desc, rank desc, fetched desc, unit desc) = 1
)
where nanos <> 0;
-- What each day is converted by: its own rate, else the last before it, else the first after it; by nothing where there is no rate at all.
create or replace table applied as
with fact_day as (select min(business_day(t)) as first_day, max(business_day(t)) as last_day from arrival_fact),
rate_day as (select max(day) as last_day from rate),
wanted as (
    select native, unnest(range(first_day, greatest(fact_day.last_day, rate_day.last_day) + 2)) as day
    from (select distinct native from arrival_fact where native is not null)
    cross join fact_day
    cross join rate_day
)
select wanted.native, wanted.day, coalesce(latest.nanos, earliest.nanos, 0) as nanos,
       case when earliest.nanos is not null and latest.day is distinct from wanted.day then 1 else 0 end as estimated,
       case when earliest.nanos is null then 1 else 0 end as missing
from wanted
asof left join rate as latest on wanted.native = latest.currency and wanted.day >= latest.day
left join (select currency, min_by(nanos, day) as nanos from rate group by currency) as earliest on wanted.native = earliest.currency;
-- From the start of which days on what stands is worth more or less, or by another day's rate.
create or replace table rate_step as
select *
from (
    select native as step_native, day as step_day, day_start(day) as step_t,
           nanos - lag(nanos) over by_day as step_nanos, estimated - lag(estimated) over by_day as step_estimated
    from applied
    window by_day as (partition by native order by day)
)
where step_nanos <> 0 or step_estimated <> 0;
