package com.sentia.launcher.status;

import com.sentia.launcher.http.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How each unit that connectors read stands, in words people use. */
final class UnitsTable {
    private static final double PER_CENT = 100;

    private UnitsTable() {}

    /**
     * The table, or a line that says why there is none.
     *
     * @param metricsUrl where the Connect worker shows its metrics
     * @param past how far in the past the units live
     */
    static String text(String metricsUrl, Duration past) {
        try {
            return text(
                    UnitMetrics.read(new String(Http.bytes(metricsUrl + "/metrics"), StandardCharsets.UTF_8)), past);
        } catch (IOException e) {
            return "the connectors' metrics can't be read at " + metricsUrl + ": " + e.getMessage() + '\n';
        }
    }

    static String text(List<UnitMetrics> units, Duration past) {
        if (units.isEmpty()) {
            return "";
        }
        Table table = new Table("unit", "behind", "rate budget in use", "dead letters", "API version served for");
        for (UnitMetrics unit : units) {
            table.row(
                    unit.vendor() + " " + unit.unit(),
                    told(
                            unit.lagSeconds(),
                            lag -> Words.duration(Duration.ofSeconds((long) lag).minus(past))),
                    told(unit.budgetInUse(), share -> Math.round(share * PER_CENT) + " %"),
                    Words.number(unit.rejected()),
                    told(unit.versionDaysLeft(), days -> Words.count((long) days, "day")));
        }
        return table.text();
    }

    @FunctionalInterface
    private interface InWords {
        String of(double value);
    }

    private static String told(OptionalDouble value, InWords words) {
        return value.isPresent() ? words.of(value.getAsDouble()) : "not told yet";
    }
}
