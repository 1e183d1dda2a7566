-- One row for each series and cause: the first and last end it changed, and by how much at the first.
insert into expected_ledger
select kpi, series, time_window, cause_key, cause_version, cause_kind,
       min(from_end), max(until), first(delta order by from_end)
from changed
join late using (seq)
group by all;
