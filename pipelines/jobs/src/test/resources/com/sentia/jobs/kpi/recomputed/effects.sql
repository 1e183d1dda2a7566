-- A version counts when it is higher than all of its entity that came before; it takes back the facts of the last that counted. Of what
-- stands at a level each instant has its own.
create or replace table effective as
select *, lag(seq) over (partition by entity, level_at order by seq) as before_seq
from (
    select *, struct_pack(updated, rank, fetched) as version,
           max(struct_pack(updated, rank, fetched))
               over (partition by entity, level_at order by seq rows between unbounded preceding and 1 preceding) as highest
    from arrival
)
where highest is null or version > highest;
-- What a version takes back and adds, and neither where it does both.
create or replace table unvalued_fact as
select seq, sum(sign) as sign, columns(* exclude (seq, sign))
from (
    select effective.seq, 1 as sign, arrival_fact.* exclude (seq)
    from effective
    join arrival_fact on arrival_fact.seq = effective.seq
    where level_at is null
    union all
    select effective.seq, -1 as sign, arrival_fact.* exclude (seq)
    from effective
    join arrival_fact on arrival_fact.seq = effective.before_seq
    where level_at is null
)
group by all
having sum(sign) <> 0;
-- Of a version of a level the instants before and after it that stood for anything when it came.
create or replace table level_version as
with known as (
    select *, seq in (select seq from arrival_fact) as stands,
           lead(seq) over (partition by entity, level_at order by seq) as until_seq
    from effective
    where level_at is not null
)
select version.seq, version.level_at, version.before_seq, version.stands,
       arg_max(other.seq, other.level_at) filter (other.level_at < version.level_at) as earlier_seq,
       arg_min(other.seq, other.level_at) filter (other.level_at > version.level_at) as later_seq,
       min(other.level_at) filter (other.level_at > version.level_at) as later_at
from known as version
left join known as other
    on other.entity = version.entity and other.stands and other.seq < version.seq
    and coalesce(other.until_seq > version.seq, true)
group by version.seq, version.level_at, version.before_seq, version.stands;
-- The moves at its instant and at the next, with what is told from now on (list 1) and without what was until now (list -1).
create or replace table level_part as
with told as (
    select seq as version, 1 as list, level_at, later_at, earlier_seq, later_seq, case when stands then seq end as told
    from level_version
    union all
    select seq, -1, level_at, later_at, earlier_seq, later_seq,
           case when before_seq in (select seq from arrival_fact) then before_seq end
    from level_version
)
select told, version, list, level_at as t, 1 as sign from told where told is not null
union all
select earlier_seq, version, list, level_at, -1 from told where told is not null and earlier_seq is not null
union all
select later_seq, version, list, later_at, 1 from told where later_seq is not null
union all
select coalesce(told, earlier_seq), version, list, later_at, -1
from told
where later_seq is not null and coalesce(told, earlier_seq) is not null;
