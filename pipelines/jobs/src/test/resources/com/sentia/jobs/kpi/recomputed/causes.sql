-- A level never falls out.
create or replace table placed as
select seq, time_window, case when m in (select m from level_measure) then null else size end as size, step, series, m, first_end(t, step, time_window) as e, v, c, member, part, whole
from contribution
cross join time_window;
-- What a late version changes in windows that were final.
create or replace table late_placed as
select placed.*
from placed
join late using (seq)
where e <= final_to;
-- A member's count before and after a version moves wherever a fact of it comes in or falls out.
create or replace table member_state as
with own as (
    select seq, time_window, size, step, series, m, member, e, sum(c) as c
    from late_placed
    where member is not null
    group by all
), touched as (
    select distinct seq, time_window, size, step, series, m, member from own
), earlier as (
    select touched.*, placed.e, sum(placed.c) as c
    from touched
    join placed using (time_window, series, m, member)
    where placed.seq < touched.seq
    group by all
), moves as (
    select seq, time_window, step, series, m, member, e, c as own, 0 as earlier from own
    union all
    select seq, time_window, step, series, m, member, e + size, -c, 0 from own where size is not null
    union all
    select seq, time_window, step, series, m, member, e, 0, c from earlier
    union all
    select seq, time_window, step, series, m, member, e + size, 0, -c from earlier where size is not null
), summed as (
    select seq, time_window, step, series, m, member, e, sum(own) as own, sum(earlier) as earlier from moves group by all
), counted as (
    select seq, time_window, step, series, m, member, e,
           case when step is null then own else sum(own) over so_far end as own,
           case when step is null then earlier else sum(earlier) over so_far end as earlier
    from summed
    window so_far as (partition by seq, time_window, series, m, member order by e)
)
select seq, time_window, step, series, m, member, e,
       case when earlier + own >= at_least then 1 else 0 end - case when earlier >= at_least then 1 else 0 end as difference
from counted
join member_measure using (m);
-- What shares come to multiplied, before and after a version, moves wherever any of them does.
create or replace table rolled_state as
with own as (
    select seq, time_window, size, step, series, m, member, e, part, whole
    from late_placed
    join rolled_measure using (m)
), touched as (
    select distinct seq, time_window, size, step, series, m from own
), earlier as (
    select touched.*, placed.member, placed.e, placed.part, placed.whole
    from touched
    join placed using (time_window, series, m)
    where placed.seq < touched.seq
), moves as (
    select seq, time_window, step, series, m, member, e, part as own_part, whole as own_whole, 0 as part, 0 as whole from own
    union all
    select seq, time_window, step, series, m, member, e + size, -part, -whole, 0, 0 from own where size is not null
    union all
    select seq, time_window, step, series, m, member, e, 0, 0, part, whole from earlier
    union all
    select seq, time_window, step, series, m, member, e + size, 0, 0, -part, -whole from earlier where size is not null
), moved as (
    select seq, time_window, step, series, m, member, e, sum(own_part)::hugeint as own_part, sum(own_whole)::hugeint as own_whole,
           sum(part)::hugeint as part, sum(whole)::hugeint as whole
    from moves
    group by all
), at_each as (
    select ends.seq, ends.time_window, ends.step, ends.series, ends.m, members.member, ends.e, coalesce(own_part, 0) as own_part,
           coalesce(own_whole, 0) as own_whole, coalesce(part, 0) as part, coalesce(whole, 0) as whole
    from (select distinct seq, time_window, step, series, m, e from moved) as ends
    join (select distinct seq, time_window, series, m, member from moved) as members using (seq, time_window, series, m)
    left join moved using (seq, time_window, series, m, member, e)
), summed as (
    select seq, time_window, step, series, m, e,
           case when step is null then own_part else sum(own_part) over so_far end as own_part,
           case when step is null then own_whole else sum(own_whole) over so_far end as own_whole,
           case when step is null then part else sum(part) over so_far end as part,
           case when step is null then whole else sum(whole) over so_far end as whole
    from at_each
    window so_far as (partition by seq, time_window, series, m, member order by e)
)
select seq, time_window, step, series, m, e,
       rolled(list(part + own_part) filter (where whole + own_whole > 0), list(whole + own_whole) filter (where whole + own_whole > 0))
           - rolled(list(part) filter (where whole > 0), list(whole) filter (where whole > 0)) as difference
from summed
group by all;
-- By how much each sum differs from what it was, from which end on. A mean over time may differ where the level is what it was again.
create or replace table delta as
select seq, time_window, step, series, m, e, sum(v) as v, sum(c) as c
from (
    select seq, time_window, step, series, m, e, v, c from late_placed
    union all
    select seq, time_window, step, series, m, e + size, -v, -c from late_placed where size is not null
    union all
    select seq, time_window, step, series, m, e,
           case when step is null then difference
                else difference - coalesce(lag(difference) over (partition by seq, time_window, series, m, member order by e), 0)
           end,
           0
    from member_state
    union all
    select seq, time_window, step, series, m, e,
           case when step is null then difference
                else difference - coalesce(lag(difference) over (partition by seq, time_window, series, m order by e), 0)
           end,
           0
    from rolled_state
)
group by all
having sum(v) <> 0 or sum(c) <> 0 or m in (select m from mean_measure);
