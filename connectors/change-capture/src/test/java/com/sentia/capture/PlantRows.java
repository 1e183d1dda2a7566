package com.sentia.capture;

/** Statements that write rows of a plant; people's names are in the columns that must not go on. */
final class PlantRows {
    /** Stands in every column that must stay in the database. */
    static final String SECRET = "Jane Doe badge 4711";

    private PlantRows() {}

    static String run(String id, int produced) {
        return "insert into operations.production_run (run_id, lot_id, operation, status, line, warehouse, sku,"
                + " planned_start_at, planned_end_at, planned_quantity, produced_quantity, ideal_cycle_millis, currency,"
                + " labour_cost, materials, operator_name, operator_badge, notes, updated_at) values ('" + id
                + "', 'L-1', 'assemble', 'RUNNING', 'LINE-1', 'LEEDS', 'lamp-oak', '2026-03-02T06:00:00Z',"
                + " '2026-03-02T09:00:00.5Z', 120, " + produced + ", 75000, 'GBP', 59.85,"
                + " '[{\"sku\": \"oak-plank\", \"standard_quantity\": \"236\", \"actual_quantity\": \"240.5\","
                + " \"standard_price\": \"1.25\", \"issued_by\": \"" + SECRET + "\"}]', '" + SECRET + "', '" + SECRET
                + "', '" + SECRET + "', operations.source_clock())";
    }

    static String produced(String id, int produced) {
        return "update operations.production_run set produced_quantity = " + produced
                + ", updated_at = operations.source_clock() where run_id = '" + id + "'";
    }

    static String reading(String id) {
        return "insert into operations.machine_reading (reading_id, machine, line, read_at, covered_millis, state, units,"
                + " cycle_millis, measurements, operator_badge, notes, updated_at) values ('" + id
                + "', 'PRESS-1', 'LINE-1', '2026-03-02T10:00:00Z', 60000, 'RUNNING', 12, 5000,"
                + " '[{\"name\": \"bearing-celsius\", \"value\": \"61.25\"}]', '" + SECRET + "', '" + SECRET
                + "', operations.source_clock())";
    }

    static String inspection(String id) {
        return "insert into operations.quality_inspection (inspection_id, run_id, line, operation, sku, inspected_at,"
                + " inspected_quantity, passed_quantity, defects, operator_name, updated_at) values ('" + id
                + "', 'R-1', 'LINE-1', 'assemble', 'LAMP-OAK', '2026-03-02T09:10:00Z', 118, 113,"
                + " '[{\"defect\": \"scratch\", \"quantity\": 5, \"disposition\": \"REWORK\"}]', '" + SECRET
                + "', operations.source_clock())";
    }

    static String rate(String day, String rate) {
        return "insert into operations.fx_rate (base_currency, quote_currency, day, rate, published_at, operator_name,"
                + " updated_at) values ('EUR', 'GBP', '" + day + "', " + rate + ", '2026-03-02T15:00:00Z', '" + SECRET
                + "', operations.source_clock())";
    }

    static String target(String scope) {
        return "insert into operations.target (kpi, scope, starts_on, target_value, operator_name, updated_at)"
                + " values ('otif', '" + scope + "', '2026-03-01', 95.5, '" + SECRET + "', operations.source_clock())";
    }
}
