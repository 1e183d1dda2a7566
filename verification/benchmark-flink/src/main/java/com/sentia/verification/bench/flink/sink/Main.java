package com.sentia.verification.bench.flink.sink;

import com.sentia.verification.bench.ProgramEnd;

/** Measures the sink: {@code --settings FILE}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        ProgramEnd.main(arguments, settings -> new SinkBenchmark(SinkSettings.from(settings)));
    }
}
