-- Takes change points away; a row written by a later (generation, sequence) stays.
delete from kpi_value present
using unnest(?::integer[], ?::bigint[], ?::bigint[], ?::bigint[])
    as incoming (series_id, window_end, generation, sequence)
where present.series_id = incoming.series_id
  and present.window_end = timestamptz 'epoch' + incoming.window_end * interval '1 microsecond'
  and (incoming.generation, incoming.sequence) > (present.generation, present.sequence)
