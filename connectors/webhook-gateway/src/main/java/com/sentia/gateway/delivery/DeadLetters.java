package com.sentia.gateway.delivery;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.schemas.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Makes dead letters of genuine bodies that can't be read: whole, but sealed, as nobody knows what of a person is in them. */
public final class DeadLetters {
    /** The header that says with which key a value is sealed. */
    public static final String SEALED_WITH = "sealed-with";

    private static final String STAGE = "webhook-gateway";

    private final BodySeal seal;

    public DeadLetters(BodySeal seal) {
        this.seal = seal;
    }

    /** The dead letter of a body. */
    public RejectedRecord of(Claim claim, Reading.Unreadable reading, byte[] body, Instant at) {
        Map<String, ByteBuffer> headers = new HashMap<>();
        claim.kept().forEach((name, value) -> headers.put(name, bytes(value)));
        headers.put(SEALED_WITH, bytes(seal.keyId()));
        return RejectedRecord.newBuilder()
                .setStage(STAGE)
                .setReason(reading.reason())
                .setDetail(reading.detail())
                .setTopic(reading.topic().name())
                .setPartition(-1)
                .setOffset(-1L)
                .setKey(bytes(claim.unit() + "/" + reading.id()))
                .setValue(ByteBuffer.wrap(seal.seal(body)))
                .setHeaders(headers)
                .setRejectedAt(at)
                .build();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
