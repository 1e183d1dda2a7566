-- A level's mean over the window before a version and after it, at each end it may change.
create or replace table mean_change as
with moved as (
    select seq, series, m, t // 1000000 as second, sum(v) as v
    from contribution
    join mean_measure using (m)
    group by all
), stood as (
    select changing.seq, time_window, changing.series, from_end, m, size // 1000000 as seconds, moved.seq < changing.seq as is_earlier,
           sum(v * (from_end // 1000000 - greatest(moved.second, (from_end - size) // 1000000))) as v
    from changing
    join (select time_window, size from time_window) using (time_window)
    join moved on moved.series = changing.series and moved.seq <= changing.seq and moved.second < from_end // 1000000
    group by all
), summed as (
    select seq, time_window, series, from_end, m, seconds, coalesce(sum(v) filter (is_earlier), 0) as before, sum(v) as now
    from stood
    group by all
)
select seq, time_window, series, from_end, m, half_even(before * times, seconds * parts) as before, half_even(now * times, seconds * parts) as now
from summed
join mean_measure using (m);
