package com.sentia.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a reader takes for true: of each key the record of the highest version. */
final class Winners {
    static final Comparator<Version> ORDER = Comparator.comparingLong(Version::getUpdatedAtMicros)
            .thenComparingInt(Version::getFeedRank)
            .thenComparingLong(Version::getFetchedAtMicros);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Winners() {}

    static Map<String, RawRecord> of(Collection<RawRecord> records) {
        return records.stream()
                .collect(Collectors.toMap(
                        RawRecord::getId,
                        record -> record,
                        (one, other) -> ORDER.compare(one.getVersion(), other.getVersion()) >= 0 ? one : other,
                        TreeMap::new));
    }

    /** One column of each row that is there: {@code id=value}, joined by commas, in the order of ids. */
    static String column(Collection<RawRecord> records, String column) {
        return of(records).values().stream()
                .filter(record -> record.getOp() == Op.UPSERT)
                .map(record ->
                        record.getId() + "=" + payload(record).path(column).asText())
                .collect(Collectors.joining(","));
    }

    static JsonNode payload(RawRecord record) {
        byte[] bytes = new byte[record.getPayload().remaining()];
        record.getPayload().duplicate().get(bytes);
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
