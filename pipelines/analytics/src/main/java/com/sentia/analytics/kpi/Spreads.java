package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Aggregate.Extreme;
import com.sentia.analytics.kpi.Aggregate.Quantile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The spreads that measures of a set pick their values from: how many facts have which value of a figure. Measures of the same
 * facts and figure share one.
 *
 * @param spreads a spread's place is its number
 */
public record Spreads(List<Spread> spreads) {
    /** @param isExact whether values are told apart, not just the buckets that they lie in */
    public record Spread(FactKind fact, Map<Attribute, String> where, Figure figure, boolean isExact) {
        private static Optional<Spread> of(Measure measure) {
            if (measure.aggregate() instanceof Quantile quantile) {
                return Optional.of(new Spread(measure.fact(), measure.where(), quantile.figure(), false));
            }
            if (measure.aggregate() instanceof Extreme extreme) {
                return Optional.of(new Spread(measure.fact(), measure.where(), extreme.figure(), true));
            }
            return Optional.empty();
        }
    }

    public Spreads {
        spreads = List.copyOf(spreads);
    }

    public static Spreads among(List<Measure> layout) {
        return new Spreads(layout.stream()
                .flatMap(measure -> Spread.of(measure).stream())
                .distinct()
                .toList());
    }

    public int size() {
        return spreads.size();
    }

    /** The number of the spread that the measure picks from; -1 when it picks from none. */
    public int of(Measure measure) {
        return Spread.of(measure).map(spreads::indexOf).orElse(-1);
    }
}
