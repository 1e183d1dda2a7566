-- Ends whose every entry in the ledger begins there: its deltas lead from the value at finality to the value now.
select 'deltas', kpi, '{' || series || '}' as series, time_window, make_timestamptz(e) as window_end, kinds,
       'at finality', final_value, 'deltas', delta, 'now', value
from told_whole
where final_value::hugeint + delta <> value::hugeint
limit 30;
-- Rows whose revision counts more causes than the ledger has, or fewer than surely changed it.
select 'revision', kpi, '{' || series || '}' as series, time_window, make_timestamptz(e) as window_end, kinds,
       'at least', sure_entries, 'found', revision, 'at most', entries
from covered
where revision not between sure_entries and entries
limit 30;
