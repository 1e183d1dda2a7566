-- The first entry stays: a replay writes the same again.
insert into kpi_restatement
    (series_id, cause_key, cause_version, cause_kind, first_end, last_end, first_delta, restated_at)
select series_id, cause_key, cause_version, cause_kind, timestamptz 'epoch' + first_end * interval '1 microsecond',
       timestamptz 'epoch' + last_end * interval '1 microsecond', first_delta,
       timestamptz 'epoch' + restated_at * interval '1 microsecond'
from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::numeric[], ?::bigint[])
    as incoming (series_id, cause_key, cause_version, cause_kind, first_end, last_end, first_delta, restated_at)
on conflict do nothing
