package com.sentia.jobs.kpi;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Runs the step that turns versions into changes of facts. */
final class DiffHarness {
    private DiffHarness() {}

    static KeyedOneInputStreamOperatorTestHarness<String, EntityChange, VersionEffect> create() {
        try {
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(
                            new DiffVersionsFunction(Script.settings().plan())),
                    EntityChange::key,
                    Types.STRING);
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
