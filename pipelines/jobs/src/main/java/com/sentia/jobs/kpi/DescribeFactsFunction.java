package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.Figure;
import com.sentia.timescale.FactRow;
import com.sentia.timescale.FactWrite;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;

/** Says of current facts what the database keeps: attributes and figures by the catalogue's names, in units. */
final class DescribeFactsFunction implements MapFunction<CurrentFacts, FactWrite> {

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
                current.facts().stream().map(DescribeFactsFunction::row).toList(),
                false);
    }

    private static FactRow row(Fact fact) {
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : fact.kind().attributes()) {
            String text = fact.text(attribute);
            if (text != null) {
                attributes.put(attribute.key(), text);
            }
        }
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Figure figure : fact.kind().figures()) {
            figures.put(figure.key(), BigDecimal.valueOf(fact.figure(figure), figure.scale()));
        }
        return new FactRow(fact.kind().key(), fact.timeMicros(), attributes, figures);
    }
}
