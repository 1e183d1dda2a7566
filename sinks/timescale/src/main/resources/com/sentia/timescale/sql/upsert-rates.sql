-- Writes rates; a version that is as high or higher stays. What says the same again has said so since before; else it is
-- known since when, as history has it, the one before was known until.
insert into fx_rate as present (currency, day, quote, rate, unit, updated_at, feed_rank, fetched_at, known_since)
select currency, date 'epoch' + day::integer, quote, rate, unit, timestamptz 'epoch' + updated_at * interval '1 microsecond',
       feed_rank, timestamptz 'epoch' + fetched_at * interval '1 microsecond', now()
from unnest(?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::text[], ?::bigint[], ?::integer[], ?::bigint[])
    as incoming (currency, day, quote, rate, unit, updated_at, feed_rank, fetched_at)
on conflict (currency, day) do update
set quote = excluded.quote,
    rate = excluded.rate,
    unit = excluded.unit,
    updated_at = excluded.updated_at,
    feed_rank = excluded.feed_rank,
    fetched_at = excluded.fetched_at,
    known_since = case
        when (present.quote, present.rate) is distinct from (excluded.quote, excluded.rate)
        then greatest(present.known_since, excluded.known_since)
        else present.known_since
    end
where (excluded.updated_at, excluded.feed_rank, excluded.fetched_at, excluded.unit collate "C")
      > (present.updated_at, present.feed_rank, present.fetched_at, present.unit collate "C")
