-- Net sales, units and orders of each window that is not empty; grain: label (the region or article) and window end.
-- A line later than the watermark is dropped: there is none.
SELECT
  ${label} AS label,
  window_end,
  SUM(net_micros) AS net_micros,
  SUM(units) AS units,
  SUM(orders) AS orders
FROM TABLE(HOP(
  TABLE order_lines,
  DESCRIPTOR(placed_at),
  INTERVAL '${step}' SECOND(10),
  INTERVAL '${size}' SECOND(10)))
GROUP BY window_start, window_end${group}
