-- Rows of the job's earlier starts that no current writer wrote again.
delete from kpi_value
where window_end > ? and window_end <= ?
  and generation in (select generation from kpi_start where job = ? and generation < ?)
