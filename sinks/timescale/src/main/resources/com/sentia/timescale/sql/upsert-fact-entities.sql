-- Takes entities' rows for these versions, and tells which it got: one that is as high or higher stays. Whoever got the row holds
-- it until its transaction ends, so of two writers of one entity the later waits, and then sees which version won.
insert into fact_entity as present (entity, updated_at, feed_rank, fetched_at, cause_kind)
select entity, timestamptz 'epoch' + updated_at * interval '1 microsecond', feed_rank,
       timestamptz 'epoch' + fetched_at * interval '1 microsecond', cause_kind
from unnest(?::text[], ?::bigint[], ?::integer[], ?::bigint[], ?::text[])
    as incoming (entity, updated_at, feed_rank, fetched_at, cause_kind)
order by entity
on conflict (entity) do update
set updated_at = excluded.updated_at,
    feed_rank = excluded.feed_rank,
    fetched_at = excluded.fetched_at,
    cause_kind = excluded.cause_kind,
    written_at = now()
where (excluded.updated_at, excluded.feed_rank, excluded.fetched_at)
      > (present.updated_at, present.feed_rank, present.fetched_at)
returning entity, entity_id, xmax <> 0 as is_known
