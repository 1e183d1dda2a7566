package com.sentia.normalizer.facts;

import com.sentia.schemas.Version;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * {@link KnownFacts} as bytes in the store and its changelog: a format number, the version, each fact as on its topic.
 *
 * <p>Facts carry their schema's id, so a state outlives compatible changes of the contracts.
 */
public final class KnownFactsSerde implements Serde<KnownFacts> {
    private static final int FORMAT = 1;

    private final RecordCodec codec;

    public KnownFactsSerde(RecordCodec codec) {
        this.codec = codec;
    }

    @Override
    public Serializer<KnownFacts> serializer() {
        return (topic, known) -> known == null ? null : write(known);
    }

    @Override
    public Deserializer<KnownFacts> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private byte[] write(KnownFacts known) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(known.version().getUpdatedAtMicros());
            out.writeInt(known.version().getFeedRank());
            out.writeLong(known.version().getFetchedAtMicros());
            out.writeInt(known.facts().size());
            for (Fact fact : known.facts()) {
                byte[] content = fact.encoded(codec);
                out.writeUTF(fact.topic().name());
                out.writeUTF(fact.key());
                out.writeInt(content.length);
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private @Nullable KnownFacts read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new SerializationException("state of format " + format + "; this program knows " + FORMAT);
            }
            Version version = new Version(in.readLong(), in.readInt(), in.readLong());
            int count = in.readInt();
            List<Fact> facts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Topic topic = topic(in.readUTF());
                String key = in.readUTF();
                facts.add(new Fact(topic, key, in.readNBytes(in.readInt()), codec));
            }
            return new KnownFacts(version, facts);
        } catch (IOException e) {
            throw new SerializationException("state is cut off", e);
        }
    }

    private static Topic topic(String name) {
        return Topics.named(name).orElseThrow(() -> new SerializationException("state of unknown topic " + name));
    }
}
