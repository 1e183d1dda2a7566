package com.sentia.launcher.parts;

import com.sentia.database.Role;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The query API and its page. */
final class QueryApiPart implements Part {
    private static final int HEAP_MB = 96;

    private final Stack stack;

    QueryApiPart(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return PartNames.QUERY_API;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PartNames.MIGRATIONS);
    }

    @Override
    public Command command() throws IOException {
        Path settings = SettingsFile.write(
                stack.home().settings().resolve("query-api.properties"),
                Map.of(
                        "http.host", "127.0.0.1",
                        "http.port", Integer.toString(stack.ports().number(Port.API)),
                        "database.url", stack.database().url(),
                        "database.user", Role.SENTIA_READER.user(),
                        "database.password-file",
                                stack.database()
                                        .passwords()
                                        .file(Role.SENTIA_READER)
                                        .toString()));
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .reads(settings)
                .main(stack.distribution(), "query-api", "com.sentia.queryapi.Main", "--settings", settings.toString())
                .command();
    }

    @Override
    public boolean isReady() {
        return Http.answers(stack.ports().url(Port.API) + "/health/ready");
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }
}
