package com.sentia.verification.bench.latency;

import com.sentia.verification.bench.ProgramEnd;
import java.time.Clock;

/** Measures the latency of a running stack: {@code --settings FILE}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        ProgramEnd.main(arguments, settings -> new LatencyBenchmark(LatencySettings.from(settings), Clock.systemUTC()));
    }
}
