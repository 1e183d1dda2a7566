package com.sentia.connectors.kit;

import java.util.HashMap;
import java.util.Map;

/**
 * One feed of one account: what a cursor, an offset and a progress record belong to.
 *
 * @param vendor lower-case vendor name
 * @param unit shop, seller and marketplace, tenant or account
 * @param entity kind of record in the vendor's terms, singular
 */
public record SourceUnit(String vendor, String unit, String entity) {
    private static final String VENDOR = "vendor";
    private static final String UNIT = "unit";
    private static final String ENTITY = "entity";

    /**
     * The Connect source partition of this feed. Connect finds its offset by the bytes of this map, in the order it is gone through:
     * a plain HashMap has the same in every process, and is what Connect itself reads partitions back into; Map.of has another
     * order each time.
     */
    public Map<String, String> partition() {
        Map<String, String> partition = new HashMap<>();
        partition.put(VENDOR, vendor);
        partition.put(UNIT, unit);
        partition.put(ENTITY, entity);
        return partition;
    }

    /**
     * The feed a Connect source partition stands for.
     *
     * @throws IllegalArgumentException when it has not exactly the three keys, each with text
     */
    public static SourceUnit of(Map<String, ?> partition) {
        if (partition.size() == 3
                && partition.get(VENDOR) instanceof String vendor
                && partition.get(UNIT) instanceof String unit
                && partition.get(ENTITY) instanceof String entity) {
            return new SourceUnit(vendor, unit, entity);
        }
        throw new IllegalArgumentException(
                "a source partition has vendor, unit and entity, each text; not " + partition.keySet());
    }

    @Override
    public String toString() {
        return vendor + "/" + unit + "/" + entity;
    }
}
