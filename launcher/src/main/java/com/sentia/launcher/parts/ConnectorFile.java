package com.sentia.launcher.parts;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectorDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A connector's file as somebody wrote it, with what only the running stack knows filled in. */
public final class ConnectorFile {
    private ConnectorFile() {}

    /** @throws LauncherException when it leaves something else open */
    public static ConnectorDescription read(Stack stack, Path file) throws IOException {
        Map<String, String> values = Map.of(
                "registry.url", stack.registryUrl(),
                "kafka.bootstrap.servers", stack.kafka(),
                "secrets.folder", stack.home().secrets().toString());
        try {
            return ConnectorDescription.read(file, text -> Template.fill(text, values));
        } catch (IllegalArgumentException e) {
            throw new LauncherException(
                    file + ": " + e.getMessage() + ": write the value down, or one of "
                            + String.join(
                                    ", ", values.keySet().stream().sorted().toList()),
                    e);
        }
    }
}
