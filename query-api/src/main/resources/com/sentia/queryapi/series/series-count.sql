-- How many change points has a series between two instants (exclusive, inclusive)? Counts to $6 at most.
select count(*) as points
from (
    select
    from kpi_series s
    join kpi_active a using (kpi, kpi_version)
    join kpi_value v using (series_id)
    where s.kpi = $1 and s.time_window = $2 and s.dimensions = $3::jsonb and v.window_end > $4 and v.window_end <= $5
    limit $6
) few
