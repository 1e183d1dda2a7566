-- What does each figure come to in each window, at every end where anything of its series may have changed?
-- Dense: at each such end of a series a row for each of the set's figures. Of a calendar unit the window is the slice itself.
-- Grain: one row per window, member, end and figure.
create table production_change as
with placed as (
    select dimension_set, time_window, size, step, production_member(grain, line, defect, supplier) as member, figure, amount, facts,
           first_end(moment, step, time_window) as slice_end
    from production_fact
    join production_window on is_kept(figure, dimension_set)
), moved as (
    select dimension_set, time_window, step, member, slice_end as window_end, figure, amount, facts from placed
    union all
    select dimension_set, time_window, step, member, slice_end + size, figure, -amount, -facts
    from placed
    where step is not null and size < 10000000 * 3600000000::bigint
    union all
    -- Failures that are in a window: counted whole at each end, told as what came to the end before.
    select dimension_set, time_window, step, member, window_end, 'failures',
           (failures - coalesce(lag(failures) over by_end, 0)) * 1000000, readings - coalesce(lag(readings) over by_end, 0)
    from failures_counted
    where step is not null
    window by_end as (partition by dimension_set, time_window, member order by window_end)
    union all
    select dimension_set, time_window, step, member, window_end, 'failures', failures * 1000000, readings
    from failures_counted
    where step is null
)
select dimension_set, time_window, step, member, window_end, figure, sum(amount)::hugeint as amount, sum(facts)::bigint as facts
from moved
group by all;

create table production_counted as
with series_end as (
    select distinct dimension_set, time_window, step, member, window_end from production_change
), kept as (
    select distinct dimension_set, time_window, member, figure from production_change
), dense as (
    select series_end.*, figure, coalesce(amount, 0) as amount, coalesce(facts, 0) as facts
    from series_end
    join kept using (dimension_set, time_window, member)
    left join production_change using (dimension_set, time_window, member, window_end, figure)
)
select dimension_set, time_window, member, window_end, figure, step is not null as is_rolling, amount as moved, facts as facts_moved,
       case when step is null then amount else sum(amount) over so_far end as amount,
       case when step is null then facts else sum(facts) over so_far end as facts
from dense
window so_far as (partition by dimension_set, time_window, member, figure order by window_end);
