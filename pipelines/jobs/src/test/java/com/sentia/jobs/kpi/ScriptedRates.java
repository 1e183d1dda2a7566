package com.sentia.jobs.kpi;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Rates for a job in this JVM. */
final class ScriptedRates {
    private ScriptedRates() {}

    /** None at all: what a topic is on which no rate was ever written. */
    static RateSteps none(StreamExecutionEnvironment environment) {
        return RateSteps.of(environment
                .fromData(List.of(RateEvent.NONE), TypeInformation.of(RateEvent.class))
                .setParallelism(1)
                .uid("rates"));
    }
}
