package com.sentia.connectors.kit;

import java.util.Map;

/**
 * Where a feed stands once a record has been taken: the Connect source partition and offset it is sent under.
 *
 * @param partition whose position it is
 * @param offset the position
 */
public record SourcePosition(Map<String, ?> partition, Map<String, ?> offset) {
    /** A feed's own position in what it reads. */
    public static SourcePosition of(SourceUnit unit, Cursor cursor) {
        return new SourcePosition(unit.partition(), Offsets.write(cursor));
    }
}
