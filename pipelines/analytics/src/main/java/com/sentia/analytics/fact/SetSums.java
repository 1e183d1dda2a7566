package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Measure;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums of one dimension set. */
final class SetSums {
    /** What a series is called whose facts don't say which member they are of. */
    private static final String NO_MEMBER = "none";

    private final DimensionSet set;
    private final int measures;
    private final Map<FactKind, KindSums> kinds = new EnumMap<>(FactKind.class);
    private final SliceFinder slices;
    private final RateDays rateDays;
    private final Map<List<String>, SeriesSums> series = new LinkedHashMap<>();
    private int size;

    /**
     * How facts of one kind are summed.
     *
     * @param dimensions places of the set's dimensions among the kind's attributes
     */
    private record KindSums(List<Selector> selectors, List<Integer> dimensions) {
        List<String> members(Fact fact) {
            String[] members = new String[dimensions.size()];
            for (int d = 0; d < members.length; d++) {
                String member = fact.textAt(dimensions.get(d));
                members[d] = member == null ? NO_MEMBER : member;
            }
            return List.of(members);
        }
    }

    SetSums(DimensionSet set, ZoneId zone) {
        this.set = set;
        this.rateDays = new RateDays(zone);
        this.slices = new SliceFinder(
                Stream.concat(set.windows().stream(), Stream.of(set.day())).toList());
        List<Measure> layout = set.measures();
        this.measures = layout.size();
        for (FactKind kind : FactKind.values()) {
            List<Selector> selectors = Selector.of(kind, layout);
            // A kind without one of the dimensions belongs to no series of the set.
            if (!selectors.isEmpty() && kind.attributes().containsAll(set.dimensions())) {
                List<Integer> dimensions = set.dimensions().stream()
                        .map(kind.attributes()::indexOf)
                        .toList();
                kinds.put(kind, new KindSums(selectors, dimensions));
            }
        }
    }

    void add(List<Fact> facts, int sign) {
        for (Fact fact : facts) {
            KindSums kind = kinds.get(fact.kind());
            if (kind != null) {
                add(fact, sign, kind);
            }
        }
    }

    int size() {
        return size;
    }

    Stream<FactChange> drain() {
        List<FactChange> changes = new ArrayList<>(series.size());
        series.forEach((members, sums) -> {
            List<Contribution> contributions = sums.contributions();
            if (!contributions.isEmpty()) {
                changes.add(new FactChange(set.name(), members, contributions, List.of()));
            }
        });
        series.clear();
        size = 0;
        return changes.stream();
    }

    private void add(Fact fact, int sign, KindSums kind) {
        @Nullable SliceSum sum = null;
        for (Selector selector : kind.selectors) {
            if (selector.takes(fact)) {
                sum = sum == null ? sum(fact, kind.members(fact)) : sum;
                sum.add(selector, fact, sign);
            }
        }
    }

    private SliceSum sum(Fact fact, List<String> members) {
        SeriesSums sums = series.get(members);
        if (sums == null) {
            sums = new SeriesSums();
            series.put(members, sums);
        }
        long slice = slices.endOf(fact.timeMicros());
        RateDay rateDay = rateDays.of(fact);
        SliceSum sum = rateDay == null ? sums.find(slice) : sums.findForeign(slice, rateDay);
        if (sum == null) {
            sum = sums.begin(slice, new SliceSum(fact.timeMicros(), rateDay, measures));
            size++;
        }
        return sum;
    }

    /** The sums of one series; facts come roughly in order of time, so the slice last added to is tried first. */
    private static final class SeriesSums {
        private final Map<Long, SliceSum> bySlice = new LinkedHashMap<>();
        private final Map<Foreign, SliceSum> foreign = new LinkedHashMap<>();
        private @Nullable SliceSum last;
        private long lastSlice;

        /** A slice's facts in one other currency. */
        private record Foreign(long slice, RateDay rateDay) {}

        @Nullable
        SliceSum find(long slice) {
            if (last != null && lastSlice == slice) {
                return last;
            }
            SliceSum found = bySlice.get(slice);
            return found == null ? null : remember(slice, found);
        }

        @Nullable
        SliceSum findForeign(long slice, RateDay rateDay) {
            return foreign.get(new Foreign(slice, rateDay));
        }

        SliceSum begin(long slice, SliceSum sum) {
            RateDay rateDay = sum.rateDay();
            if (rateDay != null) {
                foreign.put(new Foreign(slice, rateDay), sum);
                return sum;
            }
            bySlice.put(slice, sum);
            return remember(slice, sum);
        }

        List<Contribution> contributions() {
            return Stream.concat(bySlice.values().stream(), foreign.values().stream())
                    .map(SliceSum::contribution)
                    .filter(contribution -> contribution != null)
                    .toList();
        }

        private SliceSum remember(long slice, SliceSum sum) {
            lastSlice = slice;
            last = sum;
            return sum;
        }
    }
}
