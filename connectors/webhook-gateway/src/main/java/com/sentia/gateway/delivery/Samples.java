package com.sentia.gateway.delivery;

import com.sentia.gateway.delivery.Delivery.Sample;
import com.sentia.schemas.ErasureOrigin;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** A record of each kind the gateway writes, to ask the registry with. */
final class Samples {
    private static final RawRecord RAW = RawRecord.newBuilder()
            .setVendor("")
            .setUnit("")
            .setEntity("")
            .setId("")
            .setVersion(new Version(0L, 0, 0L))
            .setOp(Op.DELETE)
            .setFeed(Feed.WEBHOOK)
            .setApiVersion("")
            .setFetchedAt(Instant.EPOCH)
            .build();
    private static final RejectedRecord REJECTED = RejectedRecord.newBuilder()
            .setStage("")
            .setReason("")
            .setDetail("")
            .setTopic("")
            .setPartition(-1)
            .setOffset(-1L)
            .setHeaders(Map.of())
            .setRejectedAt(Instant.EPOCH)
            .build();

    private static final PrivacyErasure ERASURE = PrivacyErasure.newBuilder()
            .setSource("")
            .setUnit("")
            .setSubject("")
            .setOrigin(ErasureOrigin.WEBHOOK)
            .setRequestedAt(Instant.EPOCH)
            .build();

    private Samples() {}

    static List<Sample> of(List<Topic> rawTopics) {
        Stream<Sample> raw = rawTopics.stream().flatMap(topic -> withDeadLetters(topic, RAW));
        return Stream.concat(raw, withDeadLetters(Topics.PRIVACY_ERASURE, ERASURE))
                .toList();
    }

    private static Stream<Sample> withDeadLetters(Topic topic, SpecificRecord content) {
        return Stream.of(new Sample(topic, content), new Sample(Topics.rejectedOf(topic), REJECTED));
    }
}
