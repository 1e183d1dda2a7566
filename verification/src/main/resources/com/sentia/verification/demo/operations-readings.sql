-- Runs on Sentia's operations database: which machine readings are there? Times in microseconds since the epoch.
select reading_id as id, line, cast(extract(epoch from read_at) * 1000000 as bigint) as read_at, covered_millis, state,
       failure_id, units, cycle_millis, cast(extract(epoch from updated_at) * 1000000 as bigint) as updated_at
from operations.machine_reading
