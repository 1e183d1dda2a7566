-- The least each role needs. Chunks of hypertables take the rights of their table.
grant usage on schema public to ${writer}, ${reader};

grant select, insert, update, delete on kpi_value, kpi_writer, fact_entity to ${writer};
grant select, insert, delete on fact to ${writer};
grant select, insert, update on kpi_definition, kpi_active, source_progress, dead_letter, fx_rate to ${writer};
grant select, insert on kpi_start, kpi_series, kpi_value_history, kpi_restatement, fx_rate_history to ${writer};
grant select on kpi_final, kpi_active_job to ${writer};
grant usage on sequence kpi_generation to ${writer};

grant select on kpi_definition, kpi_active, kpi_series, kpi_value, kpi_value_history, kpi_restatement, kpi_writer, kpi_start,
    source_progress, dead_letter, kpi_final, kpi_active_job, kpi_progress, kpi_change_point,
    fact_entity, fact, current_fact, fx_rate, fx_rate_history to ${reader};
revoke execute on function kpi_series(text, jsonb, text, timestamptz, timestamptz), kpi_switch(text),
    kpi_points_as_of(integer, timestamptz, timestamptz, timestamptz), kpi_version_at(text, timestamptz),
    kpi_value_as_of(text, jsonb, text, timestamptz, timestamptz),
    kpi_series_as_of(text, jsonb, text, timestamptz, timestamptz, timestamptz),
    kpi_restatements(text, jsonb, text, timestamptz), kpi_window_start(text, timestamptz),
    kpi_contributions(text, jsonb, text, timestamptz), kpi_facts(text, jsonb, text, timestamptz, integer),
    kpi_explain(text, jsonb, text, timestamptz, integer), fx_rates_as_of(timestamptz), fx_rate_applied(text, date),
    kpi_selection(text, jsonb), kpi_rates(text, jsonb, text, timestamptz)
    from public;
grant execute on function kpi_series(text, jsonb, text, timestamptz, timestamptz),
    kpi_points_as_of(integer, timestamptz, timestamptz, timestamptz), kpi_version_at(text, timestamptz),
    kpi_value_as_of(text, jsonb, text, timestamptz, timestamptz),
    kpi_series_as_of(text, jsonb, text, timestamptz, timestamptz, timestamptz),
    kpi_restatements(text, jsonb, text, timestamptz), kpi_window_start(text, timestamptz),
    kpi_contributions(text, jsonb, text, timestamptz), kpi_facts(text, jsonb, text, timestamptz, integer),
    kpi_explain(text, jsonb, text, timestamptz, integer), fx_rates_as_of(timestamptz), fx_rate_applied(text, date),
    kpi_selection(text, jsonb), kpi_rates(text, jsonb, text, timestamptz)
    to ${reader};
grant execute on function kpi_switch(text) to ${writer};
