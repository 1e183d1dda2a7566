-- Before rates are rewritten: keeps what they say now, if that differs.
insert into fx_rate_history
    (currency, day, quote, rate, unit, updated_at, feed_rank, fetched_at, valid_from, valid_to)
select present.currency, present.day, present.quote, present.rate, present.unit, present.updated_at, present.feed_rank,
       present.fetched_at, present.known_since, greatest(present.known_since, now())
from unnest(?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::text[], ?::bigint[], ?::integer[], ?::bigint[])
    as incoming (currency, day, quote, rate, unit, updated_at, feed_rank, fetched_at)
join fx_rate present on present.currency = incoming.currency and present.day = date 'epoch' + incoming.day::integer
where (timestamptz 'epoch' + incoming.updated_at * interval '1 microsecond', incoming.feed_rank,
       timestamptz 'epoch' + incoming.fetched_at * interval '1 microsecond', incoming.unit collate "C")
      > (present.updated_at, present.feed_rank, present.fetched_at, present.unit collate "C")
  and (present.quote, present.rate) is distinct from (incoming.quote, incoming.rate)
