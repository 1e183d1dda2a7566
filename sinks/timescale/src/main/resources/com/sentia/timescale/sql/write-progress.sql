update kpi_writer
set final_to = timestamptz 'epoch' + ?::bigint * interval '1 microsecond', counters = ?::jsonb, updated_at = now()
where job = ? and subtask = ? and generation = ?
