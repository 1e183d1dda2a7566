-- What changed the window that ends at $4 after it was final, earliest first?
-- $1 KPI, $2 members, $3 window, $5 how many.
select restated_at, cause_kind, cause_key, cause_version, first_end, last_end, first_delta
from kpi_restatements($1, $2::jsonb, $3, $4)
limit $5
