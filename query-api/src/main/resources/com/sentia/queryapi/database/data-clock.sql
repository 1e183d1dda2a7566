-- What time is it in the data? The newest instant a source is complete to; before any source has been read to its end,
-- the newest end of a rolling window in total. The second question is only asked when the first has no answer.
select coalesce(
    (select greatest(
        (select max(complete_to) from source_progress where isfinite(complete_to)),
        (select max(final_to) from kpi_active_job where isfinite(final_to)))),
    (select max(newest.window_end)
     from kpi_series s
     join kpi_active a using (kpi, kpi_version)
     cross join lateral (
         select v.window_end from kpi_value v where v.series_id = s.series_id order by v.window_end desc limit 1
     ) newest
     where s.dimensions = '{}' and s.time_window like '%/%')
) as as_of
