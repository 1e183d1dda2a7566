-- Change capture reads what is captured, calls what marks progress, and does nothing else.
revoke all on all functions in schema operations from public;
grant usage on schema operations to ${capture};
grant select on
    operations.production_run,
    operations.machine_reading,
    operations.quality_inspection,
    operations.target,
    operations.fx_rate,
    operations.deletion,
    operations.capture_progress
    to ${capture};
grant execute on function operations.mark_progress() to ${capture};
grant execute on function operations.committed_at(xid) to ${capture};
