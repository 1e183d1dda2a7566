package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Dimension;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums of one dimension set. */
final class SetSums {
    private final DimensionSet set;
    private final List<Measure> measures;
    /** Places of the measures that take facts of a kind. */
    private final Map<FactKind, int[]> measuresOf = new EnumMap<>(FactKind.class);

    private final SliceFinder slices;
    private final Map<List<String>, SeriesSums> series = new LinkedHashMap<>();
    private int size;

    SetSums(DimensionSet set) {
        this.set = set;
        this.measures = set.measures();
        this.slices = new SliceFinder(
                Stream.concat(set.windows().stream(), Stream.of(set.day())).toList());
        for (FactKind kind : FactKind.values()) {
            int[] places = IntStream.range(0, measures.size())
                    .filter(m -> measures.get(m).fact() == kind)
                    .toArray();
            measuresOf.put(kind, places);
        }
    }

    void add(List<SalesFact> facts, int sign) {
        for (SalesFact fact : facts) {
            int[] places = java.util.Objects.requireNonNull(measuresOf.get(fact.kind()));
            List<String> members = places.length == 0 ? null : members(fact);
            if (members != null) {
                add(fact, sign, places, members);
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
                changes.add(new FactChange(set.name(), members, contributions));
            }
        });
        series.clear();
        size = 0;
        return changes.stream();
    }

    private void add(SalesFact fact, int sign, int[] places, List<String> members) {
        SeriesSums sums = series.get(members);
        if (sums == null) {
            sums = new SeriesSums();
            series.put(members, sums);
        }
        long slice = slices.endOf(fact.timeMicros());
        SliceSum sum = sums.last != null && sums.lastSlice == slice ? sums.last : sums.find(slice);
        if (sum == null) {
            sum = sums.begin(slice, new SliceSum(fact.timeMicros(), measures.size()));
            size++;
        }
        for (int m : places) {
            sum.add(m, measures.get(m).quantity(), fact, sign);
        }
    }

    /** Null when the fact lacks one and so belongs to no series of the set. */
    private @Nullable List<String> members(SalesFact fact) {
        List<Dimension> dimensions = set.dimensions();
        String[] members = new String[dimensions.size()];
        for (int d = 0; d < members.length; d++) {
            String member = fact.member(dimensions.get(d));
            if (member == null) {
                return null;
            }
            members[d] = member;
        }
        return List.of(members);
    }

    /** The sums of one series; facts come roughly in order of time, so the slice last added to is tried first. */
    private static final class SeriesSums {
        private final Map<Long, SliceSum> bySlice = new LinkedHashMap<>();
        private @Nullable SliceSum last;
        private long lastSlice;

        @Nullable
        SliceSum find(long slice) {
            SliceSum found = bySlice.get(slice);
            return found == null ? null : remember(slice, found);
        }

        SliceSum begin(long slice, SliceSum sum) {
            bySlice.put(slice, sum);
            return remember(slice, sum);
        }

        List<Contribution> contributions() {
            return bySlice.values().stream()
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
