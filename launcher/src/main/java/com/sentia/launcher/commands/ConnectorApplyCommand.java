package com.sentia.launcher.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.parts.ConnectorFile;
import com.sentia.launcher.parts.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector apply}: connectors from their files. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Creates connectors, or changes their configuration, from files in the form of Connect's REST interface: name and"
                    + " config. Of all files together, either all are right and are taken, or every problem is listed and none"
                    + " is.",
            "In a file ${registry.url}, ${kafka.bootstrap.servers} and ${secrets.folder} stand for those of the running stack; a"
                    + " secret is named, as ${secrets:${secrets.folder}:NAME}, never written down.",
            "The connectors a stack was started with are brought back to its own configuration when it starts again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:they are as the files say", "1:a file was refused, nothing was changed", "2:could not"})
final class ConnectorApplyCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Descriptions: JSON with name and config.")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        Stack stack = RunningHome.required(home);
        PrintWriter out = Commands.out(spec);
        ConnectRest connect = ConnectorCommand.connect(stack);
        List<ConnectorDescription> descriptions =
                files.stream().map(file -> read(stack, file)).toList();
        List<String> problems = new ArrayList<>();
        for (ConnectorDescription description : descriptions) {
            connect.problems(description).forEach(problem -> problems.add(description.name() + ": " + problem));
        }
        if (!problems.isEmpty()) {
            problems.forEach(out::println);
            out.println("nothing was changed");
            out.flush();
            return ConnectorCommand.NOT_DONE;
        }
        descriptions.forEach(description -> out.println(description.name() + ": " + apply(connect, description)));
        out.flush();
        return 0;
    }

    private static String apply(ConnectRest connect, ConnectorDescription description) {
        Optional<JsonNode> present = connect.configuration(description.name());
        if (present.isPresent() && description.isSameAs(present.get())) {
            return "unchanged";
        }
        connect.put(description);
        return present.isPresent() ? "changed" : "created";
    }

    private static ConnectorDescription read(Stack stack, Path file) {
        try {
            return ConnectorFile.read(stack, file);
        } catch (IOException e) {
            throw new LauncherException(file + " can't be read as JSON: " + e.getMessage(), e);
        }
    }
}
