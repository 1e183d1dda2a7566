-- Has the database been prepared, and does it hold KPIs and values?
select exists (select from kpi_active) as has_kpis, exists (select from kpi_value) as has_values
