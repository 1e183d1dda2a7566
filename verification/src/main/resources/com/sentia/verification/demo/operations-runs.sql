-- Runs on Sentia's operations database: which production runs are there? Times in microseconds since the epoch.
select run_id as id, status, operation, is_last_operation, line,
       cast(extract(epoch from planned_end_at) * 1000000 as bigint) as planned_end_at,
       cast(extract(epoch from started_at) * 1000000 as bigint) as started_at,
       cast(extract(epoch from ended_at) * 1000000 as bigint) as ended_at,
       planned_quantity, produced_quantity, first_pass_quantity, reworked_quantity, scrapped_quantity,
       available_millis, planned_millis, run_millis, ideal_cycle_millis, labour_cost, overhead_cost,
       cast(materials as text) as materials,
       cast(extract(epoch from updated_at) * 1000000 as bigint) as updated_at
from operations.production_run
