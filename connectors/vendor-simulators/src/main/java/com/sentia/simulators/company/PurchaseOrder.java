package com.sentia.simulators.company;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one place ordered of one supplier on one morning. Times are epoch seconds.
 *
 * @param id the place, the supplier and the day
 * @param lines in the order in which they were added
 */
public record PurchaseOrder(String id, String supplier, Site site, List<Line> lines) {
    /**
     * Units of an article.
     *
     * @param promisedAt when the supplier said they would come
     * @param receivedAt when they came, all at once
     */
    public record Line(long article, String sku, int units, long orderedAt, long promisedAt, long receivedAt) {
        /** When they came, for who asks at a second; nothing while they are under way. */
        public OptionalLong receivedBy(long second) {
            return receivedAt <= second ? OptionalLong.of(receivedAt) : OptionalLong.empty();
        }
    }

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /** When the first line was ordered. */
    public long placedAt() {
        return lines.get(0).orderedAt();
    }
}
