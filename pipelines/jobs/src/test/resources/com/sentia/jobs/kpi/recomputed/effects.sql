-- A version counts when it is higher than all of its entity that came before; it takes back the facts of the last that counted.
create or replace table effective as
select *, lag(seq) over (partition by entity order by seq) as before_seq
from (
    select *, struct_pack(updated, rank, fetched) as version,
           max(struct_pack(updated, rank, fetched))
               over (partition by entity order by seq rows between unbounded preceding and 1 preceding) as highest
    from arrival
)
where highest is null or version > highest;
-- What a version takes back and adds, and neither where it does both.
create or replace table signed_fact as
select seq, sum(sign) as sign, columns(* exclude (seq, sign))
from (
    select effective.seq, 1 as sign, valued_fact.* exclude (seq)
    from effective
    join valued_fact on valued_fact.seq = effective.seq
    union all
    select effective.seq, -1 as sign, valued_fact.* exclude (seq)
    from effective
    join valued_fact on valued_fact.seq = effective.before_seq
)
group by all
having sum(sign) <> 0;
-- Versions that change something before what was final when they came.
create or replace table late as
select seq, final_to, entity as cause_key, updated || '.' || rank || '.' || fetched as cause_version,
       case when before_seq is null then 'LATE' when live then 'EDIT' else 'CANCEL' end as cause_kind
from effective
where seq in (select seq from signed_fact join arrival using (seq) group by seq having min(t) < min(final_to));
