package com.sentia.launcher.commands;

import com.sentia.launcher.demo.ChaosTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run that ends in a check is asked besides: what to kill, when, and where to write how it went. */
final class ChaosOptions {
    @Option(
            names = "--chaos",
            split = ",",
            paramLabel = "PART",
            description =
                    "Before the check, kill each, as often as it is named: flink (both its processes, then one in turn),"
                            + " kafka, postgres, registry, streams, connect, gateway, simulator. Memory is then that of"
                            + " younger processes.")
    List<String> chaos = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chooses what goes wrong and when (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the check's result as JSON.")
    @Nullable
    Path report;

    List<ChaosTarget> targets() {
        return ChaosTarget.named(chaos);
    }

    long seed() {
        return seed;
    }

    Optional<Path> report() {
        return Optional.ofNullable(report).map(Path::toAbsolutePath);
    }
}
