package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.session.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia logs}: what a part printed. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows what a part printed last; without a part, the last lines of each.")
final class LogsCommand implements Callable<Integer> {
    private static final int FEW = 3;
    private static final long FOLLOW_EVERY_MS = 300;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "part", description = "Such as kafka or launcher.")
    @Nullable
    String part;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "50", description = "How many lines (default: 50).")
    int lines = 50;

    @Option(names = "-f", description = "Go on showing what comes.")
    boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home existing = home.existing();
        PrintWriter out = Commands.out(spec);
        if (part == null) {
            for (String name : names(existing)) {
                out.println("== " + name);
                Trouble.tail(existing.log(name), Math.min(lines, FEW)).forEach(out::println);
            }
            out.flush();
            return 0;
        }
        Path log = existing.log(part);
        if (!Files.exists(log)) {
            throw new LauncherException(
                    "there is no log of '" + part + "': choose from " + String.join(", ", names(existing)));
        }
        Trouble.tail(log, lines).forEach(out::println);
        out.flush();
        if (follow) {
            follow(log, out);
        }
        return 0;
    }

    private static void follow(Path log, PrintWriter out) throws IOException, InterruptedException {
        long position = Files.size(log);
        while (!out.checkError()) {
            Thread.sleep(FOLLOW_EVERY_MS);
            long size = Files.size(log);
            // Smaller than before: it was emptied because it had grown too big.
            position = size < position ? 0 : position;
            if (size > position) {
                try (var channel = Files.newByteChannel(log)) {
                    channel.position(position);
                    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate((int) Math.min(size - position, 1 << 20));
                    position += Math.max(0, channel.read(buffer));
                    out.print(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static List<String> names(Home home) throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
