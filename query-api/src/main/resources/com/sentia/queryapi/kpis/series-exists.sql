-- Does a KPI have a series in this window for exactly these members?
select exists (
    select
    from kpi_series s
    join kpi_active a using (kpi, kpi_version)
    where s.kpi = $1 and s.time_window = $2 and s.dimensions = $3::jsonb
) as found
