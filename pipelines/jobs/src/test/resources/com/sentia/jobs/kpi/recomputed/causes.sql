-- A level never falls out.
create or replace table placed as
select seq, time_window, case when m in (select m from level_measure) then null else size end as size, step, series, m, first_end(t, step, time_window) as e, v, c, member
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
)
group by all
having sum(v) <> 0 or sum(c) <> 0 or m in (select m from mean_measure);
