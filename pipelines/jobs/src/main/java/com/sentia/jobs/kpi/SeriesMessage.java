package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.FactChange;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What versions of entities mean for one series.
 *
 * @param key {@link FactChange#key()}, or the total's
 * @param contributions the sum of what changes nothing that is final; none when nothing changes there
 * @param caused what may change something final, in the order of its arrival
 * @param knownAtMicros when the latest version heard of was made: no fact is of the present that lies after it
 * @param arrivals only on the way to the total, which is told of every version and so can count them
 */
@TypeInfo(SeriesMessageSerializer.Factory.class)
public record SeriesMessage(
        String key,
        List<Contribution> contributions,
        List<CausedChange> caused,
        long knownAtMicros,
        @Nullable Arrivals arrivals) {

    /** How many versions came, how many of them were stale, and how many facts the others took back and added. */
    public record Arrivals(int versions, int stale, int retractions, int additions) {
        static final Arrivals NONE = new Arrivals(0, 0, 0, 0);

        static Arrivals of(VersionEffect effect) {
            return new Arrivals(
                    1,
                    effect.cause() == null ? 1 : 0,
                    effect.diff().retractions().size(),
                    effect.diff().additions().size());
        }

        Arrivals plus(Arrivals more) {
            return new Arrivals(
                    versions + more.versions,
                    stale + more.stale,
                    retractions + more.retractions,
                    additions + more.additions);
        }
    }
}
