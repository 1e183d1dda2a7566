package com.sentia.launcher.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.UndecodableRecordException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is written again of a record of a topic that is kept by time, once a person is taken out of it. */
final class Forgetting {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordCodec codec;
    private final Subject subject;

    Forgetting(RecordCodec codec, Subject subject) {
        this.codec = codec;
        this.subject = subject;
    }

    /**
     * The value without the person; empty for a record that is about nobody else, or that says how far a source was, which later ones
     * say better.
     */
    Optional<byte[]> applied(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null || subject.standsIn(record.key())) {
            return Optional.empty();
        }
        try {
            SpecificRecord content = codec.decode(value);
            if (content instanceof SourceProgress) {
                return Optional.empty();
            }
            if (!subject.standsIn(value)) {
                return Optional.of(value);
            }
            if (content instanceof RawRecord raw) {
                return forgotten(raw).map(changed -> codec.encode(record.topic(), changed));
            }
            if (content instanceof RejectedRecord letter) {
                return Optional.of(codec.encode(record.topic(), forgotten(letter)));
            }
            return Optional.empty();
        } catch (UndecodableRecordException expected) {
            return subject.standsIn(value) ? Optional.empty() : Optional.of(value);
        }
    }

    private Optional<RawRecord> forgotten(RawRecord raw) {
        ByteBuffer payload = raw.getPayload();
        if (payload == null || raw.getId().contains(subject.pseudonym())) {
            return Optional.empty();
        }
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        try {
            JsonNode without = without(JSON.readTree(bytes));
            return Optional.of(RawRecord.newBuilder(raw)
                    .setPayload(ByteBuffer.wrap(without.toString().getBytes(StandardCharsets.UTF_8)))
                    .build());
        } catch (IOException expected) {
            return Optional.empty();
        }
    }

    /** A dead letter loses its record: what is left says that it was there, and why. */
    private static RejectedRecord forgotten(RejectedRecord letter) {
        return RejectedRecord.newBuilder(letter)
                .setKey(null)
                .setValue(null)
                .setDetail("the person it was about was forgotten")
                .setHeaders(Map.of())
                .build();
    }

    private JsonNode without(JsonNode node) {
        if (node instanceof TextNode text && text.textValue().equals(subject.pseudonym())) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(without(field.getValue())));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, without(array.get(i)));
            }
        }
        return node;
    }
}
