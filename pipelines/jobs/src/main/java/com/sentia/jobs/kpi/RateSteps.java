package com.sentia.jobs.kpi;

import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.runtime.KafkaRecords;
import com.sentia.runtime.Rejection;
import com.sentia.schemas.topics.Topics;
import com.sentia.timescale.RateRow;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Exchange rates, from their topic to whoever converts by them and to the database. They are few: each step runs in one subtask.
 *
 * @param versions as they came, stale and repeated ones too
 * @param rejected records set aside
 */
record RateSteps(DataStream<RateVersion> versions, DataStream<Rejection> rejected) {

    /**
     * Reads the topic from its beginning. The source has no say in event time (see {@link IdleWatermarks}): values become final as
     * far as facts are complete, and a rate that comes later restates them.
     */
    static RateSteps read(StreamExecutionEnvironment environment, KpiSettings settings) {
        TypeInformation<RateEvent> type = TypeInformation.of(RateEvent.class);
        RateReader reader = new RateReader(new CanonicalRates(settings.businessCurrency()));
        return of(environment
                .fromSource(
                        KafkaRecords.source(
                                settings.kafka(),
                                List.of(Topics.FX_RATE),
                                "sentia-" + settings.job() + "-rates",
                                reader,
                                type),
                        IdleWatermarks.strategy(),
                        "kpi.read-rates",
                        type)
                .setParallelism(1)
                .uid("kpi.read-rates"));
    }

    static RateSteps of(DataStream<RateEvent> events) {
        SingleOutputStreamOperator<RateVersion> versions = events.process(new SortOutRatesFunction())
                .returns(RateVersionSerializer.TYPE)
                .setParallelism(1)
                .uid("kpi.sort-out-rates")
                .name("kpi.sort-out-rates");
        return new RateSteps(versions, versions.getSideOutput(SortOutFunction.REJECTED));
    }

    /**
     * Every deployment writes them all, so that they are written whichever ends; what another has written is the same and is left.
     *
     * @param quote ISO 4217 code of the business currency
     */
    void write(String quote, Sink<RateRow> sink) {
        versions.map(new DescribeRatesFunction(quote))
                .returns(RateRow.class)
                .setParallelism(1)
                .uid("kpi.describe-rates")
                .name("kpi.describe-rates")
                .sinkTo(sink)
                .setParallelism(1)
                .uid("kpi.write-rates")
                .name("kpi.write-rates");
    }
}
