-- Writes change points; a row written by a later (generation, sequence) stays. What says the same again has said so since
-- before: updated_at stays, so that a replay takes nothing from what was known when. A row that is there was not
-- made by this restatement.
insert into kpi_value as present
    (series_id, window_end, value, components, fact_count, revision, flags, updated_at, generation, sequence, made_by_restatement)
select series_id, timestamptz 'epoch' + window_end * interval '1 microsecond', value, components::numeric[], fact_count,
       revision, flags::text[], timestamptz 'epoch' + updated_at * interval '1 microsecond', generation, sequence,
       made_by_restatement
from unnest(?::integer[], ?::bigint[], ?::numeric[], ?::text[], ?::bigint[], ?::integer[], ?::text[], ?::bigint[],
            ?::bigint[], ?::bigint[], ?::boolean[])
    as incoming (series_id, window_end, value, components, fact_count, revision, flags, updated_at, generation, sequence,
                 made_by_restatement)
on conflict (series_id, window_end) do update
set value = excluded.value,
    components = excluded.components,
    fact_count = excluded.fact_count,
    revision = greatest(excluded.revision, present.revision),
    flags = excluded.flags,
    updated_at = case
        when (present.value, present.components, present.fact_count, present.flags)
             is distinct from (excluded.value, excluded.components, excluded.fact_count, excluded.flags)
        then excluded.updated_at
        else present.updated_at
    end,
    generation = excluded.generation,
    sequence = excluded.sequence
where (excluded.generation, excluded.sequence) > (present.generation, present.sequence)
