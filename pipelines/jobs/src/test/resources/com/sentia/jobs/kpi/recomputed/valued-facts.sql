-- Facts with the worth of their amount, exactly, and whether that is by another day's rate, or nothing for want of any.
create or replace table signed_fact as
select fact.*,
       amount::hugeint * case when fact.native is null then 1000000000 else nanos end as worth,
       coalesce(estimated, 0) as estimated, coalesce(missing, 0) as missing
from unvalued_fact as fact
left join applied on applied.native = fact.native and applied.day = business_day(t);
