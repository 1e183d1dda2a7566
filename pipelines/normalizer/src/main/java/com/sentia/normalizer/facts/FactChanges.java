package com.sentia.normalizer.facts;

import com.sentia.schemas.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a raw record changes.
 *
 * @param known what is known afterwards
 * @param changed facts to send, in order: those found, then the ends of those no longer found
 */
public record FactChanges(KnownFacts known, List<Fact> changed) {
    private static final Comparator<Version> HIGHER_WINS = Comparator.comparingLong(Version::getUpdatedAtMicros)
            .thenComparingInt(Version::getFeedRank)
            .thenComparingLong(Version::getFetchedAtMicros);

    public FactChanges {
        changed = List.copyOf(changed);
    }

    /** Whether a version is not above the one known, so that it must change nothing. */
    public static boolean isStale(@Nullable KnownFacts before, Version version) {
        return before != null && HIGHER_WINS.compare(version, before.version()) <= 0;
    }

    /**
     * The step from what was known to what a newer version says.
     *
     * @param found the facts the version makes up; none when it deletes the record
     */
    public static FactChanges between(@Nullable KnownFacts before, Version version, List<Fact> found) {
        List<Fact> last = before == null ? List.of() : before.facts();
        List<Fact> known = new ArrayList<>();
        List<Fact> changed = new ArrayList<>();
        for (Fact fact : found) {
            Fact sent = at(fact, last);
            if (sent != null && fact.saysTheSameAs(sent)) {
                known.add(sent);
            } else {
                known.add(fact);
                changed.add(fact);
            }
        }
        for (Fact sent : last) {
            if (at(sent, found) != null) {
                continue;
            }
            Fact ended = sent.isDeleted() ? sent : sent.deletedBy(version);
            known.add(ended);
            if (!sent.isDeleted()) {
                changed.add(ended);
            }
        }
        return new FactChanges(new KnownFacts(version, known), changed);
    }

    private static @Nullable Fact at(Fact place, List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact.isAt(place)) {
                return fact;
            }
        }
        return null;
    }
}
