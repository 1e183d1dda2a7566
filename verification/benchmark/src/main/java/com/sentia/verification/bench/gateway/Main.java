package com.sentia.verification.bench.gateway;

import com.sentia.verification.bench.ProgramEnd;

/** Measures a running webhook gateway: {@code --settings FILE}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        ProgramEnd.main(arguments, settings -> new GatewayBenchmark(GatewayLoad.from(settings)));
    }
}
