-- complete_to and at never go back.
insert into source_progress as present (vendor, unit, entity, complete_to, at)
select vendor, unit, entity, timestamptz 'epoch' + complete_to * interval '1 microsecond',
       timestamptz 'epoch' + at * interval '1 microsecond'
from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
    as incoming (vendor, unit, entity, complete_to, at)
order by 1, 2, 3
on conflict (vendor, unit, entity) do update
set complete_to = greatest(present.complete_to, excluded.complete_to), at = greatest(present.at, excluded.at)
where (excluded.complete_to, excluded.at) is distinct from (present.complete_to, present.at)
