-- What moves in which window at which end: a fact comes in, and falls out one size later. A level never falls out.
create or replace table placed as
select time_window, case when m in (select m from level_measure) then null else size end as size, step, series, m, first_end(t, step, time_window) as e, v, c, member, part, whole
from contribution
cross join time_window;
create or replace table moving as
select time_window, step, series, m, e, v, c, member, part, whole from placed
union all
select time_window, step, series, m, e + size, -v, -c, member, -part, -whole from placed where size is not null;
-- Shares of members move what they come to, multiplied, wherever any of them does.
create or replace table rolled_at_end as
with moved as (
    select time_window, step, series, m, member, e, sum(part)::hugeint as part, sum(whole)::hugeint as whole
    from moving
    join rolled_measure using (m)
    group by all
), at_each as (
    select ends.time_window, ends.step, ends.series, ends.m, members.member, ends.e, coalesce(part, 0) as part, coalesce(whole, 0) as whole
    from (select distinct time_window, step, series, m, e from moved) as ends
    join (select distinct time_window, series, m, member from moved) as members using (time_window, series, m)
    left join moved using (time_window, series, m, member, e)
), summed as (
    select time_window, step, series, m, e,
           case when step is null then part else sum(part) over so_far end as part,
           case when step is null then whole else sum(whole) over so_far end as whole
    from at_each
    window so_far as (partition by time_window, series, m, member order by e)
)
select time_window, step, series, m, e,
       rolled(list(part) filter (where whole > 0), list(whole) filter (where whole > 0)) as v
from summed
group by all;
-- A member counts from the end on at which it has facts enough.
create or replace table delta as
select time_window, step, series, m, e, sum(v) as v, sum(c) as c
from moving
group by all
union all
select time_window, step, series, m, e,
       sum(case when after >= at_least then 1 else 0 end - case when after - change >= at_least then 1 else 0 end) as v,
       0 as c
from (
    select time_window, step, series, m, member, e, change,
           sum(change) over (partition by time_window, series, m, member order by e) as running,
           case when step is null then change else running end as after
    from (
        select time_window, step, series, m, member, e, sum(c) as change
        from moving
        where member is not null
        group by all
    )
)
join member_measure using (m)
group by all
union all
select time_window, step, series, m, e,
       case when step is null then v else v - coalesce(lag(v) over (partition by time_window, series, m order by e), 0) end,
       0
from rolled_at_end;
