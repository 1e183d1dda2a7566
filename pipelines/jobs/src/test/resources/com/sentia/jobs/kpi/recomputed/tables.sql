create table expected (kpi varchar, series varchar, time_window varchar, e bigint, value varchar, components varchar, facts bigint, flags varchar);
create table actual (kpi varchar, series varchar, time_window varchar, e bigint, value varchar, components varchar, facts bigint, flags varchar, revision bigint);
create table expected_ledger (kpi varchar, series varchar, time_window varchar, cause_key varchar, cause_version varchar, cause_kind varchar, first_end bigint, last_end bigint, first_delta varchar);
create table actual_ledger as from expected_ledger;
create table at_finality (kpi varchar, series varchar, time_window varchar, e bigint, value varchar);
create table changed (kpi varchar, series varchar, time_window varchar, from_end bigint, until bigint, seq bigint, delta varchar);
