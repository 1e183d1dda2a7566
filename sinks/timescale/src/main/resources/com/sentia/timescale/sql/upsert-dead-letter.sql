-- A record's place in its topic never changes its content: the first row stays, with what was done about it.
insert into dead_letter
    (topic, partition, "offset", stage, reason, detail, source_topic, source_partition, source_offset, key, value, rejected_at)
select topic, partition, "offset", stage, reason, detail, source_topic, source_partition, source_offset, key, value,
       timestamptz 'epoch' + rejected_at * interval '1 microsecond'
from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[],
            ?::bytea[], ?::bytea[], ?::bigint[])
    as incoming (topic, partition, "offset", stage, reason, detail, source_topic, source_partition, source_offset, key, value, rejected_at)
on conflict do nothing
