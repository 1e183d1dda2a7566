package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Flink's JobManager, with its REST interface and page. */
final class JobManagerPart implements Part {
    private static final int HEAP_MB = 192;

    private final Stack stack;
    private final FlinkTuning tuning;

    JobManagerPart(Stack stack, FlinkTuning tuning) {
        this.stack = stack;
        this.tuning = tuning;
    }

    @Override
    public String name() {
        return PartNames.FLINK_JOBMANAGER;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Command command() throws IOException {
        Path configuration = FlinkFiles.configure(stack, name(), tuning);
        return new JavaCommand(FlinkFiles.state(stack), HEAP_MB)
                .flag("--add-opens=java.base/java.util=ALL-UNNAMED")
                .flag(LogConfiguration.flag(stack))
                .environment("FLINK_CONF_DIR", configuration.toString())
                .reads(configuration.resolve("config.yaml"))
                .main(
                        stack.distribution(),
                        "flink",
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        configuration.toString(),
                        "-Dio.tmp.dirs=" + scratch())
                .command();
    }

    @Override
    public void beforeStart() throws IOException {
        FlinkFiles.emptied(scratch());
    }

    private Path scratch() {
        return FlinkFiles.state(stack).resolve("tmp").resolve(name());
    }

    @Override
    public boolean isReady() {
        return Http.answers(stack.ports().url(Port.FLINK) + "/overview");
    }

    @Override
    public String stopSignal() {
        // All it has is in checkpoints: an orderly end would only take longer.
        return "KILL";
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }
}
