package com.sentia.launcher.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.status.Table;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia connector list}: which there are. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the connectors and whether they run.")
final class ConnectorListCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Map<String, JsonNode> all =
                ConnectorCommand.connect(RunningHome.required(home)).all();
        PrintWriter out = Commands.out(spec);
        Table table = new Table("connector", "state", "tasks", "running", "class");
        all.forEach((name, one) -> {
            int running = 0;
            for (JsonNode task : one.path("status").path("tasks")) {
                running += task.path("state").asText().equals("RUNNING") ? 1 : 0;
            }
            table.row(
                    name,
                    one.path("status")
                            .path("connector")
                            .path("state")
                            .asText("-")
                            .toLowerCase(Locale.ROOT),
                    Integer.toString(one.path("status").path("tasks").size()),
                    Integer.toString(running),
                    one.path("info").path("config").path("connector.class").asText("-"));
        });
        out.print(all.isEmpty() ? "no connectors: see sentia connector apply\n" : table.text());
        out.flush();
        return 0;
    }
}
