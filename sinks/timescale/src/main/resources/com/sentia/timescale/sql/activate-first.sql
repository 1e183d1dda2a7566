-- A KPI without an active version gets this one; changing the active version is a decision, not a deployment's effect.
insert into kpi_active (kpi, kpi_version) values (?, ?) on conflict (kpi) do nothing
