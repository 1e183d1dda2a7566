-- Registers a start of a writer, which fences off the one before. lost_to tells how far earlier runs had written; a job that
-- never ran before lost nothing.
with start as (
    insert into kpi_start (generation, job, subtask) values (nextval('kpi_generation'), ?, ?)
    returning generation, job, subtask
)
insert into kpi_writer as present (job, subtask, parallelism, generation, restored_to, lost_to, final_to, updated_at)
select start.job, start.subtask, ?, start.generation, restored.at, (select max(window_end) from kpi_value where earlier.found), restored.at, now()
from start
cross join (select exists (select from kpi_start where job = ?) as found) earlier
cross join (select timestamptz 'epoch' + ?::bigint * interval '1 microsecond' as at) restored
on conflict (job, subtask) do update
set parallelism = excluded.parallelism,
    generation = excluded.generation,
    restored_to = excluded.restored_to,
    lost_to = excluded.lost_to,
    final_to = excluded.final_to,
    updated_at = excluded.updated_at
where excluded.generation > present.generation
returning generation
