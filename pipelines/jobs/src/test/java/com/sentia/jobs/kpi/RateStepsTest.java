package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.runtime.JobEnvironment;
import com.sentia.runtime.Position;
import com.sentia.runtime.Rejection;
import com.sentia.schemas.SourceProgress;
import com.sentia.timescale.RateRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateStepsTest {
    private static final Position PLACE = new Position("fx.rate.v1", 1, 7);
    private static final RateVersion RATE =
            new RateVersion("EUR", 20_605, 855_000_001, "rates", new EntityVersion(5, 2, 6));

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

    @Test
    void partsVersionsFromWhatIsSetAsideAndDescribesThem() throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        Rejection rejection = new Rejection("absurd-rate", "why", PLACE, null, new byte[] {1}, 9);
        RateVersion deleted = new RateVersion("USD", -1, 0, "rates", new EntityVersion(5, 2, 6));
        CollectingSink<RateRow> rows = CollectingSink.create();
        CollectingSink<Rejection> rejected = CollectingSink.create();
        RateSteps steps = RateSteps.of(environment
                .fromData(
                        List.of(RateEvent.NONE, RateEvent.of(RATE), RateEvent.of(rejection), RateEvent.of(deleted)),
                        TypeInformation.of(RateEvent.class))
                .uid("rates"));
        steps.write("GBP", rows);
        steps.rejected().sinkTo(rejected).uid("rejected");
        environment.execute();

        assertThat(rows.written())
                .containsExactly(
                        new RateRow("EUR", 20_605, "GBP", new BigDecimal("0.855000001"), "rates", 5, 2, 6),
                        new RateRow("USD", -1, "GBP", null, "rates", 5, 2, 6));
        assertThat(rejected.written())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("absurd-rate"));
    }

    @Test
    void passesOverProgress() {
        SourceProgress progress = new SourceProgress("bank", "rates", "rate", Instant.EPOCH, Instant.EPOCH);

        assertThat(new RateReader(new CanonicalRates("GBP")).record(progress, PLACE))
                .isEqualTo(RateEvent.NONE);
    }

    @Test
    void sendsVersionsInAFormatOfOurOwnAlsoWithinEvents() {
        PojoTypeInfo<RateEvent> event = (PojoTypeInfo<RateEvent>) TypeInformation.of(RateEvent.class);

        assertThat(event.getTypeAt("version")).isInstanceOf(CompactType.class);
        assertThat(event.getTypeAt("rejection")).isInstanceOf(PojoTypeInfo.class);
    }

    /** The records but the first wait until the source has said that it is idle, which must be its last word. */
    @Test
    void theirSourceHasNoSayInEventTimeWhileItsRecordsFlow() throws Exception {
        Look.reset();
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                index -> index, 50, parallelism -> new UntilIdle<>(), TypeInformation.of(Long.class)),
                        IdleWatermarks.strategy(),
                        "source",
                        TypeInformation.of(Long.class))
                .setParallelism(1)
                .uid("source")
                .transform("look", TypeInformation.of(Long.class), new Look())
                .setParallelism(1)
                .uid("look")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        environment.execute();

        assertThat(Look.SEEN).hasSize(51).containsOnlyOnce(WatermarkStatus.IDLE).doesNotContain(WatermarkStatus.ACTIVE);
        assertThat(Look.SEEN.indexOf(WatermarkStatus.IDLE)).isLessThanOrEqualTo(1);
    }

    /** Lets one record go, the others when the source was seen to be idle. */
    private static final class UntilIdle<S extends SourceSplit> implements RateLimiter<S> {
        private boolean isFirst = true;

        @Override
        public CompletionStage<Void> acquire(int elements) {
            CompletionStage<Void> when = isFirst ? CompletableFuture.completedFuture(null) : Look.idle;
            isFirst = false;
            return when;
        }
    }

    /** Notes records and statuses in the order in which they come. */
    private static final class Look extends AbstractStreamOperator<Long> implements OneInputStreamOperator<Long, Long> {
        private static final List<Object> SEEN = Collections.synchronizedList(new ArrayList<>());
        private static volatile CompletableFuture<Void> idle = new CompletableFuture<>();

        static void reset() {
            SEEN.clear();
            idle = new CompletableFuture<>();
        }

        @Override
        public void processElement(StreamRecord<Long> record) {
            SEEN.add(record.getValue());
        }

        @Override
        public void processWatermarkStatus(WatermarkStatus status) throws Exception {
            SEEN.add(status);
            if (status.isIdle()) {
                idle.complete(null);
            }
            super.processWatermarkStatus(status);
        }
    }
}
