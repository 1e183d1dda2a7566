-- A KPI never seen before shows this version at once; changing the active version is a decision, not a job's start.
insert into kpi_active (kpi, kpi_version) values (?, ?) on conflict (kpi) do nothing
