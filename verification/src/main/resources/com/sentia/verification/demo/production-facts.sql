-- What do the rows of Sentia's operations database give to each figure, at which instant, where?
create table run as
from read_csv(getvariable('runs_file'), auto_detect = false, header = true, quote = '"', escape = '"',
              columns = {id: 'VARCHAR', status: 'VARCHAR', operation: 'VARCHAR', is_last_operation: 'BOOLEAN', line: 'VARCHAR',
                         planned_end_at: 'BIGINT', started_at: 'BIGINT', ended_at: 'BIGINT', planned_quantity: 'BIGINT',
                         produced_quantity: 'BIGINT', first_pass_quantity: 'BIGINT', reworked_quantity: 'BIGINT',
                         scrapped_quantity: 'BIGINT', available_millis: 'BIGINT', planned_millis: 'BIGINT', run_millis: 'BIGINT',
                         ideal_cycle_millis: 'BIGINT', labour_cost: 'DECIMAL(18, 6)', overhead_cost: 'DECIMAL(18, 6)',
                         materials: 'VARCHAR', updated_at: 'BIGINT'});

create table reading as
from read_csv(getvariable('readings_file'), auto_detect = false, header = true, quote = '"', escape = '"',
              columns = {id: 'VARCHAR', line: 'VARCHAR', read_at: 'BIGINT', covered_millis: 'BIGINT', state: 'VARCHAR',
                         failure_id: 'VARCHAR', units: 'BIGINT', cycle_millis: 'BIGINT', updated_at: 'BIGINT'});

create table inspection as
from read_csv(getvariable('inspections_file'), auto_detect = false, header = true, quote = '"', escape = '"',
              columns = {id: 'VARCHAR', is_incoming: 'BOOLEAN', line: 'VARCHAR', supplier: 'VARCHAR', inspected_at: 'BIGINT',
                         inspected_quantity: 'BIGINT', defects: 'VARCHAR', updated_at: 'BIGINT'});

-- What did a run's material cost, and how much of that beyond the standard? In millionths of a pound, rounded once for the run.
create table run_material as
with used as (
    select id, unnest(from_json(materials, '[{"standard_quantity": "VARCHAR", "actual_quantity": "VARCHAR", "standard_price": "VARCHAR"}]')) as part
    from run
), counted as (
    select id, millionths(part.standard_quantity) as standard, millionths(part.actual_quantity) as actual,
           millionths(part.standard_price) as price
    from used
), summed as (
    select id, sum(actual * price)::hugeint as cost, sum((actual - standard) * price)::hugeint as variance
    from counted
    group by id
)
select id, half_even_millionths(cost, 1000000000000) as cost, half_even_millionths(variance, 1000000000000) as variance
from summed;

create table defective as
with found as (
    select inspection.*, unnest(from_json(defects, '[{"defect": "VARCHAR", "quantity": "BIGINT"}]')) as part
    from inspection
)
select * exclude (part), part.defect as defect, part.quantity as quantity
from found;

-- A run that never started and was cancelled counts in nothing; the others when they have ended, and whole.
-- Amounts in millionths of their unit, times in millionths of a second.
-- Grain: one row per figure and row of the source that gives to it; of sales one row per minute.
create table production_fact as
with standing as (
    select run.*, coalesce(cost, 0) as material_cost, coalesce(variance, 0) as material_variance
    from run
    left join run_material using (id)
    where status <> 'CANCELLED' or started_at is not null
), ended as (
    select * from standing where ended_at is not null
), of_run as (
    unpivot (
        select ended_at as moment, line, operation, is_last_operation as is_last,
               produced_quantity::hugeint * 1000000 as produced_units,
               first_pass_quantity::hugeint * 1000000 as first_pass_units,
               reworked_quantity::hugeint * 1000000 as reworked_units,
               scrapped_quantity::hugeint * 1000000 as scrapped_units,
               run_millis::hugeint * 1000 as run_time,
               planned_millis::hugeint * 1000 as planned_time,
               available_millis::hugeint * 1000 as available_time,
               ideal_cycle_millis::hugeint * produced_quantity * 1000 as ideal_time,
               material_cost::hugeint as material_cost,
               millionths(labour_cost) as labour_cost,
               millionths(overhead_cost) as overhead_cost,
               material_variance::hugeint as material_variance
        from ended
    ) on columns(* exclude (moment, line, operation, is_last)) into name figure value amount
)
select figure, moment, line, null as defect, null as supplier, amount, 1 as facts
from of_run
union all
select case figure
           when 'first_pass_units' then 'finished_first_pass'
           when 'reworked_units' then 'finished_reworked'
           else 'available_time_last'
       end, moment, line, null, null, amount, 1
from of_run
where is_last and figure in ('first_pass_units', 'reworked_units', 'available_time')
union all
select case figure when 'produced_units' then 'whole of ' else 'part of ' end || operation, moment, line, null, null, amount // 1000000, 1
from of_run
where figure in ('produced_units', 'first_pass_units')
union all
select 'planned_units', planned_end_at, line, null, null, planned_quantity::hugeint * 1000000, 1
from standing
where is_last_operation
union all
select 'scheduled_units_made', planned_end_at, line, null, null,
       case when london_time(ended_at)::date <= london_time(planned_end_at)::date
            then least(planned_quantity, first_pass_quantity + reworked_quantity)::hugeint * 1000000 else 0 end, 1
from standing
where is_last_operation
union all
select 'wip_value', started_at, line, null, null, material_cost, 1
from standing
where started_at is not null and material_cost <> 0
union all
select 'wip_value', ended_at, line, null, null, -material_cost, 1
from standing
where started_at is not null and ended_at is not null and material_cost <> 0
union all
select 'machine_run_time', read_at, line, null, null, covered_millis::hugeint * 1000, 1
from reading
where state = 'RUNNING'
union all
select 'machine_down_time', read_at, line, null, null, covered_millis::hugeint * 1000, 1
from reading
where state = 'DOWN'
union all
select 'machine_units', read_at, line, null, null, units::hugeint * 1000000, 1
from reading
union all
select case when is_incoming then 'incoming_inspected' else 'inspected_units' end, inspected_at, line, null, supplier,
       inspected_quantity::hugeint * 1000000, 1
from inspection
union all
select case when is_incoming then 'incoming_defects' else 'defects' end, inspected_at, line, defect, supplier, quantity::hugeint * 1000000, 1
from defective
union all
-- What was sold, for the time there was to make it in.
select 'units sold', moment // 60000000 * 60000000, null, null, null, sum(units)::hugeint * 1000000, count(*)
from fact
where kind = 'goods'
group by all
union all
select 'available for a sale', moment, null, null, null, amount, 1
from of_run
where is_last and figure = 'available_time';
