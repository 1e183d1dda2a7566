package com.sentia.launcher.supervision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a part is run.
 *
 * @param arguments the program and its arguments
 * @param environment variables beside or instead of the launcher's own
 * @param folder where it is started
 * @param fingerprint changes when a running process of the part no longer is what this command would start
 */
public record Command(List<String> arguments, Map<String, String> environment, Path folder, String fingerprint) {
    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
