-- A record's place in its topic never changes its content: the first row stays, with what was done about it. But bodies that the
-- webhook gateway sealed, which may tell of a person, are kept for 14 days, as they are on their topics.
with ended as (
    update dead_letter
    set value = null, detail = detail || ' (its sealed body was kept for 14 days)'
    where stage = 'webhook-gateway' and value is not null and rejected_at < now() - interval '14 days'
)
insert into dead_letter
    (topic, partition, "offset", stage, reason, detail, source_topic, source_partition, source_offset, key, value, rejected_at)
select topic, partition, "offset", stage, reason, detail, source_topic, source_partition, source_offset, key,
       case when stage = 'webhook-gateway' and timestamptz 'epoch' + rejected_at * interval '1 microsecond' < now() - interval '14 days'
            then null else value end,
       timestamptz 'epoch' + rejected_at * interval '1 microsecond'
from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[],
            ?::bytea[], ?::bytea[], ?::bigint[])
    as incoming (topic, partition, "offset", stage, reason, detail, source_topic, source_partition, source_offset, key, value, rejected_at)
on conflict do nothing
