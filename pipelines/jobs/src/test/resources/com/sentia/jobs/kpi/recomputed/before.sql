-- What the sums were before the version, at each end from which on it changes something.
create or replace table before as
with at_start as (
    select changing.seq, changing.time_window, changing.series, changing.from_end, placed.m, placed.v, placed.c, placed.member, placed.part, placed.whole
    from changing
    join placed using (time_window, series)
    where placed.seq < changing.seq
      and placed.e <= changing.from_end
      and (placed.e > case when placed.step is null then changing.from_end - 1 else changing.from_end - placed.size end
          or (placed.step is not null and placed.size is null))
)
select seq, time_window, series, from_end, m, sum(v) as v, sum(c) as c
from at_start
group by all
union all
select seq, time_window, series, from_end, m, count(*) as v, 0 as c
from (
    select seq, time_window, series, from_end, m, member
    from at_start
    join member_measure using (m)
    group by all
    having sum(c) >= any_value(at_least)
)
group by all
union all
select seq, time_window, series, from_end, m,
       rolled(list(part) filter (where whole > 0), list(whole) filter (where whole > 0)) as v, 0 as c
from (
    select seq, time_window, series, from_end, m, member, sum(part)::hugeint as part, sum(whole)::hugeint as whole
    from at_start
    join rolled_measure using (m)
    group by all
)
group by all;
