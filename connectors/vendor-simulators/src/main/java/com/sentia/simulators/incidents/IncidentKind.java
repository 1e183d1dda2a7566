package com.sentia.simulators.incidents;

import java.util.List;
import java.util.Locale;

/** What can go wrong, which KPIs show it, and what its magnitude counts. */
public enum IncidentKind {
    DEMAND_SURGE("times the article's units of a usual day", List.of("units", "orders", "gross_sales", "net_sales")),
    PRICE_MISTAKE("of the right price", List.of("aov", "orders", "units")),
    REFUND_WAVE("refunds", List.of("refunds", "refund_count_rate", "returns", "refund_rate", "net_sales")),
    STOCK_OUT("days without a unit on hand", List.of("on_hand_units")),
    LATE_SUPPLIER("days that deliveries are late", List.of("incoming_inspected", "incoming_units", "on_hand_units")),
    MACHINE_FAILURE(
            "hours of standstill",
            List.of(
                    "machine_down_time",
                    "machine_units",
                    "throughput",
                    "availability",
                    "produced_units",
                    "scrap_rate")),
    QUALITY_DRIFT(
            "of the units made are scrap at the end, beyond the usual",
            List.of("scrap_rate", "rework_rate", "first_pass_yield", "quality", "defect_rate", "oee")),
    SILENT_FEED("hours without a reading", List.of("machine_run_time", "machine_units", "throughput"));

    private final String counts;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that can't change.
    private final List<String> kpis;

    IncidentKind(String counts, List<String> kpis) {
        this.counts = counts;
        this.kpis = kpis;
    }

    /** What a magnitude counts, to be said after the number. */
    public String counts() {
        return counts;
    }

    /** The KPIs it moves, as jobs-config/kpis.yaml names them. */
    public List<String> kpis() {
        return kpis;
    }

    /** The stable name that files use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
