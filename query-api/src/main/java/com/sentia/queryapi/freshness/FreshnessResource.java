package com.sentia.queryapi.freshness;

import com.sentia.queryapi.database.DataClock;
import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.View;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;

/** Answers how fresh everything is. */
public final class FreshnessResource {
    private final FreshnessQuery query;
    private final DataClock clock;

    public FreshnessResource(FreshnessQuery query, DataClock clock) {
        this.query = query;
        this.clock = clock;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/freshness", Set.of(), parameters -> answer());
    }

    private Future<View> answer() {
        return clock.now()
                .compose(asOf -> query.sources(asOf.orElse(Instant.EPOCH))
                        .compose(sources -> query.progress()
                                .map(progress -> new FreshnessView(asOf.orElse(null), sources, progress))));
    }
}
