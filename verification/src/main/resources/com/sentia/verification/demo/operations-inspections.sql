-- Runs on Sentia's operations database: which inspections are there? Times in microseconds since the epoch.
select inspection_id as id, run_id is null as is_incoming, line, supplier,
       cast(extract(epoch from inspected_at) * 1000000 as bigint) as inspected_at, inspected_quantity,
       cast(defects as text) as defects, cast(extract(epoch from updated_at) * 1000000 as bigint) as updated_at
from operations.quality_inspection
