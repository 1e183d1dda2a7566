package com.sentia.verification.bench;

import java.util.List;

/**
 * One value a contender wrote, in the form all write: {@code kpi|member|end|value}.
 *
 * @param member the region or article; empty for the total
 * @param end end of the window, exclusive, microseconds, UTC
 * @param value at six decimals; {@link #NOTHING} for a ratio without denominator, {@link #TAKEN_BACK} for a row deleted
 */
public record ValueLine(String kpi, String member, long end, String value) {
    public static final String NOTHING = "-";
    public static final String TAKEN_BACK = "x";

    public String text() {
        return kpi + '|' + member + '|' + end + '|' + value;
    }

    static ValueLine of(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        return new ValueLine(parts.get(0), parts.get(1), Long.parseLong(parts.get(2)), parts.get(3));
    }

    String series() {
        return member.isEmpty() ? kpi : kpi + " of " + member;
    }
}
