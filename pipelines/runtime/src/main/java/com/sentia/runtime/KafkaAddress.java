package com.sentia.runtime;

import com.sentia.schemas.codec.RecordCodec;
import java.io.Serializable;
import java.net.URI;

/** Where a job finds its topics and the schemas of their records; travels inside the job's graph. */
public record KafkaAddress(String bootstrapServers, URI registry) implements Serializable {

    /** A codec that asks this registry; not serialisable, so each task makes its own. */
    RecordCodec codec() {
        return RecordCodec.connectedTo(registry);
    }
}
