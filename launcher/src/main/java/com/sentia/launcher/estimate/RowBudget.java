package com.sentia.launcher.estimate;

import com.sentia.analytics.estimate.WindowRows;
import com.sentia.launcher.status.Table;
import com.sentia.launcher.status.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows a year one KPI may make, over all its sets and windows.
 *
 * @param rowsPerYear the most
 */
public record RowBudget(long rowsPerYear) {

    /** A line for each KPI that makes more: which, how many, and where most of them come from. */
    public List<String> complaints(List<WindowRows> estimates) {
        Map<String, Long> sums = sums(estimates);
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > rowsPerYear)
                .map(sum -> complaint(sum.getKey(), sum.getValue(), estimates))
                .toList();
    }

    private String complaint(String kpi, long sum, List<WindowRows> estimates) {
        WindowRows worst = estimates.stream()
                .filter(rows -> rows.kpi().equals(kpi))
                .max(Comparator.comparingLong(WindowRows::rowsPerYear))
                .orElseThrow();
        return kpi + " would make " + Words.number(sum) + " rows a year, " + Words.number(worst.rowsPerYear())
                + " of them in set " + worst.set() + ", window " + worst.window() + " (" + Words.number(worst.members())
                + " members); the budget is " + Words.number(rowsPerYear)
                + ": give the set fewer or coarser windows, or take the KPI out of it";
    }

    /** The estimates for people, with a sum for each KPI. */
    public static String table(List<WindowRows> estimates) {
        Table table = new Table("kpi", "set", "window", "members", "rows a year");
        for (Map.Entry<String, Long> sum : sums(estimates).entrySet()) {
            estimates.stream()
                    .filter(rows -> rows.kpi().equals(sum.getKey()))
                    .forEach(rows -> table.row(
                            rows.kpi(),
                            rows.set(),
                            rows.window(),
                            Words.number(rows.members()),
                            Words.number(rows.rowsPerYear())));
            table.row(sum.getKey(), "all", "", "", Words.number(sum.getValue()));
        }
        return table.text();
    }

    private static Map<String, Long> sums(List<WindowRows> estimates) {
        Map<String, Long> sums = new LinkedHashMap<>();
        estimates.forEach(rows -> sums.merge(rows.kpi(), rows.rowsPerYear(), Long::sum));
        return sums;
    }
}
