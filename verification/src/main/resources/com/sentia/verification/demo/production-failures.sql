-- How many different failures had a machine down in each window, at every end where that may have changed?
-- Each end is counted anew from the readings in its window: there are few.
create table failures_counted as
with down as (
    select dimension_set, time_window, size, step, production_member(grain, line, null, null) as member, failure_id,
           first_end(read_at, step, time_window) as slice_end
    from reading
    join production_window on dimension_set in ('production', 'line')
    where state = 'DOWN' and failure_id is not null
), looked_at as (
    select dimension_set, time_window, size, step, member, slice_end as window_end from down
    union
    select dimension_set, time_window, size, step, member, slice_end + size from down where step is not null
)
select looked_at.dimension_set, looked_at.time_window, looked_at.step, looked_at.member, window_end,
       count(distinct failure_id) as failures, count(failure_id) as readings
from looked_at
left join down
    on down.dimension_set = looked_at.dimension_set and down.time_window = looked_at.time_window and down.member = looked_at.member
   and slice_end <= window_end and slice_end > window_end - coalesce(looked_at.size, 1)
group by all;

-- What did half of the cycles in each window not exceed?
-- Answered from the very samples; the pipeline tells the bucket's middle (DDSketch, bounds growing by (1 + 0.005) / (1 - 0.005)),
-- which must be within 1 % of the sample.
create macro bucket_middle(millis) as cast(round(2 * pow(1.005 / 0.995, ceil(ln(millis::double) / ln(1.005 / 0.995))) / (1.005 / 0.995 + 1)) as bigint);
create table cycles_counted as
with cycle as (
    select dimension_set, time_window, size, step, production_member(grain, line, null, null) as member, cycle_millis,
           first_end(read_at, step, time_window) as slice_end
    from reading
    join production_window on dimension_set in ('production', 'line')
    where cycle_millis is not null
), looked_at as (
    select dimension_set, time_window, size, step, member, slice_end as window_end from cycle
    union
    select dimension_set, time_window, size, step, member, slice_end + size from cycle where step is not null
), gathered as (
    select looked_at.dimension_set, looked_at.time_window, looked_at.step, looked_at.member, window_end,
           list_sort(list(cycle_millis) filter (cycle_millis is not null)) as cycles
    from looked_at
    left join cycle
        on cycle.dimension_set = looked_at.dimension_set and cycle.time_window = looked_at.time_window
       and cycle.member = looked_at.member and slice_end <= window_end and slice_end > window_end - coalesce(looked_at.size, 1)
    group by all
)
select dimension_set, time_window, step, member, window_end, coalesce(len(cycles), 0) as facts,
       cycles[(len(cycles) + 1) // 2] as half, bucket_middle(half) as middle
from gathered;

select error('a bucket stands for a cycle that is not within 1 % of it')
from cycles_counted
where abs(middle - half) * 100 > half;
