-- Of each entity, and of what stands at a level of each instant, the highest version, whatever came after it.
create or replace table final_version as
select seq, entity, level_at
from arrival
qualify row_number() over (partition by entity, level_at order by updated desc, rank desc, fetched desc, seq) = 1;
create or replace table unvalued_fact as
select 1 as sign, arrival_fact.*
from arrival_fact
join final_version using (seq)
where level_at is null;
-- What stands at a level stands until the next instant told of, and there gives way to what stands then.
create or replace table level_part as
with stands as (
    select arrival_fact.seq, t, lead(t) over (partition by entity order by t) as until,
           min(arrival_fact.seq) over (partition by entity) as version
    from arrival_fact
    join final_version using (seq)
    where level_at is not null
)
select seq as told, version, 1 as list, t, 1 as sign from stands
union all
select seq, version, 1, until, -1 from stands where until is not null;
