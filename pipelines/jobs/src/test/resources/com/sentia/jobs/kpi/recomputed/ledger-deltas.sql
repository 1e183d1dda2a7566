-- Ends whose every entry in the ledger begins there: its deltas lead from the value at finality to the value now.
select 'deltas', kpi, '{' || series || '}' as series, time_window, make_timestamptz(e) as window_end,
       'at finality', at_finality.value, 'deltas', deltas.delta, 'now', actual.value
from at_finality
join actual using (kpi, series, time_window, e)
join (
    select kpi, series, time_window, first_end as e, sum(first_delta::hugeint) as delta, count(*) - count(first_delta) as unknown
    from actual_ledger
    group by all
) as deltas using (kpi, series, time_window, e)
where unknown = 0
  and not exists (
      from actual_ledger as other
      where other.kpi = at_finality.kpi and other.series = at_finality.series and other.time_window = at_finality.time_window
        and other.first_end < at_finality.e and at_finality.e <= other.last_end)
  and at_finality.value::hugeint + delta <> actual.value::hugeint
limit 30;
