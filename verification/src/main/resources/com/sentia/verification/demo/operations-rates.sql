-- Runs on Sentia's operations database: which exchange rates are there? Times in microseconds since the epoch.
select base_currency || '/' || quote_currency || '/' || to_char(day, 'YYYY-MM-DD') as id,
       cast(rate * 1000000000 as bigint) as rate_nanos,
       cast(extract(epoch from updated_at) * 1000000 as bigint) as updated_at
from operations.fx_rate
