-- What moves in which window at which end: a fact comes in, and falls out one size later. A level never falls out.
create or replace table placed as
select time_window, case when m in (select m from level_measure) then null else size end as size, step, series, m, first_end(t, step, time_window) as e, v, c, member
from contribution
cross join time_window;
create or replace table moving as
select time_window, step, series, m, e, v, c, member from placed
union all
select time_window, step, series, m, e + size, -v, -c, member from placed where size is not null;
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
group by all;
