package com.sentia.verification.bench.late;

import com.sentia.verification.bench.ProgramEnd;
import java.time.Clock;

/** Measures how a running stack takes late lines: {@code --settings FILE}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        ProgramEnd.main(arguments, settings -> new LateBenchmark(LateSettings.from(settings), Clock.systemUTC()));
    }
}
