-- Up to when are the windows of each KPI's active version final?
select p.kpi, p.time_window, p.source, p.final_to, p.complete_to
from kpi_progress p
join kpi_active a using (kpi, kpi_version)
order by p.kpi, p.time_window, p.source
limit 5000
