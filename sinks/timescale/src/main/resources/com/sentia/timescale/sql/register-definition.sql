insert into kpi_definition (kpi, kpi_version, title, unit, formula, component_names)
values (?, ?, ?, ?, ?, ?)
on conflict (kpi, kpi_version) do update
set title = excluded.title, unit = excluded.unit, formula = excluded.formula, component_names = excluded.component_names
