-- What changes by time alone is looked at each step, until all that moved has left the window.
insert into delta by name
select time_window, step, series, 0 as m, unnest(range(first_end, last_end + step, step)) as e, 0 as v, 0 as c
from (
    select time_window, time_window.step as step, series, min(e) as first_end, max(e) + any_value(time_window.size) as last_end
    from placed
    join time_window using (time_window)
    where time_window.step is not null
    group by all
);
-- Of a level's mean over the window: each move counts for as long as it has stood in it, in whole seconds.
create or replace table mean_at_end as
with moved as (
    select series, m, t // 1000000 as second, sum(v) as v
    from contribution
    join mean_measure using (m)
    group by all
), window_end as (
    select distinct time_window, size // 1000000 as seconds, series, e, e // 1000000 as second
    from delta
    join time_window using (time_window)
), stood as (
    select time_window, window_end.series, e, m, seconds,
           sum(v * (window_end.second - greatest(moved.second, window_end.second - seconds))) as v
    from window_end
    join moved on moved.series = window_end.series and moved.second < window_end.second
    group by all
)
select time_window, series, e, m, half_even(v * times, seconds * parts) as v
from stood
join mean_measure using (m);
