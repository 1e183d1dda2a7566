package com.sentia.connectors.shopify;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader keeps of raw records: the highest version of each. */
final class HighestVersions {
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::getUpdatedAtMicros)
            .thenComparing(Version::getFeedRank)
            .thenComparing(Version::getFetchedAtMicros);

    private HighestVersions() {}

    static Map<String, RawRecord> of(List<RawRecord> records) {
        Map<String, RawRecord> highest = new TreeMap<>();
        records.forEach(record -> highest.merge(
                record.getId(),
                record,
                (one, other) -> ORDER.compare(one.getVersion(), other.getVersion()) > 0 ? one : other));
        return highest;
    }

    /** The payload's text; empty for a delete. */
    static String payload(RawRecord record) {
        return record.getPayload() == null
                ? ""
                : StandardCharsets.UTF_8.decode(record.getPayload().duplicate()).toString();
    }
}
