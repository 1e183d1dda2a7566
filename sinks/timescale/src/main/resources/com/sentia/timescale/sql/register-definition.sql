-- A version belongs to the deployment that first registered it.
insert into kpi_definition as present (kpi, kpi_version, title, unit, formula, component_names, job, measures)
values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
on conflict (kpi, kpi_version) do update
set title = excluded.title, unit = excluded.unit, formula = excluded.formula, component_names = excluded.component_names,
    measures = excluded.measures
where present.job = excluded.job
