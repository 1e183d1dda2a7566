package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.SourcePosition;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * What one step of a backfill gave.
 *
 * @param next how far it is now
 * @param isLast whether that is its end
 * @param records what to hand on, once the positions are known
 * @param notices what there is to tell of it
 */
public record BackfillStep(Backfill next, boolean isLast, Records records, List<Notice> notices) {
    public BackfillStep {
        notices = List.copyOf(notices);
    }

    /** Makes the records of a step. */
    @FunctionalInterface
    public interface Records {
        /**
         * @param before the position all records but the last are sent under
         * @param after the position of the last
         */
        List<SourceRecord> at(SourcePosition before, SourcePosition after);
    }
}
