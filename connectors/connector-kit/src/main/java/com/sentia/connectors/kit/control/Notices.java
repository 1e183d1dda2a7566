package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the records of the topic of notices, or none where nobody is told. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final String TOPIC = Topics.CONNECTOR_NOTICE.name();

    private final boolean told;
    private final String connector;
    private final RecordEncoder encoder;
    private final Clock clock;

    /**
     * @param told whether there is a topic to tell it to
     * @param connector whose notices they are
     */
    public Notices(boolean told, String connector, RecordEncoder encoder, Clock clock) {
        this.told = told;
        this.connector = connector;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean areTold() {
        return told;
    }

    /** The records that tell it, to be handed on with what it speaks of. */
    public List<SourceRecord> of(SourceUnit unit, Notice notice, SourcePosition position) {
        LOG.info("event=notice kind={} unit={} detail=\"{}\"", notice.kind(), unit, notice.detail());
        if (!told) {
            return List.of();
        }
        ConnectorNotice value = ConnectorNotice.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setConnector(connector)
                .setKind(notice.kind())
                .setVendor(unit.vendor())
                .setUnit(unit.unit())
                .setEntity(unit.entity())
                .setSignal(notice.signal())
                .setDetail(notice.detail())
                .setFigures(Map.copyOf(notice.figures()))
                .setAt(clock.instant())
                .build();
        return List.of(new SourceRecord(
                position.partition(),
                position.offset(),
                TOPIC,
                0,
                Schema.BYTES_SCHEMA,
                connector.getBytes(StandardCharsets.UTF_8),
                Schema.BYTES_SCHEMA,
                encoder.encode(TOPIC, value)));
    }
}
