-- Up to when has each feed been read to its end, and how long has it been silent?
select vendor, unit, entity, complete_to, at, greatest(extract(epoch from clock_timestamp() - at), 0)::float8 as silent_seconds
from source_progress
where isfinite(complete_to)
order by vendor, unit, entity
limit 1000
