-- Before final change points are rewritten or deleted: keeps what they say now, if that differs.
insert into kpi_value_history
    (series_id, window_end, value, components, fact_count, revision, flags, valid_from, valid_to,
     made_by_restatement)
select present.series_id, present.window_end, present.value, present.components, present.fact_count, present.revision,
       present.flags, present.updated_at,
       greatest(present.updated_at, timestamptz 'epoch' + incoming.updated_at * interval '1 microsecond'),
       present.made_by_restatement
from unnest(?::integer[], ?::bigint[], ?::boolean[], ?::numeric[], ?::text[], ?::bigint[], ?::text[], ?::bigint[],
            ?::bigint[], ?::bigint[])
    as incoming (series_id, window_end, deletes, value, components, fact_count, flags, updated_at, generation, sequence)
join kpi_value present
  on present.series_id = incoming.series_id
 and present.window_end = timestamptz 'epoch' + incoming.window_end * interval '1 microsecond'
where (incoming.generation, incoming.sequence) > (present.generation, present.sequence)
  and (incoming.deletes
       or (present.value, present.components, present.fact_count, present.flags)
          is distinct from (incoming.value, incoming.components::numeric(38, 6)[], incoming.fact_count, incoming.flags::text[]))
on conflict do nothing
