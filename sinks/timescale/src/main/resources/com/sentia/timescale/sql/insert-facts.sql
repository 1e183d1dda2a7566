insert into fact (entity_id, event_time, place, kind, attributes, figures)
select entity_id, timestamptz 'epoch' + event_time * interval '1 microsecond', place, kind, attributes::jsonb, figures::jsonb
from unnest(?::bigint[], ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[])
    as incoming (entity_id, event_time, place, kind, attributes, figures)
