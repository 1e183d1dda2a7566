-- Which rows of the operations database do the canonical topics not have as they stand?
with source as (
    select 'run' as entity, id, updated_at from run
    union all
    select 'reading', id, updated_at from reading
    union all
    select 'inspection', id, updated_at from inspection
    union all
    -- With what it says, as no KPI of the demo is converted by it.
    select 'rate', id || '=' || rate_nanos, updated_at from rate
)
select (select count(*) from source) as entities,
       count(*) filter (canonical_entity.id is null) as missing,
       count(*) filter (source.id is null) as extra,
       count(*) filter (source.updated_at <> canonical_entity.updated_at) as otherwise
from source
full outer join canonical_entity using (entity, id)
