-- Runs on the pipeline's database: up to when are the values final, and what did the writers count?
-- Nothing is final as long as one writer has said nothing.
select case when bool_and(final_to is not null) then cast(extract(epoch from min(final_to)) * 1000000 as bigint) end as final_to,
       coalesce(sum(cast(counters ->> 'versions_seen' as bigint)), 0) as versions_seen,
       coalesce(sum(cast(counters ->> 'retractions' as bigint)), 0) as retractions,
       coalesce(sum(cast(counters ->> 'late_records' as bigint)), 0) as late_records,
       (select count(*) from kpi_restatement) as restatements
from kpi_writer
where job = 'kpi'
