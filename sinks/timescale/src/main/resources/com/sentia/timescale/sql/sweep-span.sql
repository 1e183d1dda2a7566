-- What every writer of the job says of the span that may hold leftovers; nulls while not all have spoken.
select max(coalesce(restored_to, '-infinity')) as restored_to,
       case when count(*) = max(parallelism) and min(parallelism) = max(parallelism) and bool_and(final_to is not null)
            then min(final_to) end as final_to,
       min(generation) as oldest_generation,
       max(lost_to) as lost_to
from kpi_writer
where job = ?
