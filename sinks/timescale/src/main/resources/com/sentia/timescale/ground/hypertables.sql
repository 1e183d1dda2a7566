-- Run after the migrations where the extension is; repeatable, and moves rows written before the extension came.
-- One chunk holds a quarter: nine months of change points (a few million rows) lie in three or four, so that a query by
-- series opens few indexes, while retention can still drop a quarter at a time.
select create_hypertable('kpi_value', by_range('window_end', interval '90 days'),
                         create_default_indexes => false, if_not_exists => true, migrate_data => true);
select create_hypertable('kpi_value_history', by_range('window_end', interval '90 days'),
                         create_default_indexes => false, if_not_exists => true, migrate_data => true);
select create_hypertable('fact', by_range('event_time', interval '90 days'),
                         create_default_indexes => false, if_not_exists => true, migrate_data => true);
