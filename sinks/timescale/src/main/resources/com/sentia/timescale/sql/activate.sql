insert into kpi_active (kpi, kpi_version) values (?, ?)
on conflict (kpi) do update set kpi_version = excluded.kpi_version, activated_at = now()
