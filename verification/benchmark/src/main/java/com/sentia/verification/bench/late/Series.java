package com.sentia.verification.bench.late;

import com.sentia.analytics.kpi.Window;
import com.sentia.verification.bench.stack.Shop;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series of a KPI that SQL can recompute.
 *
 * @param region null for the total
 * @param window a rolling one
 */
record Series(String kpi, @Nullable String region, String window) {
    /** The one that has a goal of its own. */
    static final Series FIRST = new Series("net_sales", null, "24h/5m");

    private static final List<String> KPIS = List.of("net_sales", "units", "orders");
    private static final List<String> WINDOWS = List.of("1h/1m", "24h/5m", "7d/1h");

    /** Those compared: in total and by region, every rolling window. */
    static List<Series> compared() {
        List<Series> all = new ArrayList<>();
        for (String kpi : KPIS) {
            for (String window : WINDOWS) {
                all.add(new Series(kpi, null, window));
                for (Shop shop : Shop.values()) {
                    all.add(new Series(kpi, shop.region(), window));
                }
            }
        }
        return all;
    }

    Window.Rolling rolling() {
        if (Window.of(window, ZoneOffset.UTC) instanceof Window.Rolling rolling) {
            return rolling;
        }
        throw new IllegalArgumentException("no rolling window: " + window);
    }

    /** As the table names its members. */
    String dimensions() {
        return region == null ? "{}" : "{\"region\": \"" + region + "\", \"source\": \"" + Shop.VENDOR + "\"}";
    }
}
