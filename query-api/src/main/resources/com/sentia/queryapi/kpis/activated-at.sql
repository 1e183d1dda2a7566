-- Since when is the version of a KPI shown that is shown now?
select activated_at from kpi_active where kpi = $1
