package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Flink's TaskManager, in which the job runs. */
final class TaskManagerPart implements Part {
    private static final int HEAP_MB = 320;
    private static final int DIRECT_MB = 160;

    private final Stack stack;
    private final FlinkTuning tuning;

    TaskManagerPart(Stack stack, FlinkTuning tuning) {
        this.stack = stack;
        this.tuning = tuning;
    }

    @Override
    public String name() {
        return PartNames.FLINK_TASKMANAGER;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Command command() throws IOException {
        Path configuration = FlinkFiles.configure(stack, name(), tuning);
        return new JavaCommand(FlinkFiles.state(stack), HEAP_MB)
                .optimised()
                .flag("-XX:MaxDirectMemorySize=" + DIRECT_MB + "m")
                .flag("-XX:MaxMetaspaceSize=192m")
                .flag(LogConfiguration.flag(stack))
                .environment("FLINK_CONF_DIR", configuration.toString())
                .reads(configuration.resolve("config.yaml"))
                .main(
                        stack.distribution(),
                        "flink",
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        "--configDir",
                        configuration.toString(),
                        "-Dio.tmp.dirs=" + scratch())
                .command();
    }

    @Override
    public void beforeStart() throws IOException {
        FlinkFiles.emptied(scratch());
        FlinkFiles.emptied(FlinkFiles.state(stack).resolve("rocksdb"));
    }

    private Path scratch() {
        return FlinkFiles.state(stack).resolve("tmp").resolve(name());
    }

    @Override
    public boolean isReady() {
        try {
            return Http.get(stack.ports().url(Port.FLINK) + "/overview")
                            .path("slots-total")
                            .asInt()
                    > 0;
        } catch (IOException expected) {
            return false;
        }
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
