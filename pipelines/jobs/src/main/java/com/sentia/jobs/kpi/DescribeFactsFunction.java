package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.Figure;
import com.sentia.timescale.FactRow;
import com.sentia.timescale.FactWrite;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Says of current facts what the database keeps: attributes and figures by the catalogue's names, in units; and of amounts in
 * another currency this and the business day whose rate converts them.
 */
final class DescribeFactsFunction implements MapFunction<CurrentFacts, FactWrite> {
    private static final String OTHER_CURRENCY = "currency";
    private static final String RATE_DAY = "rate_day";

    private final ZoneId zone;

    /** @param zone whose days the business counts by */
    DescribeFactsFunction(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public FactWrite map(CurrentFacts current) {
        Cause cause = current.cause();
        if (cause == null) {
            return FactWrite.forgetting(current.key(), current.unchangedSinceMicros());
        }
        return new FactWrite(
                current.key(),
                cause.version().updatedAtMicros(),
                cause.version().feedRank(),
                cause.version().fetchedAtMicros(),
                cause.kind().name(),
                current.facts().stream().map(this::row).toList(),
                false);
    }

    private FactRow row(Fact fact) {
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : fact.kind().attributes()) {
            String text = fact.text(attribute);
            if (text != null) {
                attributes.put(attribute.key(), text);
            }
        }
        String currency = fact.currency();
        if (currency != null) {
            attributes.put(OTHER_CURRENCY, currency);
            attributes.put(
                    RATE_DAY,
                    Instant.EPOCH
                            .plus(fact.timeMicros(), ChronoUnit.MICROS)
                            .atZone(zone)
                            .toLocalDate()
                            .toString());
        }
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Figure figure : fact.kind().figures()) {
            figures.put(figure.key(), BigDecimal.valueOf(fact.figure(figure), figure.scale()));
        }
        return new FactRow(fact.kind().key(), fact.timeMicros(), attributes, figures);
    }
}
