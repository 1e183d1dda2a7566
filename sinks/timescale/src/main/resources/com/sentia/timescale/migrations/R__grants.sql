-- The least each role needs. Chunks of hypertables take the rights of their table.
grant usage on schema public to ${writer}, ${reader};

grant select, insert, update, delete on kpi_value, kpi_writer, fact_entity to ${writer};
grant select, insert, delete on fact to ${writer};
grant select, insert, update on kpi_definition, kpi_active, source_progress, dead_letter to ${writer};
grant select, insert on kpi_start, kpi_series, kpi_value_history, kpi_restatement to ${writer};
grant select on kpi_final, kpi_active_job to ${writer};
grant usage on sequence kpi_generation to ${writer};

grant select on kpi_definition, kpi_active, kpi_series, kpi_value, kpi_value_history, kpi_restatement, kpi_writer, kpi_start,
    source_progress, dead_letter, kpi_final, kpi_active_job, kpi_progress, kpi_change_point,
    fact_entity, fact, current_fact to ${reader};
revoke execute on function kpi_series(text, jsonb, text, timestamptz, timestamptz), kpi_switch(text),
    kpi_points_as_of(integer, timestamptz, timestamptz, timestamptz), kpi_version_at(text, timestamptz),
    kpi_value_as_of(text, jsonb, text, timestamptz, timestamptz),
    kpi_series_as_of(text, jsonb, text, timestamptz, timestamptz, timestamptz),
    kpi_restatements(text, jsonb, text, timestamptz), kpi_window_start(text, timestamptz),
    kpi_contributions(text, jsonb, text, timestamptz), kpi_facts(text, jsonb, text, timestamptz, integer),
    kpi_explain(text, jsonb, text, timestamptz, integer)
    from public;
grant execute on function kpi_series(text, jsonb, text, timestamptz, timestamptz),
    kpi_points_as_of(integer, timestamptz, timestamptz, timestamptz), kpi_version_at(text, timestamptz),
    kpi_value_as_of(text, jsonb, text, timestamptz, timestamptz),
    kpi_series_as_of(text, jsonb, text, timestamptz, timestamptz, timestamptz),
    kpi_restatements(text, jsonb, text, timestamptz), kpi_window_start(text, timestamptz),
    kpi_contributions(text, jsonb, text, timestamptz), kpi_facts(text, jsonb, text, timestamptz, integer),
    kpi_explain(text, jsonb, text, timestamptz, integer)
    to ${reader};
grant execute on function kpi_switch(text) to ${writer};
