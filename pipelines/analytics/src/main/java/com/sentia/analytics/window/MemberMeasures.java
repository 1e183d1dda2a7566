package com.sentia.analytics.window;

import com.sentia.analytics.fact.Tally;
import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.CountedMembers;
import com.sentia.analytics.kpi.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The measures of a set that count members: those with at least one fact, those with at least two. All of a set count the
 * members of the same facts, so that one count of facts per member serves them all.
 */
final class MemberMeasures {
    private final List<Place> places;

    /**
     * @param place among the set's measures
     * @param atLeast the facts that a member needs to be counted
     */
    private record Place(int place, int atLeast) {}

    private MemberMeasures(List<Place> places) {
        this.places = places;
    }

    /** @throws IllegalArgumentException when they count members of different facts */
    static MemberMeasures among(List<Measure> layout) {
        List<Place> places = new ArrayList<>();
        List<CountedMembers> counted = new ArrayList<>();
        for (int m = 0; m < layout.size(); m++) {
            Measure measure = layout.get(m);
            if (measure.aggregate() instanceof Members members) {
                places.add(new Place(m, members.atLeast()));
                CountedMembers.of(measure).ifPresent(counted::add);
            }
        }
        if (counted.stream().distinct().count() > 1) {
            throw new IllegalArgumentException("members can be counted of one kind of facts only, not of " + counted);
        }
        return new MemberMeasures(List.copyOf(places));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Adds ({@code sign} 1) or takes off ({@code sign} -1) facts of members. */
    void shift(long[] totals, MemberCounts counts, Map<String, Long> tallies, int sign) {
        if (places.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Long> entry : tallies.entrySet()) {
            if (entry.getValue() != 0 && Tally.isMember(entry.getKey())) {
                int before = counts.count(entry.getKey());
                int after = Math.toIntExact(before + sign * entry.getValue());
                counts.put(entry.getKey(), after);
                count(totals, before, after);
            }
        }
    }

    /** Counts members from nothing. */
    void countAll(long[] totals, Map<String, Long> tallies) {
        if (!places.isEmpty()) {
            tallies.forEach((key, facts) -> count(totals, 0, Tally.isMember(key) ? facts : 0));
        }
    }

    private void count(long[] totals, long before, long after) {
        for (Place place : places) {
            totals[2 * place.place] += (after >= place.atLeast ? 1 : 0) - (before >= place.atLeast ? 1 : 0);
        }
    }
}
