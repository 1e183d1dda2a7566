package com.sentia.normalizer.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One canonical record with its place, topic and key, and its bytes as they stand on the topic: written once, and read only when
 * somebody asks what it says. Most versions of a record are the first or a stale one, of which nobody does.
 */
public final class Fact {
    private static final String VERSION = "version";
    private static final String OP = "op";
    private static final String SUBJECT = "customerKey";
    private static final String UNIT = "unit";
    private static final String UPDATED_AT = "updatedAt";

    private final Topic topic;
    private final String key;
    private @Nullable SpecificRecord content;
    private byte @Nullable [] encoded;
    private @Nullable RecordCodec codec;

    /**
     * A fact that is new.
     *
     * @param content a record with the fields {@code version} and {@code op}, and perhaps {@code updatedAt}; not changed from here on
     */
    public Fact(Topic topic, String key, SpecificRecord content) {
        this.topic = topic;
        this.key = key;
        this.content = content;
    }

    /** A fact as it once went out. */
    Fact(Topic topic, String key, byte[] encoded, RecordCodec codec) {
        this.topic = topic;
        this.key = key;
        this.encoded = encoded;
        this.codec = codec;
    }

    public Topic topic() {
        return topic;
    }

    public String key() {
        return key;
    }

    /** What it says; not to be changed. */
    public SpecificRecord content() {
        if (content == null) {
            content = Objects.requireNonNull(codec).decode(Objects.requireNonNull(encoded));
        }
        return content;
    }

    /** Its bytes on the topic; not to be changed. */
    public byte[] encoded(RecordCodec by) {
        if (encoded == null) {
            encoded = by.encode(topic.name(), content());
        }
        return encoded;
    }

    boolean isAt(Fact other) {
        return topic.name().equals(other.topic.name()) && key.equals(other.key);
    }

    boolean isDeleted() {
        return field(OP) == Op.DELETE;
    }

    /** The pseudonym of the person it is about, where it is about one. */
    public Optional<String> subject() {
        return Optional.ofNullable(field(SUBJECT)).map(Object::toString);
    }

    /** The unit it belongs to. */
    public String unit() {
        return String.valueOf(field(UNIT));
    }

    /** The same without the person; everything else stays, so that sums do. */
    public Fact withoutSubject() {
        SpecificRecord forgotten = copy();
        put(forgotten, SUBJECT, null);
        return new Fact(topic, key, forgotten);
    }

    /** The same as the next version, which outranks this one and no other that the source will make. */
    public Fact outranking() {
        SpecificRecord next = copy();
        if (field(VERSION) instanceof Version version) {
            put(
                    next,
                    VERSION,
                    new Version(version.getUpdatedAtMicros(), version.getFeedRank(), version.getFetchedAtMicros() + 1));
        }
        return new Fact(topic, key, next);
    }

    /** Whether both say the same, whenever and from whichever version they were learnt. */
    boolean saysTheSameAs(Fact other) {
        SpecificRecord asOther = copy();
        put(asOther, VERSION, other.field(VERSION));
        put(asOther, UPDATED_AT, other.field(UPDATED_AT));
        return asOther.equals(other.content());
    }

    /** The end of this fact; all but version, op and time stays as last known. */
    Fact deletedBy(Version version) {
        SpecificRecord deleted = copy();
        put(deleted, VERSION, version);
        put(deleted, OP, Op.DELETE);
        put(
                deleted,
                UPDATED_AT,
                Instant.EPOCH.plus(version.getUpdatedAtMicros(), java.time.temporal.ChronoUnit.MICROS));
        return new Fact(topic, key, deleted);
    }

    private SpecificRecord copy() {
        return SpecificData.getForClass(content().getClass()).deepCopy(content().getSchema(), content());
    }

    private @Nullable Object field(String name) {
        Schema.Field field = content().getSchema().getField(name);
        return field == null ? null : content().get(field.pos());
    }

    private static void put(SpecificRecord record, String name, @Nullable Object value) {
        Schema.Field field = record.getSchema().getField(name);
        if (field != null) {
            record.put(field.pos(), value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && isAt(fact) && content().equals(fact.content());
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic.name(), key);
    }

    @Override
    public String toString() {
        return topic.name() + " " + key + " " + content();
    }
}
