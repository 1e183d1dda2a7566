package com.sentia.connectors.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader ends with: of each key the highest version, whatever came before and how often. */
final class Contents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::getUpdatedAtMicros)
            .thenComparing(Version::getFeedRank)
            .thenComparing(Version::getFetchedAtMicros);

    /** What a key holds: when it was read does not count. */
    private record Held(
            Op op, long updatedAtMicros, @Nullable JsonNode payload) {}

    private final Map<String, Held> held;

    private Contents(Map<String, Held> held) {
        this.held = held;
    }

    static Contents of(List<RawRecord> records) {
        Map<String, RawRecord> highest = new HashMap<>();
        records.forEach(record -> highest.merge(
                key(record),
                record,
                (one, other) -> ORDER.compare(one.getVersion(), other.getVersion()) > 0 ? one : other));
        Map<String, Held> held = new TreeMap<>();
        highest.forEach((key, record) -> held.put(
                key, new Held(record.getOp(), record.getVersion().getUpdatedAtMicros(), json(record.getPayload()))));
        return new Contents(held);
    }

    /** A record's key in all topics together. */
    static String key(RawRecord record) {
        return record.getEntity() + "/" + record.getUnit() + "/" + record.getId();
    }

    /** The part of one unit. */
    Contents ofUnit(String unit) {
        return new Contents(held.entrySet().stream()
                .filter(each -> each.getKey().contains("/" + unit + "/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
    }

    int size() {
        return held.size();
    }

    /** Keys whose last word is a delete. */
    Set<String> deleted() {
        return held.entrySet().stream()
                .filter(each -> each.getValue().op() == Op.DELETE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void assertSameAs(Contents other) {
        assertThat(held.keySet()).as("keys").isEqualTo(other.held.keySet());
        assertThat(held).isEqualTo(other.held);
    }

    /** That no transaction's record stands there twice, and that what was read again was the same. */
    static void assertNothingTwice(List<RawRecord> records) {
        assertThat(records.stream().map(record -> key(record) + " " + record.getVersion()))
                .as("the same reading of a record, twice")
                .doesNotHaveDuplicates();
        Map<String, Set<Held>> versions = new HashMap<>();
        records.forEach(record -> versions.computeIfAbsent(
                        key(record) + " " + record.getVersion().getUpdatedAtMicros() + " "
                                + record.getVersion().getFeedRank(),
                        unused -> new HashSet<>())
                .add(new Held(record.getOp(), 0, json(record.getPayload()))));
        assertThat(versions.entrySet().stream()
                        .filter(version -> version.getValue().size() > 1)
                        .map(Map.Entry::getKey))
                .as("versions read again with another content")
                .isEmpty();
    }

    private static @Nullable JsonNode json(@Nullable ByteBuffer payload) {
        try {
            return payload == null
                    ? null
                    : JSON.readTree(
                            StandardCharsets.UTF_8.decode(payload.duplicate()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
