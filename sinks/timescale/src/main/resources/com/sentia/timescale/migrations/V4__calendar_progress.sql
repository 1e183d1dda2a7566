-- date_trunc knows the calendar units by the names that windows have. Where clocks move by half an hour it may give a moment
-- before the last end of an hour, never one after it.
create or replace view kpi_progress as
select d.kpi, d.kpi_version, s.time_window, 'shopify'::text as source,
       case
           when s.time_window like '%/%' then date_bin(split_part(s.time_window, '/', 2)::interval, w.final_to, timestamptz 'epoch')
           else date_trunc(s.time_window, w.final_to, coalesce(current_setting('sentia.business_zone', true), 'Europe/London'))
       end as final_to,
       p.complete_to
from kpi_definition d
join (select distinct kpi, kpi_version, time_window from kpi_series) s using (kpi, kpi_version)
left join kpi_final w on w.job = 'kpi'
cross join (select min(complete_to) as complete_to from source_progress) p;

comment on table kpi_series is 'One row per (kpi, version, window, dimensions). dimensions is {} for the total, else {"region": "UK", "source": "shopify"}; time_window is size/step (24h/5m) or a calendar unit (hour, day, week, month, quarter).';
